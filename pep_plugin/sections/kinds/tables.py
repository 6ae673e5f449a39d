"""Tables, and links from a row of one table to rows of another.

A table's value is a list of rows: ``{"id": "k3v9...", "cells": {column: cell}}``, in order. A cell
is a small answer: ``{"value": ...}`` or ``{"typed": "31 Feb"}``; a missing cell is blank. A row
that stands for a smaller step of another has ``"from_row"`` with that row's id.
"""

import secrets
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from pep_plugin.sections.kinds.base import Kind, Raw, Value
from pep_plugin.sections.schema import Question, Table

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_row_id() -> str:
    """Ten random base-32 characters, minted when the row is drawn and kept for life."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


def has_content(cells: dict[str, Any]) -> bool:
    """Whether anything stands in a row's cells."""
    return any(
        "typed" in cell or cell.get("value") not in (None, "", []) for cell in cells.values()
    )


class RowLink(Kind):
    """Ids of rows of the table at ``limits["table"]`` (a path)."""

    key = "row_link"
    label = "Link to rows"
    takes_many = True

    def parse(self, raw: Raw, question: Question) -> Value:
        texts = raw.replace(",", " ").split() if isinstance(raw, str) else raw
        ids = [text.strip() for text in texts if text.strip()]
        return list(dict.fromkeys(ids)) or None

    def raw(self, value: Value, question: Question) -> Raw:
        return list(value or [])

    def as_text(self, value: Value, question: Question) -> str:
        """The ids; the outline, which knows the other table, prints the rows' names instead."""
        return ", ".join(value or [])

    def sample(self, question: Question) -> Value:
        return ["0000000001"]


class TableKind(Kind):
    """Rows of simple questions; parsing is done cell by cell by whoever drew the rows.

    ``limits={"adds_up": [whole, part, part ...]}``: columns of numbers that make up another.
    """

    key = "table"
    label = "Table"

    def parse(self, raw: Raw, question: Question) -> Value:
        raise TypeError("A table is read cell by cell, by the kinds of its columns.")

    def raw(self, value: Value, question: Question) -> Raw:
        raise TypeError("A table is drawn cell by cell, by the kinds of its columns.")

    def is_blank(self, value: Value) -> bool:
        return not any(self.row_has_content(row) for row in value or [])

    @staticmethod
    def row_has_content(row: dict[str, Any]) -> bool:
        """Whether anything stands in the row."""
        return has_content(row["cells"])

    def rows(self, value: Value, question: Question) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """(row id, row label, cells) of what is printed: all fixed rows, else the filled ones."""
        table = _table(question)
        by_id = {row["id"]: row for row in value or []}
        if table.rows == "fixed":
            for choice in table.fixed_rows:
                yield choice.code, choice.label, by_id.get(choice.code, {"cells": {}})["cells"]
            return
        number = 0
        for row in value or []:
            if self.row_has_content(row):
                number += 1
                yield row["id"], f"{table.row_name.capitalize()} {number}", row["cells"]

    def as_text(self, value: Value, question: Question) -> str:
        """Rows as lines, "label: text; label: text"; for flat exports and plain text."""
        from pep_plugin.sections import answers

        lines = []
        for _row_id, label, cells in self.rows(value, question):
            parts = [
                f"{column.label}: {text}"
                for column in _table(question).columns
                if (text := answers.cell_text(column, cells))
            ]
            if parts:
                lines.append(f"{label}. {'; '.join(parts)}")
        return "\n".join(lines)

    def errors(self, value: Value, question: Question) -> list[str]:
        table = _table(question)
        count = sum(1 for row in value or [] if self.row_has_content(row))
        if count > table.max_rows:
            return [f"There are {count} rows; {table.max_rows} is the most."]
        return list(self._sums(value, question))

    def _sums(self, value: Value, question: Question) -> Iterator[str]:
        """Rows in which the parts do not make up the whole that they should."""
        keys = question.limits.get("adds_up") or ()
        labels = [_table(question).column(key).label for key in keys]
        for _row_id, name, cells in self.rows(value, question) if keys else ():
            try:
                whole, *parts = (Decimal(cells[key]["value"]) for key in keys)
            except (KeyError, TypeError, InvalidOperation):
                # Somebody is still filling the row in.
                continue
            if whole != sum(parts):
                together = f"{', '.join(labels[1:-1])} and {labels[-1]}"
                yield f"{name}: {together} come to {sum(parts)}, and {labels[0]} is {whole}."

    def export_columns(self, question: Question) -> Sequence[tuple[str, str]]:
        return (("", question.label), ("rows", f"{question.label}: how many"))

    def export(self, value: Value, question: Question) -> dict[str, str]:
        count = sum(1 for row in value or [] if self.row_has_content(row))
        return {"": self.as_text(value, question), "rows": str(count) if count else ""}

    def sample(self, question: Question) -> Value:
        table = _table(question)
        ids = [choice.code for choice in table.fixed_rows]
        ids = ids or [f"{number:010}" for number in range(1, max(2, table.min_rows) + 1)]
        return [{"id": row_id, "cells": _sample_cells(question)} for row_id in ids]


def _sample_cells(question: Question) -> dict[str, Any]:
    from pep_plugin.sections import kinds

    cells = {
        column.key: {"value": kinds.get(column.kind).sample(column)}
        for column in _table(question).columns
        if column.is_typed
    }
    whole, *parts = question.limits.get("adds_up") or [""]
    for number, key in enumerate(parts):
        cells[key] = {"value": cells[whole]["value"] if number == 0 else "0"}
    return cells


def _table(question: Question) -> Table:
    if question.table is None:
        raise ValueError(f"The question “{question.label}” has no table.")
    return question.table
