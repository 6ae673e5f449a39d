"""Files as other programs leave them: without controls, without bookmarks, without our styles."""

import re

import pytest

from pep_plugin.documents import word
from pep_plugin.documents.word import names, reader
from pep_plugin.sections import answers, definitions
from tests.documents import scene
from tests.documents.corpus.make import pack, unpack
from tests.documents.reader import filling
from tests.documents.reader.writing import FORM, bookmark, p, read, run, table, words

FORMS = {key: filling.everything_asked(form) for key, form in definitions.shipped().items()}
FORMS["small"] = filling.everything_asked(scene.form())


def without_controls(xml):
    """Controls dissolved into what stands in them."""
    xml = re.sub(r"<w:sdtPr>.*?</w:sdtPr>", "", xml, flags=re.S)
    return re.sub(r"</?w:sdt(?:Content)?>", "", xml)


def without_bookmarks(xml):
    return re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml)


def without_styles(xml):
    xml = re.sub(r"<w:pStyle [^>]*/>", "", xml)
    return re.sub(r"<w:rStyle [^>]*/>", "", xml)


def as_left_by(data, *changes):
    """The file after a program that keeps neither our properties nor what ``changes`` take away."""
    parts = unpack(data)
    parts.pop("docProps/custom.xml")
    xml = parts["word/document.xml"].decode()
    for change in changes:
        xml = change(xml)
    return pack({**parts, "word/document.xml": xml.encode()})


MANNERS = {
    "keeps bookmarks": (without_controls,),
    "keeps neither": (without_controls, without_bookmarks),
    "keeps nothing at all": (without_controls, without_bookmarks, without_styles),
}


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("key", FORMS)
def test_every_answer_of_a_filled_form_lands(key, manner):
    form = FORMS[key]
    given = answers.sample(form)
    data = as_left_by(word.filled(filling.outline(form, given)), *MANNERS[manner])
    found = reader.read(data, form)
    for path, section, question in form.paths():
        if not question.is_typed or question.kind == "file" or path not in found.answers:
            continue
        wanted = given[section.key][question.key]
        if question.table is None and question.kind != "row_link":
            assert found.answers[path] == wanted, path
        elif question.table is not None:
            assert cells(found.answers[path], question) == cells(wanted, question), path
    missing = [
        path
        for path, _section, question in form.paths()
        if question.is_typed and question.kind != "file" and path not in found.answers
    ]
    assert missing == []


def cells(answer, question):
    """What stands in a table, without the names of rows, which only a bookmark keeps."""
    links = {column.key for column in question.table.columns if column.kind == "row_link"}
    return [
        {key: cell for key, cell in row["cells"].items() if key not in links}
        for row in answer["value"]
    ]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("key", [*FORMS, *definitions.papers()])
def test_a_blank_form_holds_no_answer_whatever_saved_it(key, manner):
    form = FORMS.get(key) or definitions.papers()[key]
    found = reader.read(as_left_by(word.blank(form), *MANNERS[manner]), form)
    assert found.answers == {}


def test_the_form_is_known_by_a_bookmark():
    data = as_left_by(word.blank(FORMS["early-years"], version=12), without_controls)
    found = reader.read(data, FORMS["early-years"])
    assert (found.form, found.version) == ("early-years", 12)


def test_a_label_is_enough_and_the_heading_says_which_of_two():
    body = (
        p(run("Every kind"))
        + table(words("A question of the kind text:", "Loves maths"))
        + p(run("Home"))
        + table(words("CARER’S TELEPHONE", "01632 960123"), words("What is this?", "A row of mine"))
    )
    found = read(body, plain="yes")
    assert found.answers == {
        "every.text": {"value": "Loves maths"},
        "home.phone": {"value": "01632 960123"},
    }
    assert found.how == {"every.text": "label", "home.phone": "label"}
    assert found.unplaced == [
        {"text": "What is this?", "near": "Carer’s telephone".upper()},
        {"text": "A row of mine", "near": "What is this?"},
    ]


def test_rows_are_read_by_the_heads_of_their_columns_in_any_order():
    body = p(run("A question of the kind table")) + table(
        words("By when", "Area", "The target"),
        words("1/9/26", "reading", "Read aloud"),
        words("", "", ""),
        words("soon", "Nonsense", "Swim"),
    )
    found = read(body, plain="yes")
    assert [row["cells"] for row in found.answers["every.table"]["value"]] == [
        {
            "area": found.answers["every.table"]["value"][0]["cells"]["area"],
            "target": {"value": "Read aloud"},
            "by_when": {"value": "2026-09-01"},
        },
        {
            "area": {"typed": "Nonsense"},
            "target": {"value": "Swim"},
            "by_when": {"typed": "soon"},
        },
    ]
    assert "2 rows were added" in found.notes[0]


def test_a_bookmark_round_the_first_word_stands_for_the_whole_cell():
    name = names.bookmark("every.long_text")
    body = table(
        f"<w:tr><w:tc>{p(run('A question of the kind long_text'))}</w:tc>"
        f"<w:tc>{p(bookmark(run('Loves'), name), run(' maths'))}{p(run('and art'))}</w:tc></w:tr>"
    )
    found = read(body)
    assert found.answers == {"every.long_text": {"value": "Loves maths\nand art"}}
    assert found.how["every.long_text"] == "bookmark"


def test_what_was_left_out_of_a_copy_is_not_taken_for_an_answer():
    data = word.filled(scene.outline(audience="parent"))
    for changes in ((), *MANNERS.values()):
        found = reader.read(as_left_by(data, *changes), FORM)
        assert "home.phone" not in found.answers
        assert "home.phone" not in found.how
