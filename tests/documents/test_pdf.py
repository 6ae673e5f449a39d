"""The PDF: every word is on the paper, nothing is fetched, and nobody's name travels outside it."""

import io
import logging
import re

import pytest
from pypdf import PdfReader

from pep_plugin.documents.html import html
from pep_plugin.documents.pdf import from_html, pdf
from tests.documents import scene
from tests.documents.scene import NAUGHTY, outline, plain


@pytest.fixture(scope="module")
def printed() -> bytes:
    return pdf(outline())


@pytest.fixture(scope="module")
def text(printed) -> str:
    return text_of(printed)


def text_of(data: bytes) -> str:
    """The text of all pages, without what stands at the foot of each."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    foot = re.compile(r"PEP-7K2M-4QX9 · .* · Confidential|Page \d+ of \d+")
    return plain("\n".join(foot.sub("", page) for page in pages))


@pytest.mark.parametrize("key", sorted(set(NAUGHTY) - {"hebrew", "arabic", "mixed", "emoji"}))
def test_every_text_is_on_the_paper_whole(key, text):
    assert plain(NAUGHTY[key]) in text


def test_letters_that_run_from_right_to_left_are_on_the_paper(printed):
    # Readers give such lines back in the order of the paper, so letters are compared, not lines.
    found = set(text_of(printed))
    for key in ("hebrew", "arabic", "mixed", "emoji"):
        assert set(plain(NAUGHTY[key])) <= found, key


def test_no_letter_is_missing_from_the_fonts(caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf(outline())
    assert [record.getMessage() for record in caplog.records] == []


def test_a_letter_that_no_font_has_would_be_noticed(caplog):
    given = {"every": {"text": {"value": "\U000f0000"}}}
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf(outline(given=given))
    assert any("notdef" in record.getMessage() for record in caplog.records)


def test_the_foot_says_which_copy_it_is_and_which_page(printed):
    pages = PdfReader(io.BytesIO(printed)).pages
    foot = pages[1].extract_text()
    assert "PEP-7K2M-4QX9 · Draft · Full copy · Confidential" in foot
    assert f"Page 2 of {len(pages)}" in foot


def test_metadata_holds_the_reference_and_no_name(printed):
    reader = PdfReader(io.BytesIO(printed))
    assert reader.metadata
    assert reader.metadata.title == "PEP-7K2M-4QX9"
    described = (
        str(dict(reader.metadata)) + reader.trailer["/Root"]["/Metadata"].get_data().decode()
    )
    for word in ("Maya", "Kestrel", "Harrow", "Okafor"):
        assert word not in described


def test_what_is_left_out_is_not_on_the_paper():
    parent = text_of(pdf(outline(audience="parent")))
    assert plain("Left out of this copy") in parent
    assert plain("01632 960123") not in parent


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:8039/x.png">',
        '<link rel="stylesheet" href="http://127.0.0.1:8039/x.css">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        "<style>@import url(http://127.0.0.1:8039/x.css)</style>",
        "<style>body{background:url(file:///etc/hostname)}</style>",
    ],
)
def test_nothing_is_fetched_from_disk_or_network(markup, monkeypatch):
    opened: list[str] = []

    def never(*args, **kwargs):
        opened.append(str(args))
        raise OSError

    monkeypatch.setattr("urllib.request.FileHandler.file_open", never)
    monkeypatch.setattr("urllib.request.HTTPHandler.http_open", never)
    data = from_html(f'<html lang="en"><title>x</title><h1>x</h1>{markup}</html>')
    assert opened == []
    assert PdfReader(io.BytesIO(data)).attachments == {}


def test_a_long_answer_goes_on_to_the_next_page_and_stays_in_its_column(printed):
    assert len(PdfReader(io.BytesIO(printed)).pages) > 8
    assert plain(NAUGHTY["word"]) in text_of(printed)


def test_an_answer_cannot_close_the_stylesheet():
    given = {"every": {"text": {"value": "</style><script>x</script>"}}}
    assert "</style><script>" not in html(outline(given=given))


def test_an_empty_plan_is_printed_too():
    document = scene.outline(given={}, head={"reference": "PEP-7K2M-4QX9"})
    assert plain("Not provided") in text_of(pdf(document))
