"""The papers of the library: each question stands in the document by label, control and bookmark,
and looks like what it is - a face to tick, a box to draw in, an agenda, a checklist.
"""

import dataclasses
import json
import re

import pytest

from pep_plugin.documents import word
from pep_plugin.documents.word import controls, look, names
from pep_plugin.sections import codec, definitions, form_checks
from pep_plugin.sections.schema import Form, Page, Question, Section, Table
from tests.documents import scene
from tests.documents.scene import W14, W, bookmarks, content, text_of
from tests.documents.scene import controls as controls_of

PAPERS = definitions.papers()
CHILDS = [key for key, form in PAPERS.items() if form.audience == "child"]
PHASES = ("primary", "secondary")


@pytest.fixture(scope="module", params=PAPERS)
def made(request):
    form = PAPERS[request.param]
    return form, word.blank(form, version=4, council="Alderbrook Council")


def _cells(form):
    """(path, row id, column key, question) of every place for an answer."""
    for path, _section, question in form.paths():
        if question.table is None:
            yield path, "", "", question
            continue
        fixed = [row.code for row in question.table.fixed_rows]
        for row in fixed or ["new1", "new2", "new3"]:
            for column in question.table.columns:
                yield path, row, column.key, column


def test_there_are_the_seven_that_the_library_ships():
    assert list(PAPERS) == [
        "my-views-5-7",
        "my-views-8-11",
        "my-views-11-16",
        "my-profile",
        "carers-view",
        "meeting-agenda",
        "teachers-checklist",
    ]
    assert not set(PAPERS) & set(definitions.shipped())


def test_each_may_be_published_and_comes_back_from_its_json(made):
    form, _data = made
    assert form_checks.problems(form) == []
    assert codec.from_json(json.loads(json.dumps(codec.to_json(form)))) == form
    assert (form.purpose, form.phase) == ("template", "")


def test_nothing_must_be_answered_and_nothing_is_hidden(made):
    form, data = made
    for path, section, question in form.paths():
        assert question.required is False, path
        assert question.applies is section.applies is None, path
    text = text_of(scene.body(data))
    assert "ptional" not in text
    assert "Only if “" not in text


def test_every_question_stands_in_it_by_label(made):
    form, data = made
    text = text_of(scene.body(data))
    for section in form.sections:
        assert section.title in text
        for page in section.pages:
            assert page.title in text
        for question in section.questions:
            assert question.label in text or question.kind == "scale", question.key


def test_every_answer_has_a_control_and_a_bookmark(made):
    form, data = made
    tags, marks = controls_of(data), bookmarks(data)
    for path, row, column, question in _cells(form):
        assert names.bookmark(path, row, column) in marks, path
        if not controls.options(question):
            assert names.tag(path, row, column) in tags, path
            continue
        for option in controls.options(question):
            box = tags[names.option_tag(path, option.code, row, column)]
            assert content(box) == "☐"
            assert box.find(f".//{W14}checked").get(f"{W14}val") == "0"
            assert (
                option.label in box.find(f"{W}sdtPr/{W}alias").get(f"{W}val")
                or len(box.find(f"{W}sdtPr/{W}alias").get(f"{W}val")) == 64
            )
            assert marks[names.option_bookmark(path, option.code, row, column)] == "☐"


def test_every_row_of_a_table_has_its_bookmark(made):
    form, data = made
    marks = bookmarks(data)
    for path, row, _column, _question in _cells(form):
        assert not row or names.row_bookmark(path, row) in marks


def test_the_version_travels_with_it_even_where_it_is_not_shown(made):
    form, data = made
    own = {node.get("name"): node[0].text for node in scene.parts(data)["docProps/custom.xml"]}
    assert own == {"PepForm": form.key, "PepFormVersion": "4"}
    assert names.form_bookmark(form.key, 4) in bookmarks(data)
    assert ("Version 4" in text_of(scene.body(data))) is (form.audience != "child")


def test_a_question_that_the_pep_asks_too_is_asked_in_its_words():
    shipped = [definitions.shipped()[key] for key in PHASES]
    shared = 0
    for form in PAPERS.values():
        for path, _section, question in form.paths():
            theirs = [
                other for pep in shipped for pep_path, _s, other in pep.paths() if pep_path == path
            ]
            if theirs:
                shared += 1
                assert question.kind in {other.kind for other in theirs}, path
                assert question.label in {other.label for other in theirs}, path
    assert shared > 40


def test_a_long_list_opens_instead_of_filling_the_page():
    form = _asks(Question(key="q", label="Who?", kind="choice", choices="contact_role"))
    (control,) = controls_of(word.blank(form)).values()
    assert control.find(f".//{W}dropDownList") is not None


@pytest.mark.parametrize("key", CHILDS)
def test_a_childs_paper_speaks_as_the_child_and_says_that_it_is_private(key):
    data = word.blank(PAPERS[key], version=1)
    text = text_of(scene.body(data))
    assert re.search(r"\b(I|my|My|me)\b", text)
    for word_ in ("young person", "To be filled in by", "Version", "Click", "{{"):
        assert word_ not in text
    assert "Private once I have filled it in" in text_of(scene.parts(data)["word/footer1.xml"])


@pytest.mark.parametrize("key", ["my-views-5-7", "my-views-8-11", "my-views-11-16"])
def test_a_child_is_told_before_writing_whom_to_turn_to_and_that_all_may_be_left_out(key):
    intro = PAPERS[key].intro
    assert "leave" in intro
    assert "safe" in intro


