"""Where else a wrong answer stands: in the plan itself, and wherever it was carried on."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from pep_plugin.audit.holdings import Removal
from pep_plugin.sections.answers import Answer, content
from pep_plugin.sections.schema import Form

#: (row id, column) -> every content that the removed table ever held there.
Cells = dict[tuple[str, str], list[Any]]


def is_wrong(answer: Answer | None, plan_id: uuid.UUID, removal: Removal) -> bool:
    """Any wording in the plan itself; in the child's other plans the same content carried on."""
    held = content(answer)
    if held is None or "removed" in held:
        return False
    return plan_id == removal.plan_id or held in removal.contents


def wrong_cells(removal: Removal) -> Cells:
    """What stood in the rows of the removed answer, where it is a table."""
    found: Cells = {}
    for whole in removal.contents:
        for row in _rows(whole.get("value")):
            for column, cell in row["cells"].items():
                if (held := content(cell)) is not None:
                    found.setdefault((row["id"], column), []).append(held)
    return found


def may_carry(form: Form, path: str, removal: Removal) -> bool:
    """Whether rows of the removed table may have been taken on at the path, ids and all.

    Ids of fixed rows are the same in every plan and say nothing about where words come from.
    """
    try:
        table = form.question(path).table
    except KeyError:
        return False
    if table is None or table.rows == "fixed":
        return False
    return path == removal.path or table.source == removal.path


def wrong_in(
    form: Form,
    section: str,
    answers: Mapping[str, Answer | None],
    plan_id: uuid.UUID,
    removal: Removal,
    *,
    is_earlier: bool = False,
) -> dict[str, Answer]:
    """Question key -> what is to stand there instead, of those of the section that hold it.

    ``is_earlier``: in a save of before, where the mark says so and stands in single cells too.
    """
    cells = wrong_cells(removal)
    removed = removal.marker["removed"]
    marker = {"removed": {**removed, "earlier": True} if is_earlier else removed}
    found: dict[str, Answer] = {}
    for key, answer in answers.items():
        path = f"{section}.{key}"
        if path == removal.path and is_wrong(answer, plan_id, removal):
            found[key] = dict(marker)
        elif answer and cells and may_carry(form, path, removal):
            rows = list(_without(answer, cells, marker if is_earlier else None))
            if rows != answer.get("value", rows):
                found[key] = {**answer, "value": rows, "partly": removed}
    return found


def _without(answer: Answer, cells: Cells, left: Answer | None) -> Iterator[dict[str, Any]]:
    """The rows, without the cells that were carried on; what people said of them since stays.

    ``left`` stands in place of each such cell, unless it is None.
    """
    for row in _rows(answer.get("value")):
        kept: dict[str, Any] = {}
        for column, cell in row["cells"].items():
            if content(cell) not in cells.get((row["id"], column), ()):
                kept[column] = cell
            elif left is not None:
                kept[column] = left
        yield {**row, "cells": kept}


def _rows(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    return [row for row in value if isinstance(row, dict) and "cells" in row]
