"""The one walk: what is asked, what stands there, and what is said in place of an answer."""

import pytest

from pep_plugin.documents.title import printed_day
from pep_plugin.documents.walk import walk
from pep_plugin.sections import roles
from pep_plugin.sections.schema import Form, Page, Question, Section, Table
from tests.documents import scene
from tests.documents.scene import outline, said


def test_an_answer_stands_in_words():
    entry = said(outline(), "every.date")
    assert (entry.text, entry.state, entry.value) == ("12 January 2026", "answered", "2026-01-12")


def test_a_question_without_an_answer_says_not_provided():
    entry = said(outline(given={}), "every.text")
    assert (entry.text, entry.state, entry.value) == ("Not provided", "not_provided", None)


def test_a_table_without_rows_says_not_provided():
    table = said(outline(given={}), "every.table")
    assert (table.text, table.state, table.rows) == ("Not provided", "not_provided", ())


def test_a_hidden_section_is_not_there():
    keys = [section.key for section in outline().sections]
    assert "sixth" not in keys
    year_six = outline(context={**scene.CONTEXT, "year_group": "6"})
    assert "sixth" in [section.key for section in year_six.sections]


def test_a_reason_for_having_no_answer_names_whom_to_ask():
    given = {"every": {"text": {"none": "unknown", "ask": roles.SOCIAL_WORKER}}}
    entry = said(outline(given=given), "every.text")
    assert (entry.text, entry.state) == ("Not known yet", "none")
    assert entry.note == "To ask: Social worker."


def test_what_could_not_be_read_stands_as_it_was_typed_with_the_reason():
    entry = said(outline(given={"every": {"date": {"typed": "31 Feb 2026"}}}), "every.date")
    assert (entry.text, entry.state, entry.value) == ("31 Feb 2026", "typed", None)
    assert "not a date" in entry.note


def test_a_removed_answer_says_when_and_why():
    marker = {"removed": {"on": "2026-11-24", "reason": "It was about another child"}}
    entry = said(outline(given={"every": {"text": marker}}), "every.text")
    assert entry.state == "removed"
    assert "another child" in entry.text


def test_a_removed_table_says_so_and_has_no_rows():
    marker = {"removed": {"on": "2026-11-24", "reason": "It was about another child"}}
    table = said(outline(given={"every": {"table": marker}}), "every.table")
    assert (table.state, table.rows) == ("removed", ())
    assert "another child" in table.text


def test_a_record_is_shown_from_the_head():
    assert said(outline(), "home.upn").text == "R201100018042"
    assert said(outline(head={**scene.HEAD, "shown": {}}), "home.upn").text == "Not provided"


def test_what_is_worked_out_stands_beside_what_was_typed():
    assert said(outline(), "every.computed").text == "50.0%"


def test_a_link_to_rows_prints_their_names():
    link = said(outline(), "every.row_link")
    assert link.text.startswith("Target 1: Enjoys explaining how things work.")


def test_a_link_to_a_row_that_is_gone_says_so():
    given = scene.answers()
    given["every"]["row_link"] = {"value": ["9999999999"]}
    assert said(outline(given=given), "every.row_link").text == "A row that was taken away"


def test_a_confirmed_answer_says_when_it_was_confirmed():
    answer = {"value": "x", "source": "submission:1", "confirmed_at": "2026-11-24T23:30:00+00:00"}
    note = said(outline(given={"every": {"text": answer}}), "every.text").note
    assert note == "From the last PEP, confirmed on 24 November 2026."


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-30T23:30:00+00:00", "1 July 2026"),
        ("2026-06-30", "30 June 2026"),
        ("11 December 2026", "11 December 2026"),
        ("", ""),
        (None, ""),
    ],
)
def test_days_are_printed_in_the_council_s_zone(moment, day):
    assert printed_day(moment) == day


def test_rows_that_hold_nothing_are_not_printed():
    given = scene.answers()
    given["every"]["table"] = {"value": [{"id": "0000000001", "cells": {}}]}
    assert said(outline(given=given), "every.table").state == "not_provided"


def test_fixed_rows_are_all_printed_once_one_holds_something():
    table = Table(
        rows="fixed",
        fixed_rows=tuple(
            scene.Choice(code, label) for code, label in (("mon", "Monday"), ("tue", "Tuesday"))
        ),
        columns=(Question(key="note", label="Note"),),
    )
    days = Form(
        key="f",
        title="F",
        phase="primary",
        sections=(
            Section(
                key="week",
                title="Week",
                owner_role=roles.CHILD,
                pages=(
                    Page(
                        questions=(Question(key="days", label="Days", kind="table", table=table),)
                    ),
                ),
            ),
        ),
    )
    given = {"week": {"days": {"value": [{"id": "tue", "cells": {"note": {"value": "Club"}}}]}}}
    rows = said(walk(days, given, {}, {}), "week.days").rows
    assert [(row.label, row.cells[0].text) for row in rows] == [
        ("Monday", "Not provided"),
        ("Tuesday", "Club"),
    ]


def test_the_owner_of_a_section_is_named():
    owners = {section.key: section.owner for section in outline().sections}
    assert owners["home"] == "Social worker: Sam Reid"
    assert owners["words"] == "The child"


def test_the_name_of_the_child_stands_in_the_title_and_never_in_the_name_of_the_document():
    document = outline()
    assert "Maya" in document.title
    assert document.name == "PEP-7K2M-4QX9"


def test_an_empty_head_makes_a_document_all_the_same():
    assert outline(head={}).title == "Personal Education Plan"
