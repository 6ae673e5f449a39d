from pep_plugin.plans.merge import merge
from pep_plugin.sections.schema import Question, Table

TARGETS = Question(
    key="targets",
    label="Targets",
    kind="table",
    table=Table(
        columns=(Question(key="area", label="Area"), Question(key="when", label="When")),
        row_name="target",
    ),
)


def answer(**rows):
    return {
        "value": [
            {"id": row_id, "cells": {key: {"value": text} for key, text in cells.items()}}
            for row_id, cells in rows.items()
        ]
    }


def merged(base, stored, posted):
    result, conflicts = merge("targets.targets", TARGETS, base, stored, posted)
    rows = {
        row["id"]: {key: cell["value"] for key, cell in row["cells"].items()}
        for row in (result or {}).get("value", [])
    }
    return rows, conflicts


def test_two_people_who_each_add_a_target_both_keep_it():
    rows, conflicts = merged(None, answer(a={"area": "Reading"}), answer(b={"area": "Maths"}))

    assert rows == {"a": {"area": "Reading"}, "b": {"area": "Maths"}}
    assert not conflicts


def test_different_cells_of_one_row_merge():
    base = answer(a={"area": "Reading", "when": "May"})
    rows, conflicts = merged(
        base,
        answer(a={"area": "Art", "when": "May"}),
        answer(a={"area": "Reading", "when": "June"}),
    )

    assert rows == {"a": {"area": "Art", "when": "June"}}
    assert not conflicts


def test_the_same_cell_is_a_conflict_and_names_row_and_column():
    base = answer(a={"area": "Reading", "when": "May"})
    rows, (clash,) = merged(
        base, answer(a={"area": "Art", "when": "May"}), answer(a={"area": "Maths", "when": "June"})
    )

    assert rows == {"a": {"area": "Art", "when": "June"}}
    assert (clash.unit, clash.yours, clash.theirs) == ("a.area", "Maths", "Art")


def test_a_row_taken_away_goes_when_nobody_else_changed_it():
    base = answer(a={"area": "Reading"}, b={"area": "Maths"})
    rows, conflicts = merged(base, base, answer(b={"area": "Maths"}))

    assert rows == {"b": {"area": "Maths"}}
    assert not conflicts


def test_a_row_taken_away_while_another_changed_it_stays_and_is_told():
    base = answer(a={"area": "Reading"})
    rows, (clash,) = merged(base, answer(a={"area": "Reading aloud"}), answer())

    assert rows == {"a": {"area": "Reading aloud"}}
    assert clash.yours == ""
    assert "Reading aloud" in clash.theirs


def test_a_row_changed_while_another_took_it_away_is_told_and_not_lost_silently():
    base = answer(a={"area": "Reading"}, b={"area": "Maths"})
    rows, (clash,) = merged(
        base, answer(b={"area": "Maths"}), answer(a={"area": "Reading aloud"}, b={"area": "Maths"})
    )

    assert rows == {"b": {"area": "Maths"}}
    assert "Reading aloud" in clash.yours


def test_a_spare_row_that_nobody_filled_is_not_stored():
    rows, conflicts = merged(
        None, answer(a={"area": "Reading"}), answer(a={"area": "Reading"}, spare={})
    )

    assert rows == {"a": {"area": "Reading"}}
    assert not conflicts


def test_the_last_row_taken_away_leaves_an_empty_answer():
    base = answer(a={"area": "Reading"})
    rows, conflicts = merged(base, base, answer())

    assert rows == {}
    assert not conflicts
