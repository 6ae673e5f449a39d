"""Two people saved the same section: what each changed is kept, and only true clashes are refused.

Three answers meet for each question: ``base`` (what the sender's page was drawn from), ``stored``
(what is there now) and ``posted``. The unit is the question; in a table it is (row, column), a row
added, a row removed. The order of rows is not merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer, as_text, content
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Question


@dataclass(frozen=True, slots=True)
class Conflict:
    """One unit that both changed. Texts are for the two people; ``unit`` is "" or "row.column"."""

    path: str
    label: str
    unit: str
    yours: str
    theirs: str
    base: str


def merge(
    path: str, question: Question, base: Answer | None, stored: Answer | None, posted: Answer | None
) -> tuple[Answer | None, list[Conflict]]:
    """The answer to store, and what was refused. Where units clash the stored one stays.

    Returns ``stored`` itself when the sender changed nothing.
    """
    mine, now, old = content(posted), content(stored), content(base)
    if mine in (old, now):
        return stored, []
    # A reason for having no rows, on the page that both began from, is no row: both may add one.
    if isinstance(kinds.get(question.kind), TableKind) and _are_rows(stored, posted):
        return _merge_rows(path, question, base, stored, posted)
    if now == old:
        return posted, []
    clash = Conflict(
        path,
        question.label,
        "",
        as_text(question, posted),
        as_text(question, stored),
        as_text(question, base),
    )
    return stored, [clash]


def _are_rows(*answers: Answer | None) -> bool:
    return all(not answer or "value" in answer for answer in answers)


def _rows(answer: Answer | None) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in (answer or {}).get("value") or []}


def _merge_rows(
    path: str, question: Question, base: Answer | None, stored: Answer | None, posted: Answer | None
) -> tuple[Answer | None, list[Conflict]]:
    old, now, mine = _rows(base), _rows(stored), _rows(posted)
    kept: list[dict[str, Any]] = []
    conflicts: list[Conflict] = []
    for row_id in dict.fromkeys((*now, *mine)):
        before, there, sent = old.get(row_id), now.get(row_id), mine.get(row_id)
        if sent is not None and there is not None:
            row, clashes = _merge_cells(path, question, row_id, before, there, sent)
            kept.append(row)
            conflicts += clashes
        elif sent is not None:
            # Theirs is gone, or mine is new.
            if before is None:
                if TableKind.row_has_content(sent):
                    kept.append(sent)
            elif _cells(sent) != _cells(before):
                conflicts.append(
                    _row_clash(path, question, row_id, yours=sent, theirs=None, base=before)
                )
        elif there is not None:
            if before is None:
                kept.append(there)
            elif _cells(there) != _cells(before):
                kept.append(there)
                conflicts.append(
                    _row_clash(path, question, row_id, yours=None, theirs=there, base=before)
                )
    if not kept:
        return (None if not now else {**(posted or {}), "value": []}), conflicts
    return {**(posted or stored or {}), "value": kept}, conflicts


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    return {key: held for key, cell in row["cells"].items() if (held := content(cell)) is not None}


def _merge_cells(
    path: str,
    question: Question,
    row_id: str,
    before: dict[str, Any] | None,
    there: dict[str, Any],
    sent: dict[str, Any],
) -> tuple[dict[str, Any], list[Conflict]]:
    old = before["cells"] if before else {}
    cells = dict(there["cells"])
    conflicts: list[Conflict] = []
    columns = question.table.columns if question.table else ()
    for column in columns:
        key = column.key
        merged, clashes = merge(
            path, column, old.get(key), there["cells"].get(key), sent["cells"].get(key)
        )
        if merged is None:
            cells.pop(key, None)
        else:
            cells[key] = merged
        conflicts += [
            Conflict(
                path, f"{question.label}: {c.label}", f"{row_id}.{key}", c.yours, c.theirs, c.base
            )
            for c in clashes
        ]
    return {**there, "cells": cells}, conflicts


def _row_clash(
    path: str,
    question: Question,
    row_id: str,
    *,
    yours: dict[str, Any] | None,
    theirs: dict[str, Any] | None,
    base: dict[str, Any],
) -> Conflict:
    """A row that one person took away while the other changed it; the text of no row is ""."""

    def text(row: dict[str, Any] | None) -> str:
        return kinds.get(question.kind).as_text([row], question) if row else ""

    return Conflict(path, question.label, row_id, text(yours), text(theirs), text(base))
