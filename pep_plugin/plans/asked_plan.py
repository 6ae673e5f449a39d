"""A plan in which somebody answers the one question that they were asked, and nothing beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pep_plugin import access
from pep_plugin.plans.models import Ask
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Form, Question, Section


@dataclass(frozen=True, slots=True)
class Place:
    """Where an ask leads: a question, or one cell of its table (then ``column`` is there)."""

    section: Section
    question: Question
    row_id: str = ""
    column: Question | None = None

    @property
    def path(self) -> str:
        return f"{self.section.key}.{self.question.key}"

    @property
    def asks(self) -> Question:
        """What is answered: the cell's column, else the question."""
        return self.column or self.question

    def answer(self, whole: Answer | None) -> Answer | None:
        """What stands there, of the question's answer."""
        if self.column is None:
            return whole
        row = next((row for row in _rows(whole) if row["id"] == self.row_id), None)
        return row["cells"].get(self.column.key) if row else None

    def put(self, whole: Answer | None, answer: Answer | None) -> Answer | None:
        """The question's answer with this put in; rows that have gone meanwhile stay away."""
        if self.column is None:
            return answer
        key = self.column.key
        rows = []
        for row in _rows(whole):
            if row["id"] == self.row_id:
                cells = {other: cell for other, cell in row["cells"].items() if other != key}
                row = {**row, "cells": {**cells, key: answer} if answer else cells}
            rows.append(row)
        return {**(whole or {}), "value": rows}


def _rows(whole: Answer | None) -> list[dict[str, Any]]:
    value = (whole or {}).get("value")
    return [row for row in value if "cells" in row] if isinstance(value, list) else []


def place_of(form: Form, path: str) -> Place:
    """Raises :class:`KeyError` for what the form does not ask any more."""
    at, _, cell = path.partition("#")
    question = form.question(at)
    section = form.section(at.partition(".")[0])
    if not cell:
        return Place(section, question)
    row_id, _, column = cell.rpartition(".")
    if question.table is None:
        raise KeyError(path)
    return Place(section, question, row_id, question.table.column(column))


class AskedPlan(OpenPlan):
    """Whoever was asked reads what their part lets them read, and writes the one question."""

    def __init__(self, opened: OpenPlan, ask: Ask) -> None:
        super().__init__(opened.plan, opened.actor)
        self.place = place_of(self.form, ask.path)

    def allows(self, verb: str) -> bool:
        return verb in ("plan.view", "plan.write") and self.plan.is_being_written

    def writes(self, section: Section) -> bool:
        return section.key == self.place.section.key

    def _may_read(self, section: Section, question: Question, answer: Answer | None) -> bool:
        if (section.key, question.key) != (self.place.section.key, self.place.question.key):
            return False
        column = self.place.column
        if column is not None and not access.readable(self.identity, section, column, None):
            return False
        return super()._may_read(section, question, answer)
