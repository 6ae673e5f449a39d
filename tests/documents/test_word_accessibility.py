"""A lint of Word documents: what a screen reader needs is there, and what Word repairs is not."""

import re
from itertools import pairwise

import pytest

from pep_plugin.documents import word
from tests.documents import scene
from tests.documents.scene import W, outline, parts, text_of

DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module", params=["blank", "filled", "parent"])
def document(request):
    if request.param == "blank":
        return parts(word.blank(scene.form(), version=1))
    return parts(word.filled(outline(audience="full" if request.param == "filled" else "parent")))


def body(document):
    return document["word/document.xml"]


def test_it_has_a_title_and_a_language(document):
    core = document["docProps/core.xml"]
    assert core.findtext(f"{DC}title") in ("PEP-7K2M-4QX9", "Personal Education Plan: tests")
    assert core.findtext(f"{DC}language") == "en-GB"
    languages = {node.get(f"{W}val") for node in document["word/styles.xml"].iter(f"{W}lang")}
    assert languages == {"en-GB"}


def test_headings_are_real_and_go_down_one_step_at_a_time(document):
    styles = [node.get(f"{W}val") for node in body(document).iter(f"{W}pStyle")]
    levels = [int(style[-1]) for style in styles if re.fullmatch(r"Heading\d", style)]
    assert styles.count("Title") == 1
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_no_heading_is_empty(document):
    for paragraph in body(document).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val").startswith("Heading"):
            assert text_of(paragraph).strip()


def test_every_table_has_one_header_row_first_and_a_name(document):
    tables = list(body(document).iter(f"{W}tbl"))
    assert tables
    for table in tables:
        rows = table.findall(f"{W}tr")
        headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert headers[0]
        assert headers.count(True) == 1
        assert all(text_of(cell).strip() for cell in rows[0].iter(f"{W}tc"))
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val").strip()


def test_tables_are_regular_and_never_nested(document):
    for table in body(document).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert all(len(row.findall(f"{W}tc")) == columns for row in table.iter(f"{W}tr"))
        assert table.find(f".//{W}tbl") is None
        for cell in table.iter(f"{W}tc"):
            assert cell[-1].tag == f"{W}p", "Word repairs a cell that does not end in a paragraph."


def test_two_tables_never_touch(document):
    children = list(body(document)[0])
    for earlier, later in pairwise(children):
        assert (earlier.tag, later.tag) != (f"{W}tbl", f"{W}tbl")


def test_every_style_that_is_used_is_defined(document):
    defined = {node.get(f"{W}styleId") for node in document["word/styles.xml"].iter(f"{W}style")}
    used = {
        node.get(f"{W}val")
        for part in ("word/document.xml", "word/footer1.xml")
        for node in document[part].iter(f"{W}pStyle", f"{W}rStyle")
    }
    assert used <= defined


def test_numbers_of_controls_and_bookmarks_are_used_once(document):
    for tag in (f"{W}sdtPr/{W}id", f"{W}bookmarkStart"):
        attribute = f"{W}val" if "sdtPr" in tag else f"{W}id"
        numbers = [node.get(attribute) for node in body(document).iterfind(f".//{tag}")]
        assert len(numbers) == len(set(numbers)) > 0


def test_every_control_has_a_title_for_screen_readers(document):
    for control in body(document).iter(f"{W}sdt"):
        assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val").strip()


def test_the_foot_counts_pages_and_says_that_it_is_confidential(document):
    foot = document["word/footer1.xml"]
    fields = [node.get(f"{W}instr").strip() for node in foot.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Confidential" in text_of(foot)


def test_word_opens_it_without_compatibility_mode(document):
    modes = [
        node.get(f"{W}val")
        for node in document["word/settings.xml"].iter(f"{W}compatSetting")
        if node.get(f"{W}name") == "compatibilityMode"
    ]
    assert modes == ["15"]


def test_the_document_loads_nothing_from_elsewhere(document):
    for name, part in document.items():
        if name.endswith(".rels"):
            assert not [node for node in part if node.get("TargetMode") == "External"]
