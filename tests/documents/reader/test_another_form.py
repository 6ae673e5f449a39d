"""A file of another version, another form, another plan, another child, or of nobody we know."""

import dataclasses

import pytest

from pep_plugin.documents import word
from pep_plugin.documents.word import reading
from pep_plugin.documents.word.reading import Refused, read_any, read_filled
from pep_plugin.formversions.publish import publish
from pep_plugin.sections import definitions
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section, Table
from tests.documents import scene
from tests.documents.reader import filling
from tests.documents.reader.test_other_programs import (
    as_left_by,
    without_bookmarks,
    without_controls,
)
from tests.documents.reader.writing import control, file, p, run, table, words


def form(*questions, key="primary", title="The form", section="part"):
    made = Section(
        key=section,
        title="The part",
        owner_role="designated_teacher",
        pages=(Page(questions=questions),),
    )
    return Form(key=key, title=title, phase="primary", sections=(made,))


COLOURS = (Choice("r", "Red"), Choice("g", "Green"))
OLD = form(
    Question(key="same", label="The same"),
    Question(key="gone", label="Gone since"),
    Question(key="number", label="Once words"),
    Question(key="colour", label="Colour", kind="choice", choices=COLOURS),
    Question(
        key="rows",
        label="Rows",
        kind="table",
        table=Table(columns=(Question(key="a", label="A"), Question(key="b", label="B"))),
    ),
)
NEW = form(
    Question(key="same", label="The same, in better words"),
    Question(key="number", label="Now a number", kind="number"),
    Question(key="colour", label="Colour", kind="choice", choices=COLOURS[:1]),
    Question(
        key="rows",
        label="Rows",
        kind="table",
        table=Table(columns=(Question(key="a", label="A"), Question(key="c", label="C"))),
    ),
)
GIVEN = {
    "part": {
        "same": {"value": "Stays"},
        "gone": {"value": "Has no place"},
        "number": {"value": "12"},
        "colour": {"value": "g"},
        "rows": {
            "value": [{"id": "k3v9x2m4qa", "cells": {"a": {"value": "1"}, "b": {"value": "2"}}}]
        },
    }
}


def filled(of, given, number=1, **head):
    from pep_plugin.documents.walk import walk
    from pep_plugin.sections.roles import VIRTUAL_SCHOOL

    told = {**scene.HEAD, "form_number": number, **head}
    return word.filled(walk(of, given, scene.CONTEXT, told, roles=VIRTUAL_SCHOOL))


@pytest.fixture
def versions(db):
    publish(OLD)
    publish(NEW)


def test_an_older_version_is_brought_over_by_its_keys(versions):
    found = read_filled(filled(OLD, GIVEN, 1), NEW, version=2)
    assert found.answers == {
        "part.same": {"value": "Stays"},
        "part.number": {"value": "12"},
        "part.colour": {"typed": "Green"},
        "part.rows": {"value": [{"id": "k3v9x2m4qa", "cells": {"a": {"value": "1"}}}]},
    }
    assert found.unplaced == [
        {"text": "Has no place", "near": "Gone since"},
        {"text": "2", "near": "Rows, Row 1: B"},
    ]
    assert found.differs == ["version"]
    assert found.notes[0].startswith("The file was made with version 1 of this form.")


def test_the_plans_own_version_says_nothing(versions):
    better = dataclasses.replace(NEW, title="The form, in better words")
    found = read_filled(filled(NEW, {"part": {"same": {"value": "Stays"}}}, 2), better, version=2)
    assert (found.differs, found.notes) == ([], [])
    assert found.answers == {"part.same": {"value": "Stays"}}


def test_another_form_is_said_to_be_one(versions):
    other = form(Question(key="same", label="The same"), key="secondary", title="Another form")
    publish(other)
    found = read_filled(filled(other, {"part": {"same": {"value": "Stays"}}}), NEW, version=2)
    assert found.differs == ["form"]
    assert "another form: “Another form”" in found.notes[0]
    assert found.answers == {"part.same": {"value": "Stays"}}


def test_a_paper_brings_along_what_the_plan_asks_too(db):
    paper = definitions.papers()["my-views-8-11"]
    primary = definitions.shipped()["primary"]
    tag = "views.going_well"
    data = word.blank(paper, version=1)
    from tests.documents.corpus.make import pack, unpack

    parts = unpack(data)
    parts["word/document.xml"] = unpack(file(p(control(run("Football"), tag))))["word/document.xml"]
    found = read_filled(pack(parts), primary, version=1)
    assert found.differs == ["paper"]
    assert paper.title in found.notes[0]
    assert found.answers == {tag: {"value": "Football"}}


@pytest.mark.parametrize(
    ("given", "differs"),
    [
        ({}, []),
        ({"reference": "PEP-7K2M-4QX9"}, []),
        ({"reference": "PEP-0000-0000"}, ["plan"]),
    ],
)
def test_the_plan_of_the_file_is_compared(versions, given, differs):
    found = read_filled(filled(NEW, {}, 2), NEW, version=2, **given)
    assert found.differs == differs
    assert len(found.notes) == len(differs)


def test_the_child_of_a_blank_form_that_was_filled_in_by_hand_is_compared(db):
    with_upn = form(Question(key="upn", label="UPN", kind="identifier", shows="child.upn"))
    data = file(p(control(run("R 2011 0001 8042"), "part.upn")), plain="yes")
    found = read_filled(data, with_upn, upn="r201100018042")
    assert (found.upn, found.differs, found.answers) == ("R201100018042", [], {})
    assert found.shown == {"part.upn": "R 2011 0001 8042"}
    found = read_filled(data, with_upn, upn="A823432108033")
    assert "child" in found.differs
    assert "pupil number" in found.notes[-1]


def test_a_file_that_is_no_form_of_ours_is_said_to_be_none(db):
    letter = file(p(run("Dear all")) + table(words("Dinner", "1 May 2026")), plain="yes")
    found = read_filled(letter, definitions.shipped()["primary"])
    assert found.differs == ["unknown"]
    assert found.answers == {}
    assert [one["text"] for one in found.unplaced] == ["Dear all", "Dinner", "1 May 2026"]
    with pytest.raises(Refused, match="not one of the forms"):
        read_any(letter)


def test_a_form_that_lost_every_mark_is_known_by_its_labels(db):
    given = {"views": {"going_well": {"value": "Football"}}}
    primary = filling.everything_asked(definitions.shipped()["primary"])
    data = word.filled(filling.outline(primary, given))
    found, known = read_any(as_left_by(data, without_controls, without_bookmarks))
    assert known.key == "primary"
    assert found.answers == {"views.going_well": {"value": "Football"}}


def test_a_council_s_own_list_and_kind_are_known_though_the_process_knows_neither(db, monkeypatch):
    from pep_plugin.sections import codelists, kinds
    from pep_plugin.sections.kinds.choose import OneChoice

    class BusLine(OneChoice):
        key = "riverside.bus_line"
        label = "Bus line"

    monkeypatch.setitem(codelists._LISTS, "riverside.lines", (Choice("x7", "The long one"),))
    monkeypatch.setitem(kinds._REGISTRY, BusLine.key, BusLine())
    monkeypatch.setattr(reading, "_KEPT", {})
    own = form(Question(key="bus", label="Bus", kind=BusLine.key, choices="riverside.lines"))
    found = read_filled(filled(own, {"part": {"bus": {"value": "x7"}}}), own)
    assert found.answers == {"part.bus": {"value": "x7"}}
