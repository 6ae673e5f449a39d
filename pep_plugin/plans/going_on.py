"""A last target goes on: kept as it is, or followed by a smaller step, among the new ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pep_plugin.plans.models import Fact, Plan
from pep_plugin.sections.answers import Answer, content
from pep_plugin.sections.kinds.tables import new_row_id
from pep_plugin.sections.schema import Form, Question

#: The column of the review that says what becomes of a target, and what lets it go on.
NEXT = "next_step"
KEEP, SMALLER = "keep", "smaller_step"

Row = dict[str, Any]
#: Row id of a last target -> column -> value, as it was sent.
Targets = dict[str, dict[str, Any]]


def new_targets(form: Form, review: Question) -> Question | None:
    """The table in which a reviewed target goes on; None for a table that is no such review."""
    table = review.table
    if table is None or table.rows != "from_table" or NEXT not in _keys(review):
        return None
    try:
        found = form.question(table.source)
    except KeyError:
        return None
    return found if found.table is not None and found.table.rows == "free" else None


def moved(before: Answer | None, after: Answer | None) -> dict[str, str]:
    """Row id -> what comes next, of the rows where a save says something else than before."""
    was, now = _next_steps(before), _next_steps(after)
    return {row_id: step for row_id, step in now.items() if step != was.get(row_id)}


def last_targets(plan: Plan, targets: Question, row_ids: Mapping[str, str]) -> Targets:
    """What was sent of them with the last plan; nothing of what was removed since."""
    if plan.previous_id is None:
        return {}
    facts = Fact.objects.standing().filter(
        plan=plan.previous_id, table=targets.feeds, row_id__in=list(row_ids)
    )
    return {fact.row_id: fact.data for fact in facts}


def rows_after(
    rows: list[Row], steps: Mapping[str, str], known: Targets, targets: Question
) -> list[Row]:
    """The new targets once these last ones go on, or no longer do.

    A kept target is the same one for life, and so has the same id. What somebody typed into a row
    since stays, whatever comes next.
    """
    kept = list(rows)
    for row_id, step in steps.items():
        then = known.get(row_id, {})
        made = (_kept(row_id, then, targets), _smaller(row_id, then, targets))
        kept = [row for row in kept if not _is_as_made(row, made)]
        if step in (KEEP, SMALLER) and not any(_follows(row, row_id) for row in kept):
            kept.append(made[step == SMALLER])
    return kept


def _kept(row_id: str, then: Mapping[str, Any], targets: Question) -> Row:
    """The same target; its day has passed, and what others say of it they say anew."""
    columns = targets.table.columns if targets.table else ()
    goes_on = [one.key for one in columns if one.kind != "date" and not one.owner_role]
    cells = {key: {"value": then[key]} for key in goes_on if key in then}
    return {"id": row_id, "from_row": row_id, "cells": cells}


def _smaller(row_id: str, then: Mapping[str, Any], targets: Question) -> Row:
    """A row to be filled in: nothing is written about the child but the area that it was in."""
    has_area = "area" in _keys(targets) and "area" in then
    cells = {"area": {"value": then["area"]}} if has_area else {}
    return {"id": new_row_id(), "from_row": row_id, "cells": cells}


def _follows(row: Row, row_id: str) -> bool:
    return row_id in (row.get("from_row"), row["id"])


def _is_as_made(row: Row, made: tuple[Row, ...]) -> bool:
    return any(
        row.get("from_row") == one["from_row"] and _contents(row) == _contents(one) for one in made
    )


def _contents(row: Row) -> dict[str, Any]:
    return {key: held for key, cell in row["cells"].items() if (held := content(cell)) is not None}


def _keys(question: Question) -> set[str]:
    return {column.key for column in question.table.columns} if question.table else set()


def _next_steps(answer: Answer | None) -> dict[str, str]:
    rows = (answer or {}).get("value")
    return {
        row["id"]: row["cells"].get(NEXT, {}).get("value", "")
        for row in (rows if isinstance(rows, list) else ())
    }
