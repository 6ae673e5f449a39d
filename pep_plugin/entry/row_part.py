"""A row of a table as the one part of a screen of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pep_plugin.entry.parts import Problem
from pep_plugin.entry.rows import Row
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Question
from pep_plugin.sections.smart import Light


@dataclass(slots=True)
class RowPart:
    """``before``: the table's rows as the page was drawn from; only this one is changed.

    ``readable``: the row's stored cells, those that this person may read.
    """

    question: Question
    name: str
    base: int
    answer: Answer | None
    row: Row
    before: list[dict[str, Any]]
    readable: dict[str, Answer]
    lights: tuple[Light, ...]
    errors: list[str] = field(default_factory=list)
    template_name: str = "pep_plugin/entry/one_row.html"

    @property
    def is_stored(self) -> bool:
        return self.row.stored is not None

    def read(self) -> Answer | None:
        """The whole table, in which nothing but this row differs from what the page was drawn from.

        So whatever others did to other rows meanwhile is theirs, and no clash.
        """
        mine = self.row.read()
        if mine is None:
            return self.answer
        rows = [mine if row["id"] == mine["id"] else row for row in self.before]
        if all(row["id"] != mine["id"] for row in rows):
            rows.append(mine)
        return {"value": rows}

    def without(self) -> Answer:
        """The table without this row."""
        return {"value": [row for row in self.before if row["id"] != self.row.id]}

    def check(self, missing: str) -> list[Problem]:
        """What is still wrong in this row; the table as a whole is judged on its list."""
        found: list[Problem] = []
        stored = self.row.read() or {"cells": {}}
        for control in self.row.controls():
            cell = stored["cells"].get(control.question.key)
            control.errors = answers_of.problems(control.question, cell)
            if control.question.required is True and not cell:
                control.errors = [answers_of.missing(control.question)]
            found += [Problem(sentence, control.first_id) for sentence in control.errors]
        return found
