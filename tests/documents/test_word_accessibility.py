"""A lint of Word documents: what a screen reader needs is there, and what Word repairs is not.

It reads every form and every paper that is shipped, by itself, and plans that are filled in.
"""

import re
from itertools import pairwise

import pytest

from pep_plugin.documents import word
from pep_plugin.sections import definitions
from tests.documents import scene
from tests.documents.scene import W, outline, parts, text_of

DC = "{http://purl.org/dc/elements/1.1/}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"


FORMS = {**definitions.shipped(), **definitions.papers(), "small": scene.form()}
SMALLEST, SMALLEST_FOR_A_CHILD = 11, 13


@pytest.fixture(scope="module", params=[*FORMS, "filled", "parent"])
def document(request):
    if request.param in FORMS:
        return parts(word.blank(FORMS[request.param], version=1))
    return parts(word.filled(outline(audience="full" if request.param == "filled" else "parent")))


def body(document):
    return document["word/document.xml"]


def test_it_has_a_title_and_a_language(document):
    core = document["docProps/core.xml"]
    titles = {form.title for form in FORMS.values()}
    assert core.findtext(f"{DC}title") in {"PEP-7K2M-4QX9", *titles}
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
    assert re.search("Confidential|Private once I have filled it in", text_of(foot))


def test_every_picture_has_words_or_is_marked_as_decoration(document):
    for picture in body(document).iter(f"{WP}docPr"):
        decorative = picture.find(f".//{ADEC}decorative")
        assert picture.get("descr") or (decorative is not None and decorative.get("val") == "1")
    numbers = [picture.get("id") for picture in body(document).iter(f"{WP}docPr")]
    assert len(numbers) == len(set(numbers))


def test_every_picture_is_in_the_line_where_a_reader_meets_it(document):
    assert next(body(document).iter(f"{WP}anchor"), None) is None


def test_nothing_is_said_by_an_empty_paragraph_but_a_gap(document):
    for paragraph in body(document).iter(f"{W}p"):
        said = text_of(paragraph).strip() or paragraph.find(f".//{WP}docPr") is not None
        assert said or style_of(paragraph) in ("PEPGap", "Subtitle")


def test_type_is_large_enough(document):
    least = SMALLEST_FOR_A_CHILD if is_childs(document) else SMALLEST
    sizes = {
        name: int(style.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2
        for name, style in styles_of(document).items()
        if name in used_styles(document) - {"PEPGap"} and style.find(f"{W}rPr/{W}sz") is not None
    }
    assert len(sizes) > 8
    assert not {name: size for name, size in sizes.items() if size < least}


def test_words_stand_out_from_what_is_behind_them(document):
    styles = styles_of(document)
    for part in ("word/document.xml", "word/footer1.xml"):
        for run in document[part].iter(f"{W}r"):
            if text_of(run).strip():
                ink, ground = colours(run, styles)
                assert contrast(ink, ground) >= 4.5, (text_of(run), ink, ground)


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


# -- reading a document's look --------------------------------------------------------------------


def is_childs(document):
    own = {node.get("name"): node[0].text for node in document["docProps/custom.xml"]}
    form = FORMS.get(own["PepForm"])
    return form is not None and form.audience == "child"


def styles_of(document):
    return {node.get(f"{W}styleId"): node for node in document["word/styles.xml"].iter(f"{W}style")}


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else style.get(f"{W}val")


def used_styles(document):
    return {
        style_of(paragraph)
        for part in ("word/document.xml", "word/footer1.xml")
        for paragraph in document[part].iter(f"{W}p")
    }


def colours(run, styles):
    """(ink, ground) of a run: its own or its style's, its paragraph's, its cell's, white."""
    paragraph = next(run.iterancestors(f"{W}p"))
    style = styles[style_of(paragraph)]
    character = run.find(f"{W}rPr/{W}rStyle")
    inks = [run.find(f"{W}rPr/{W}color")]
    if character is not None:
        inks.append(styles[character.get(f"{W}val")].find(f"{W}rPr/{W}color"))
    inks.append(style.find(f"{W}rPr/{W}color"))
    grounds = [style.find(f"{W}pPr/{W}shd")]
    cell = next(run.iterancestors(f"{W}tc"), None)
    if cell is not None:
        grounds.append(cell.find(f"{W}tcPr/{W}shd"))
    ink = next((node.get(f"{W}val") for node in inks if node is not None), "000000")
    ground = next((node.get(f"{W}fill") for node in grounds if node is not None), "FFFFFF")
    return ink, ground


def contrast(one, other):
    """The ratio by which WCAG 2.2 measures two colours."""

    def luminance(colour):
        shares = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
        red, green, blue = (
            share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
            for share in shares
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_lint_can_tell_a_good_colour_from_a_bad_one():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") < 4.5
