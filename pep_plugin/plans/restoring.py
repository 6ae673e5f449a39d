"""What an earlier save would put back: never a removal, and never at the cost of what was added."""

from __future__ import annotations

import uuid
from typing import Any

from pep_plugin.plans.models import SectionHistory
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answer, content
from pep_plugin.sections.schema import Question, Section


def answers_of_saves(
    plan_id: uuid.UUID, section: str, first: int, last: int
) -> dict[str, Answer | None]:
    """Question key -> the answer as the saves from ``first`` to ``last`` left it."""
    found: dict[str, Answer | None] = {}
    saves = SectionHistory.objects.filter(
        plan=plan_id, section=section, revision__gte=first, revision__lte=last
    )
    for changes in saves.order_by("revision").values_list("changes", flat=True):
        found.update(changes)
    return found


def restorable(
    opened: OpenPlan,
    section: Section,
    then: dict[str, Answer | None],
    standing: dict[str, Answer],
) -> dict[str, Answer]:
    """Question key -> the answer to save, where putting it back would change something.

    What was left empty then is not emptied now: restoring gives back and takes nothing away. What
    was removed from the record never comes back, nor what this person may not read.
    """
    found = {}
    for question in section.questions:
        earlier = then.get(question.key)
        if not earlier or "removed" in earlier or not question.is_typed:
            continue
        may_read = opened.may_read(section, question)
        if not may_read or not opened.may_read_earlier(section, question, earlier):
            continue
        now = standing.get(question.key)
        wanted = _with_rows(opened, section, question, earlier, now)
        if content(wanted) != content(now):
            found[question.key] = wanted
    return found


def _with_rows(
    opened: OpenPlan, section: Section, question: Question, earlier: Answer, now: Answer | None
) -> Answer:
    """The earlier answer; in a table its rows and cells over those that stand there now."""
    if question.table is None or "value" not in earlier:
        return earlier
    columns = {
        column.key for column in question.table.columns if opened.may_read_column(section, column)
    }
    rows = {row["id"]: row for row in _rows(now)}
    for row in _rows(earlier):
        cells = {
            key: cell
            for key, cell in row["cells"].items()
            if content(cell) is not None and "removed" not in cell
        }
        standing = rows.get(row["id"])
        if standing is not None:
            mine = {key: cell for key, cell in cells.items() if key in columns}
            rows[row["id"]] = {**standing, "cells": {**standing["cells"], **mine}}
        elif cells:
            rows[row["id"]] = {**row, "cells": cells}
    return {**earlier, "value": list(rows.values())}


def _rows(answer: Answer | None) -> list[dict[str, Any]]:
    value = (answer or {}).get("value")
    return [row for row in value if "cells" in row] if isinstance(value, list) else []
