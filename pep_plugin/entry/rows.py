"""A table on a page: rows of controls, each with an id that it keeps for life."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from pep_plugin.entry import none
from pep_plugin.entry.controls import Control
from pep_plugin.entry.parts import Problem
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Question, Table

#: Kinds that are small enough to stand beside each other in one line of a table.
_SMALL = frozenset(
    {"text", "person", "number", "money", "time", "choice", "yes_no", "scale", "computed"}
)
_MOST_COLUMNS = 5
#: Where people add rows themselves a line needs no name before it, and so has room for one more.
_MOST_COLUMNS_FREE = 6
#: A row of more columns shows the required ones, and the others behind a line that opens.
_MOST_IN_SIGHT = 8


def stored_rows(answer: Answer | None) -> list[dict[str, Any]]:
    """The rows of a table's answer, as they are stored."""
    return list((answer or {}).get("value") or [])


def is_grid(table: Table) -> bool:
    """Rows of few small columns stand as the lines of one table."""
    most = _MOST_COLUMNS_FREE if table.rows == "free" else _MOST_COLUMNS
    return len(table.columns) <= most and all(column.kind in _SMALL for column in table.columns)


@dataclass(slots=True)
class Row:
    """One row. ``cells`` follow the columns that this person may read.

    ``proposed``: what another table's row has to say, for a row that is not stored yet.
    """

    id: str
    label: str
    cells: list[Cell]
    stored: dict[str, Any] | None
    can_remove: bool
    proposed: dict[str, Answer] = field(default_factory=dict)

    def controls(self) -> list[Control]:
        return [cell.control for cell in self.cells if cell.control]

    def read(self) -> dict[str, Any] | None:
        """The row as it is stored; ``None`` for a new one in which nothing stands."""
        drawn = {control.question.key: control for control in self.controls()}
        old = self.stored or {"cells": self.proposed}
        # What this person may not read, or what has no column any more, is not theirs to drop.
        cells = {key: cell for key, cell in old["cells"].items() if key not in drawn}
        for key, control in drawn.items():
            answer = control.read()
            if answer:
                cells[key] = answer
        row = {**old, "id": self.id, "cells": cells}
        return row if self.stored or any(key in cells for key in drawn) else None

    @property
    def main(self) -> list[Cell]:
        """The cells that are always in sight."""
        return [cell for cell in self.cells if not self._is_more(cell)]

    @property
    def more(self) -> list[Cell]:
        """The cells behind "More about this row": optional ones of a table with many columns."""
        return [cell for cell in self.cells if self._is_more(cell)]

    @property
    def is_open(self) -> bool:
        """Whether something stands, or is wrong, behind "More"."""
        return any(cell.control and (cell.control.raw or cell.control.errors) for cell in self.more)

    def _is_more(self, cell: Cell) -> bool:
        required = any(other.column.required for other in self.cells)
        return required and len(self.cells) > _MOST_IN_SIGHT and not cell.column.required


@dataclass(slots=True)
class Cell:
    """A column's control in one row; the text of a computed one."""

    column: Question
    control: Control | None
    text: str = ""


class NamedTable:
    """How a table of a page is called in its mark-up, wherever its rows are typed."""

    __slots__ = ()
    name: str
    is_required: bool

    @property
    def id(self) -> str:
        return f"id_{self.name}"

    @property
    def is_optional(self) -> bool:
        return not self.is_required

    @property
    def unsure_name(self) -> str:
        return f"{self.name}__none"


@dataclass(slots=True)
class TablePart(NamedTable):
    """A table of a page. ``base`` as for a question."""

    question: Question
    table: Table
    name: str
    base: int
    is_required: bool
    answer: Answer | None
    rows: list[Row]
    unsure: list[tuple[str, str]] = field(default_factory=list)
    unsure_chosen: str = ""
    errors: list[str] = field(default_factory=list)
    focus_on_add: bool = False
    note: str = ""
    template_name: str = "pep_plugin/entry/table.html"

    @property
    def is_grid(self) -> bool:
        return is_grid(self.table)

    @property
    def can_remove(self) -> bool:
        return any(row.can_remove for row in self.rows)

    @property
    def columns(self) -> list[Question]:
        """The columns drawn, for the head of a grid."""
        return [cell.column for cell in self.rows[0].cells] if self.rows else []

    @property
    def can_add(self) -> bool:
        return self.table.rows == "free" and len(self.rows) < self.table.max_rows

    @property
    def add_words(self) -> str:
        words = _("Add another %(row)s") if self.rows else _("Add a first %(row)s")
        return words % {"row": self.table.row_name}

    def first_id(self) -> str:
        """Where a line about the whole table leads."""
        for row in self.rows:
            for control in row.controls():
                return control.first_id
        return f"{self.id}-add" if self.can_add else f"q-{self.question.key}"

    def read(self) -> Answer | None:
        """The table as it stands on the page; rows that were not drawn stay as they are."""
        drawn = [row.id for row in self.rows]
        found = [row for one in self.rows if (row := one.read()) is not None]
        if self.table.rows != "free":
            found += [row for row in stored_rows(self.answer) if row["id"] not in drawn]
        if found and any(TableKind.row_has_content(row) for row in found):
            return {"value": found}
        chosen = none.read(self.unsure_chosen)
        if chosen is not None:
            return chosen
        if not found and self.answer and "removed" in self.answer:
            return self.answer
        return {"value": found} if found else None

    def _too_few(self, answer: Answer | None) -> list[str]:
        filled = [row for row in stored_rows(answer) if TableKind.row_has_content(row)]
        found = TableKind().errors(filled, self.question)
        if self.is_required and self.table.rows == "free":
            found += answers_of.too_few_rows(self.question, len(filled))
        return found

    def check(self, missing: str) -> list[Problem]:
        """Sentences at the cells that they are about. ``missing``: the one for no rows at all."""
        found: list[Problem] = []
        answer = self.read()
        if answer is not None and "value" not in answer:
            return found
        if missing and not answers_of.is_answered(self.question, answer):
            self.errors = [missing]
            return [Problem(missing, self.first_id())]
        self.errors = self._too_few(answer)
        found += [Problem(sentence, self.first_id()) for sentence in self.errors]
        for row in self.rows:
            stored = row.read()
            has_content = stored is not None and TableKind.row_has_content(stored)
            if not (has_content or (self.is_required and self.table.rows != "free")):
                continue
            for control in row.controls():
                cell = stored["cells"].get(control.question.key) if stored else None
                control.errors = answers_of.problems(control.question, cell)
                if control.question.required is True and not cell:
                    control.errors.append(answers_of.missing(control.question))
                found += [
                    Problem(f"{row.label}, {control.label}: {sentence}", control.first_id)
                    for sentence in control.errors
                ]
        return found
