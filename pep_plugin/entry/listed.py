"""A table whose rows have pages of their own: the list of them, as one part of a screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from pep_plugin.entry import none
from pep_plugin.entry.around import Around, row_words
from pep_plugin.entry.parts import Problem
from pep_plugin.entry.rows import NamedTable, stored_rows
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.tables import TableKind, new_row_id
from pep_plugin.sections.schema import Question, Section, Table
from pep_plugin.sections.smart import Light

#: Kinds of columns that say in one or two words what a row is about.
_ABOUT = frozenset({"choice", "date"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list. ``about``: its area and day; ``missing``: labels of empty columns."""

    id: str
    label: str
    words: str
    about: str
    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    lights: tuple[Light, ...]
    control_id: str

    @property
    def is_complete(self) -> bool:
        return not (self.missing or self.wrong)

    @property
    def lit(self) -> int:
        return sum(light.is_lit for light in self.lights)


@dataclass(slots=True)
class ListedPart(NamedTable):
    """The rows as they are stored. Nothing of them is posted here but why there are none."""

    question: Question
    table: Table
    name: str
    base: int
    is_required: bool
    answer: Answer | None
    lines: list[Line]
    new_id: str
    unsure: list[tuple[str, str]] = field(default_factory=list)
    unsure_chosen: str = ""
    errors: list[str] = field(default_factory=list)
    template_name: str = "pep_plugin/entry/listed.html"

    @property
    def can_add(self) -> bool:
        return len(self.lines) < self.table.max_rows

    @property
    def is_enough(self) -> bool:
        """Whether there are as many as must be: then Continue is the next thing, not another."""
        return len(self.lines) >= (self.table.min_rows if self.is_required else 1)

    @property
    def has_lights(self) -> bool:
        return any(line.lights for line in self.lines)

    @property
    def add_words(self) -> str:
        words = _("Add another %(row)s") if self.lines else _("Add a %(row)s")
        return words % {"row": self.table.row_name}

    @property
    def count_words(self) -> str:
        """ "2 of 3 targets so far."; "3 targets." once there are enough."""
        count, least, name = len(self.lines), self.table.min_rows, self.table.row_name
        if self.is_required and count < least:
            names = f"{name}s" if least != 1 else name
            return _("%(count)s of %(least)s %(rows)s so far.") % {
                "count": count,
                "least": least,
                "rows": names,
            }
        return f"{count} {name}{'s' if count != 1 else ''}." if count else ""

    def read(self) -> Answer | None:
        """The rows as they stand; a reason for having none only counts where there are none."""
        if self.lines or (self.answer and "removed" in self.answer):
            return self.answer
        return none.read(self.unsure_chosen)

    def check(self, missing: str) -> list[Problem]:
        """What keeps the list from being complete, each line with the row that it is about."""
        found: list[Problem] = []
        answer = self.read()
        if answer is not None and "value" not in answer:
            return found
        add = f"{self.id}-add"
        self.errors = [missing] if missing else []
        self.errors = self.errors or TableKind().errors(stored_rows(answer), self.question)
        if not self.errors and self.is_required:
            self.errors = answers_of.too_few_rows(self.question, len(self.lines))
        found += [Problem(sentence, add) for sentence in self.errors]
        for line in self.lines:
            for label in line.missing:
                sentence = _("%(row)s: answer “%(column)s”.") % {"row": line.label, "column": label}
                found.append(Problem(sentence, line.control_id))
            for sentence in line.wrong:
                found.append(Problem(f"{line.label}, {sentence}", line.control_id))
        return found


def listed_part(
    question: Question,
    section: Section,
    around: Around,
    *,
    name: str,
    base: int,
    is_required: bool,
    data: Any,
) -> ListedPart:
    """The list of a table's rows, with how far each of them is."""
    table = question.table
    if table is None:
        raise ValueError(f"The question “{question.label}” has no table.")
    answer = around.answers.get(section.key, {}).get(question.key)
    columns = [column for column in table.columns if around.may_read_column(section, column)]
    lines = [
        _line(row_id, label, cells, question, columns, around, control_id=f"id_{name}-{row_id}")
        for row_id, label, cells in TableKind().rows((answer or {}).get("value"), question)
    ]
    chosen = none.value_of(answer)
    if data is not None:
        chosen = data.get(f"{name}__none") or ""
    offered = not lines and (is_required or bool(chosen))
    return ListedPart(
        question,
        table,
        name,
        base,
        is_required,
        answer,
        lines,
        new_row_id(),
        unsure=none.options(around.people, answer, chosen=chosen) if offered else [],
        unsure_chosen=chosen,
    )


def _line(
    row_id: str,
    label: str,
    cells: dict[str, Answer],
    question: Question,
    columns: list[Question],
    around: Around,
    *,
    control_id: str,
) -> Line:
    held = {column.key: cells[column.key] for column in columns if column.key in cells}
    about = [
        answers_of.as_text(column, held.get(column.key))
        for column in columns
        if column.kind in _ABOUT and column.required
    ]
    wrong = [
        f"{column.label}: {sentence}"
        for column in columns
        for sentence in answers_of.problems(column, held.get(column.key))
    ]
    missing = [
        column.label
        for column in columns
        if column.required is True and not answers_of.is_answered(column, held.get(column.key))
    ]
    return Line(
        row_id,
        label,
        row_words(question, held),
        " · ".join(text for text in about if text),
        tuple(missing),
        tuple(wrong),
        around.lights(question, held),
        control_id,
    )