def test_each_face_stands_beside_its_box_in_every_row():
    form = PAPERS["my-views-5-7"]
    root = scene.body(word.blank(form))
    table = next(t for t in root.iter(f"{W}tbl") if "Very sad" in text_of(t))
    head, *rows = table.findall(f"{W}tr")
    words = [text_of(cell) for cell in head.iter(f"{W}tc")]
    assert words[1:] == ["Very sad", "Sad", "Not sure", "Happy", "Very happy"]
    assert len(rows) == len(form.question("views.faces").table.fixed_rows)
    for row in rows:
        for number, cell in enumerate(row.findall(f"{W}tc")[1:], start=1):
            (picture,) = cell.iter("{*}cNvPr")
            assert picture.get("name") == f"face-{number}.png"
            assert len(list(cell.iter(f"{W14}checkbox"))) == 1
        assert next(row.find(f"{W}tc").iter("{*}cNvPr")) is not None


def test_a_scale_of_numbers_has_no_faces():
    root = scene.body(word.blank(PAPERS["my-views-11-16"]))
    table = next(t for t in root.iter(f"{W}tbl") if "I feel safe" in text_of(t))
    assert [text_of(cell) for cell in table.find(f"{W}tr").iter(f"{W}tc")][1:] == [
        str(number) for number in range(11)
    ]
    assert next(table.iter("{*}cNvPr"), None) is None


def test_there_is_room_to_draw_a_hand_high():
    root = scene.body(word.blank(PAPERS["my-views-5-7"]))
    heights = [int(node.get(f"{W}val")) for node in root.iter(f"{W}trHeight")]
    assert max(heights) / 56.7 > 90


def test_in_the_agenda_the_child_speaks_first_and_last_but_one():
    agenda = PAPERS["meeting-agenda"].question("agenda.items")
    rows = [row.code for row in agenda.table.fixed_rows]
    assert rows[0] == "child_first"
    assert rows[-2:] == ["last_word", "next"]


def test_the_agendas_times_add_up_to_the_hour_that_it_promises():
    form = PAPERS["meeting-agenda"]
    prompts = form.question("agenda.items").table.column("minutes").limits["prompts"]
    assert sum(int(text.split()[0]) for text in prompts.values()) == 60
    assert form.intro.startswith("One hour.")


def test_what_the_agenda_suggests_counts_as_empty():
    tags = controls_of(word.blank(PAPERS["meeting-agenda"]))
    lead = tags["agenda.items#child_first.leads"]
    assert content(lead) == "The child"
    assert lead.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def test_the_checklist_is_boxes_with_a_hanging_indent():
    root = scene.body(word.blank(PAPERS["teachers-checklist"]))
    ticks = [
        paragraph
        for paragraph in root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle") is not None
        and paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "PEPTick"
    ]
    assert len(ticks) > 35
    assert all(text_of(tick).startswith("☐\t") for tick in ticks)


def test_a_council_may_choose_the_size_of_type_but_none_too_small_to_read():
    assert look.for_paper("child", 16).size == 16
    assert look.for_paper("child", 0).size == 13
    assert look.for_paper("child", 8).size == 13
    assert look.for_paper("nobody", 0) == look.for_paper("staff", 0)


def test_a_councils_own_paper_of_any_kind_of_question_can_be_made():
    from pep_plugin.sections import kinds

    form = dataclasses.replace(scene.form(), purpose="template", audience="child", intro="")
    data = word.blank(form)
    for path, _section, question in form.paths():
        if question.table is None and not controls.options(question):
            assert question.kind == "computed" or names.tag(path) in controls_of(data), path
    assert {q.kind for _p, _s, q in form.paths()} >= set(kinds.registered())


def test_a_paper_whose_list_is_gone_leaves_room_to_choose():
    for kind in ("choice", "choices", "scale"):
        form = _asks(Question(key="q", label="Which?", kind=kind, choices="no_such_list"))
        assert "s.q" in controls_of(word.blank(form)), kind


def test_scales_of_different_steps_stand_in_tables_of_their_own():
    form = _asks(
        Question(key="a", label="A?", kind="scale", choices="faces"),
        Question(key="b", label="B?", kind="scale", limits={"points": 4}),
        Question(key="c", label="C?", kind="scale", limits={"points": 100}),
    )
    heads = [text_of(t.find(f"{W}tr")) for t in scene.body(word.blank(form)).iter(f"{W}tbl")]
    assert heads == ["How I feelVery sadSadNot sureHappyVery happy", "How I feel01234", "WhatNotes"]


@pytest.mark.parametrize("room", ["high", None, -40, 10_000, True, [1]])
def test_a_height_that_is_none_does_no_harm(room):
    limits = {"room": room, "share": room, "prompts": room}
    form = _asks(Question(key="q", label="Q?", kind="long_text", limits=limits))
    heights = [int(n.get(f"{W}val")) for n in scene.body(word.blank(form)).iter(f"{W}trHeight")]
    assert all(0 < height <= 31_680 for height in heights)


def test_a_table_too_wide_for_a_page_is_written_row_by_row():
    columns = tuple(Question(key=f"c{n}", label=f"Column {n}") for n in range(9))
    table = Table(row_name="thing", min_rows=3, columns=columns)
    data = word.blank(_asks(Question(key="t", label="T?", kind="table", table=table)))
    assert names.tag("s.t", "new3", "c8") in controls_of(data)
    assert "Thing 3" in text_of(scene.body(data))


def _asks(*questions: Question) -> Form:
    section = Section(key="s", title="S", owner_role="child", pages=(Page(questions=questions),))
    return Form(key="f", title="F", phase="", purpose="template", sections=(section,))
