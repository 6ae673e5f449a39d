"""Tables: rows with content, fixed rows, required columns, and what a flat export says."""

import re

from pep_plugin.sections import answers, kinds
from pep_plugin.sections.kinds.tables import new_row_id
from pep_plugin.sections.schema import Choice, Table
from tests.sections.asking import form, question, section

FREE = question(
    "table",
    required=True,
    table=Table(
        row_name="target",
        min_rows=2,
        max_rows=3,
        columns=(
            question("text", "what", label="What", required=True),
            question("date", "by", label="By when"),
        ),
    ),
)
FIXED = question(
    "table",
    table=Table(
        rows="fixed",
        fixed_rows=(Choice("now", "This term"), Choice("then", "Last year")),
        columns=(
            question("number", "attended", label="Attended", required=True),
            question("number", "possible", label="Possible"),
            question(
                "computed",
                "percent",
                label="Attendance",
                limits={"how": "percent", "of": ["attended", "possible"]},
            ),
        ),
    ),
)


def row(row_id, **cells):
    return {"id": row_id, "cells": {key: {"value": value} for key, value in cells.items()}}


def gaps(asked, rows):
    whole = form(section(asked))
    plan = answers.Asked(whole, {"part": {"thing": {"value": rows}}}, {})
    return [sentence for _question, sentence in plan.gaps(whole.sections[0])]


def test_a_row_id_is_ten_characters_that_cannot_be_misread():
    ids = {new_row_id() for _ in range(200)}
    assert len(ids) == 200
    assert all(re.fullmatch("[0-9a-hjkmnp-tv-z]{10}", row_id) for row_id in ids)


def test_a_table_of_empty_rows_is_blank():
    kind = kinds.get("table")
    assert kind.is_blank(None)
    assert kind.is_blank([row("a"), row("b", what="")])
    assert not kind.is_blank([{"id": "a", "cells": {"by": {"typed": "31 Feb"}}}])


def test_empty_rows_are_neither_printed_nor_counted():
    value = [row("a"), row("b", what="Read aloud")]
    assert kinds.get("table").as_text(value, FREE) == "Target 1. What: Read aloud"
    assert kinds.get("table").export(value, FREE)["rows"] == "1"


def test_a_fixed_row_is_named_and_its_percentage_worked_out():
    value = [row("now", attended="54", possible="56")]
    assert (
        kinds.get("table").as_text(value, FIXED)
        == "This term. Attended: 54; Possible: 56; Attendance: 96.4%"
    )


def test_too_few_rows_and_empty_required_columns_are_said():
    assert gaps(FREE, [row("a", by="2026-12-01")]) == [
        "Target 1: answer “What”.",
        "Add at least 2 targets. There is 1.",
    ]
    assert gaps(FREE, [row("a", what="x"), row("b", what="y")]) == []


def test_a_required_table_without_any_row_is_one_gap():
    assert gaps(FREE, []) == ["Add at least 2 targets. There are 0."]


def test_too_many_rows_are_kept_and_said():
    rows = [row(str(number), what="x") for number in range(4)]
    assert gaps(FREE, rows) == ["There are 4 rows; 3 is the most."]


def test_a_blank_fixed_row_of_an_optional_table_is_no_gap():
    assert gaps(FIXED, [row("now", attended="54"), row("then")]) == []
    assert gaps(FIXED, [row("now", possible="54")]) == ["This term: answer “Attended”."]


def test_a_cell_that_cannot_be_read_names_its_row_and_column():
    rows = [{"id": "a", "cells": {"what": {"value": "x"}, "by": {"typed": "31 2 2026"}}}]
    [sentence] = answers.problems(FREE, {"value": rows})
    assert sentence.startswith("Target 1, By when: “31 2 2026” is not a date")


def test_the_sample_of_a_table_is_complete():
    assert gaps(FREE, kinds.get("table").sample(FREE)) == []
    assert gaps(FIXED, kinds.get("table").sample(FIXED)) == []


def test_rows_are_linked_by_id_once_each():
    asked = question("row_link", limits={"table": "targets.targets"})
    assert kinds.get("row_link").parse(["b", "a", "b", " "], asked) == ["b", "a"]
    assert kinds.get("row_link").parse("b, a", asked) == ["b", "a"]
    assert kinds.get("row_link").parse([], asked) is None


SUMS = question(
    "table",
    limits={"adds_up": ["possible", "attended", "absent"]},
    table=Table(
        columns=tuple(
            question("number", key, label=key.capitalize())
            for key in ("possible", "attended", "absent")
        )
    ),
)


def test_parts_that_do_not_make_up_the_whole_are_said():
    assert gaps(SUMS, [row("a", possible="100", attended="90", absent="9.5")]) == [
        "Row 1: Attended and Absent come to 99.5, and Possible is 100."
    ]
    assert gaps(SUMS, [row("a", possible="100", attended="90", absent="10")]) == []


def test_a_row_that_is_half_filled_in_need_not_add_up_yet():
    assert gaps(SUMS, [row("a", possible="100", attended="90")]) == []
    unread = row("a", possible="100", attended="90")
    unread["cells"]["absent"] = {"typed": "ten"}
    [sentence] = gaps(SUMS, [unread])
    assert sentence.startswith("Row 1, Absent:")


def test_the_sample_of_a_table_adds_up():
    assert gaps(SUMS, kinds.get("table").sample(SUMS)) == []
