"""A plan as Word: each answer can be found by its tag, by its bookmark and by its label."""

import pytest

from pep_plugin.documents import word
from pep_plugin.documents.word import names
from pep_plugin.sections import kinds
from pep_plugin.sections.kinds.tables import TableKind
from tests.documents import scene
from tests.documents.scene import (
    NAUGHTY,
    W14,
    W,
    bookmarks,
    content,
    controls,
    labelled_cells,
    outline,
    said,
)

#: What is printed without a control: nobody types it.
NOT_TYPED = {"computed", "file", "table"}


@pytest.fixture(scope="module")
def filled() -> bytes:
    return word.filled(outline())


@pytest.mark.parametrize("key", NAUGHTY)
def test_every_text_equals_what_is_stored(key, filled):
    path = f"words.{key}"
    assert content(controls(filled)[path]) == NAUGHTY[key]
    assert bookmarks(filled)[names.bookmark(path)] == NAUGHTY[key]
    assert (f"Words that are {key}", NAUGHTY[key]) in list(labelled_cells(filled))


@pytest.mark.parametrize("kind", sorted(set(kinds.registered()) - NOT_TYPED - {"choices"}))
def test_every_kind_is_found_by_tag_bookmark_and_label(kind, filled):
    path, text = f"every.{kind}", said(outline(), f"every.{kind}").text
    assert content(controls(filled)[path]) == text
    assert bookmarks(filled)[names.bookmark(path)] == text
    assert (f"A question of the kind {kind}", text) in list(labelled_cells(filled))


def test_boxes_are_ticked_for_what_was_chosen(filled):
    found = controls(filled)
    ticked = {
        tag.partition("=")[2]: box.find(f".//{W14}checked").get(f"{W14}val")
        for tag, box in found.items()
        if tag.startswith("every.choices=")
    }
    assert ticked == {"a": "1", "b": "1", "c": "0"}
    assert content(found["every.choices"]).splitlines()[0] == "☒\N{NO-BREAK SPACE}Alpha"


def test_an_option_that_the_list_no_longer_holds_is_kept():
    given = scene.answers()
    given["every"]["choices"] = {"value": ["a", "gone"]}
    assert "every.choices=gone" in controls(word.filled(outline(given=given)))


def test_a_choice_is_a_list_that_opens_with_the_reasons_for_no_answer(filled):
    items = controls(filled)["every.choice"].findall(f".//{W}listItem")
    assert [(item.get(f"{W}value"), item.get(f"{W}displayText")) for item in items][:4] == [
        ("a", "Alpha"),
        ("b", "Beta, with a comma"),
        ("c", "Gamma"),
        ("none:unknown", "Not known yet"),
    ]


def test_a_date_knows_its_day(filled):
    date = controls(filled)["every.date"].find(f".//{W}date")
    assert date.get(f"{W}fullDate") == "2026-01-12T00:00:00Z"


def test_a_date_that_could_not_be_read_stands_as_it_was_typed():
    data = word.filled(outline(given={"every": {"date": {"typed": "31 Feb"}}}))
    assert content(controls(data)["every.date"]) == "31 Feb"
    assert controls(data)["every.date"].find(f".//{W}date").get(f"{W}fullDate") is None


def test_every_cell_of_a_table_is_found_by_its_row(filled):
    table = said(outline(), "every.table")
    found, marks = controls(filled), bookmarks(filled)
    for row in table.rows:
        assert names.row_bookmark("every.table", row.id) in marks
        for cell in row.cells:
            assert content(found[f"every.table#{row.id}.{cell.question.key}"]) == cell.text
            assert marks[names.bookmark("every.table", row.id, cell.question.key)] == cell.text


def test_an_answer_that_is_not_there_says_not_provided_and_can_be_typed_over():
    data = word.filled(outline(given={}))
    for path, question in ((p, q) for p, _s, q in scene.form().paths()):
        if question.kind in NOT_TYPED | {"choices"} or question.shows or path == "sixth.choice":
            continue
        control = controls(data)[path]
        assert content(control) == "Not provided", path
        assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None, path


def test_what_is_left_out_can_not_come_back_as_an_empty_answer():
    data = word.filled(outline(audience="carer"))
    assert "home.phone" not in controls(data)
    assert ("Carer’s telephone", "Left out of this copy") in list(labelled_cells(data))


def test_a_plan_being_written_has_empty_rows_and_a_sent_one_has_none():
    new = [tag for tag in controls(word.filled(outline())) if "#new" in tag]
    assert "every.table#new1.target" in new
    sent = outline(head={**scene.HEAD, "sent_at": "2026-11-24T14:32:00+00:00"})
    assert not [tag for tag in controls(word.filled(sent)) if "#new" in tag]


def test_the_form_and_its_version_are_known_in_three_places(filled):
    properties = scene.parts(filled)["docProps/custom.xml"]
    own = {node.get("name"): node[0].text for node in properties}
    assert own == {
        "PepForm": "primary",
        "PepFormVersion": "3",
        "PepReference": "PEP-7K2M-4QX9",
    }
    assert "form_primary_v3" in bookmarks(filled)


def test_no_name_stands_in_the_properties(filled):
    found = scene.parts(filled)
    for part in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        text = "".join(found[part].itertext())
        assert not [word for word in ("Maya", "Kestrel", "Okafor", "python") if word in text]


def test_lines_that_run_from_right_to_left_say_so(filled):
    hebrew = controls(filled)["words.hebrew"]
    assert hebrew.find(f".//{W}rtl") is not None
    assert hebrew.getparent().find(f"{W}pPr/{W}bidi") is not None
    assert controls(filled)["words.welsh"].find(f".//{W}rtl") is None


def test_a_kind_that_is_no_longer_installed_is_written_as_text():
    assert isinstance(kinds.get("table"), TableKind)
    form = scene.Form(
        key="f",
        title="F",
        phase="primary",
        sections=(
            scene.Section(
                key="s",
                title="S",
                owner_role="child",
                pages=(scene.Page(questions=(scene.Question(key="q", label="Q", kind="gone"),)),),
            ),
        ),
    )
    data = word.filled(outline(form=form, given={"s": {"q": {"value": {"a": "ł"}}}}))
    assert content(controls(data)["s.q"]) == '{"a": "ł"}'


def test_python_docx_opens_what_was_written(filled):
    import io

    import docx

    document = docx.Document(io.BytesIO(filled))
    assert len(document.tables) > 4
