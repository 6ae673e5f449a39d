"""The template library: the package's forms beside the council's own files."""

import dataclasses

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from pep_plugin.formversions.publish import publish, publish_shipped
from pep_plugin.library import blanks
from pep_plugin.pages.models import LibraryPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client, home, quick_word):
    """The HTML of a live library page made of these blocks."""
    publish_shipped()

    def reading(*body, **fields):
        page = LibraryPage(title="Templates", slug="library", body=list(body), **fields)
        home.add_child(instance=page)
        return client.get(page.url).content.decode()

    return reading


def group(*downloads, heading="A group"):
    return ("group", {"heading": heading, "intro": "", "downloads": list(downloads)})


def test_a_form_shows_its_kind_its_size_and_its_date(read):
    html = read(group(("blank_form", {"form": "primary", "note": "with hints"})))
    assert 'href="/pep/templates/primary.docx"' in html
    assert "Word, 2.0\xa0KB" in html
    assert "with hints" in html


def test_a_form_that_no_group_names_is_there_all_the_same(read):
    html = read(group(heading="Early Years"))
    assert html.count('href="/pep/templates/primary/"') == 1


def test_a_form_that_a_group_names_is_not_shown_twice(read):
    html = read(group(("blank_form", {"form": "primary", "note": ""})))
    assert html.count("/pep/templates/primary.docx") == 1


def test_a_councils_own_form_appears_by_itself_once_it_is_published(read, home, client):
    read(group(("blank_form", {"form": "primary", "note": ""})))
    shipped = next(one for one in publish_shipped() if one.form_key == "primary")
    publish(dataclasses.replace(shipped.form, key="local-short", title="Our short PEP"))
    assert "Our short PEP" in client.get("/library/").content.decode()


def test_an_empty_library_still_has_the_forms(read):
    html = read()
    assert 'href="/pep/templates/primary/"' in html


def test_a_line_for_a_form_that_is_not_live_is_left_out(read):
    html = read(group(("blank_form", {"form": "no-such-form", "note": ""})))
    assert "no-such-form" not in html


def test_a_document_of_the_councils_shows_its_kind_and_size(read):
    document = Document.objects.create(
        title="Views booklet", file=ContentFile(b"%PDF-1.7", "views.pdf"), file_size=3072
    )
    line = {"document": document, "title": "", "note": "in Polish too", "audience": "child"}
    html = read(group(("document", line)))
    assert "Views booklet" in html
    assert "PDF, 3.0\xa0KB" in html
    assert "in Polish too" in html
    assert "pep-sheet--child" in html


def test_a_document_that_was_deleted_leaves_no_gap(read, client):
    document = Document.objects.create(title="Gone", file=ContentFile(b"x", "gone.txt"))
    read(
        group(
            (
                "document",
                {"document": document, "title": "A paper of yesterday", "audience": "staff"},
            )
        )
    )
    document.delete()
    assert "yesterday" not in client.get("/library/").content.decode()


def test_links_lead_to_pages_of_the_site_or_elsewhere(read, home):
    page = home.get_children().get(slug="virtual-school")
    html = read(
        group(
            ("link", {"title": "Our team", "page": page, "address": ""}),
            ("link", {"title": "Elsewhere", "page": None, "address": "https://example.org/"}),
            ("link", {"title": "Nowhere", "page": None, "address": ""}),
        )
    )
    assert 'href="/virtual-school/"' in html
    assert 'href="https://example.org/"' in html
    assert "Nowhere" not in html


def test_a_group_with_nothing_in_it_says_so(read):
    assert "There is nothing here yet." in read(group(heading="Carers"))


def test_without_the_word_library_the_page_still_opens(read, monkeypatch):
    monkeypatch.setattr(blanks, "word_problem", lambda: "Install it.")
    html = read(group(("blank_form", {"form": "primary", "note": ""})))
    assert "Templates" in html
    assert ".docx" not in html
