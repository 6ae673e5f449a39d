"""A row on a screen of its own: the same controls and the same answer, of one row of a table."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from pep_plugin.entry.forms import PageForm
from pep_plugin.entry.row_part import RowPart
from pep_plugin.entry.rows import stored_rows
from pep_plugin.entry.tables import draw_row
from pep_plugin.sections.answers import Answer, Asked
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Question


class RowForm(PageForm):
    """A screen of one row. ``columns``: those that stand on it, the rest stays as it is."""

    def __init__(
        self, *args: Any, question: Question, row_id: str, columns: frozenset[str], **kwargs: Any
    ) -> None:
        self.question = question
        self.row_id = row_id
        self.columns = columns
        super().__init__(*args, **kwargs)

    @property
    def part(self) -> RowPart | None:
        """The one part; None where the table is not asked of this person."""
        return next((part for part in self.parts if isinstance(part, RowPart)), None)

    def _add(self, question: Question, asked: Asked, computed: Any) -> None:
        table, section = question.table, self.step.section
        if question.key != self.question.key or table is None:
            return
        around, name = self.around, self.add_prefix(question.key)
        base = self.drawn.get(question.key, around.revisions.get(section.key, 0))
        answer = around.answers.get(section.key, {}).get(question.key)
        stored = next((row for row in stored_rows(answer) if row["id"] == self.row_id), None)
        before = around.rows_before(section, question, base)
        row = draw_row(
            self.row_id,
            _label(question, answer, self.row_id),
            question,
            [
                column
                for column in table.columns
                if column.key in self.columns and around.may_read_column(section, column)
            ],
            around,
            name=name,
            # Somebody took the row away while this page was open: it was there when it was drawn.
            stored=stored or next((row for row in before if row["id"] == self.row_id), None),
            data=self.data if question.key in self.drawn else None,
            renderer=self.renderer,
        )
        readable = self._readable(stored) if stored else {}
        lights = around.lights(question, readable) if stored else ()
        self.parts.append(RowPart(question, name, base, answer, row, before, readable, lights))

    def _readable(self, row: dict[str, Any]) -> dict[str, Answer]:
        section, table = self.step.section, self.question.table
        columns = table.columns if table else ()
        readable = {c.key for c in columns if self.around.may_read_column(section, c)}
        return {key: cell for key, cell in row["cells"].items() if key in readable}


def _label(question: Question, answer: Answer | None, row_id: str) -> str:
    """ "Target 2": the number that the list and every document give it."""
    known = TableKind().rows((answer or {}).get("value"), question)
    names = {found: label for found, label, _cells in known}
    row_name = question.table.row_name if question.table else _("row")
    return names.get(row_id) or f"{row_name.capitalize()} {len(names) + 1}"
