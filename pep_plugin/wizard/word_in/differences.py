"""Where a file and the plan differ: question by question, in tables row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer, as_text, content, is_answered, problems
from pep_plugin.sections.kinds.tables import TableKind, has_content
from pep_plugin.sections.schema import Question, Section, Table

#: What one may do with a difference: leave the plan as it is, take the file's, keep both texts.
PLAN, FILE, BOTH = "plan", "file", "both"
_TEXTS = ("text", "long_text")


@dataclass(frozen=True, slots=True)
class Difference:
    """One unit in which they differ. ``unit``: "" for a question, a row's id, or "row.column".

    ``mine``: what the file has there (an answer, a cell, a whole row).
    """

    section: str
    key: str
    unit: str
    label: str
    here: str
    there: str
    problems: tuple[str, ...]
    mine: Any
    may_join: bool

    @property
    def address(self) -> str:
        """How the choice is named on the page: it stays the same while others save."""
        return f"take-{self.section}.{self.key}" + (f":{self.unit}" if self.unit else "")

    @property
    def is_empty_here(self) -> bool:
        return not self.here


@dataclass(frozen=True, slots=True)
class SectionDifferences:
    """The differences of one section. ``revision``: what the plan's side was read at."""

    section: Section
    revision: int
    found: tuple[Difference, ...]

    @property
    def empty(self) -> int:
        return sum(one.is_empty_here for one in self.found)


def differences(opened: OpenPlan, answers: dict[str, Answer]) -> list[SectionDifferences]:
    """What the file adds or changes in the sections that this person writes.

    ``answers``: "section.question" -> answer, as the reader gives them. What the file leaves empty
    is no difference: a control may be empty because a word processor lost it.
    """
    found = []
    for section in opened.form.sections:
        if not opened.may_write(section):
            continue
        readable = [q for q in section.questions if opened.may_read(section, q)]
        units = list(_in_section(opened, section, readable, answers))
        if units:
            revision = opened.revisions.get(section.key, 0)
            found.append(SectionDifferences(section, revision, tuple(units)))
    return found


def elsewhere(opened: OpenPlan, answers: dict[str, Answer]) -> list[str]:
    """Titles of sections in which the file says something else, and that somebody else writes."""
    return [
        section.title
        for section in opened.form.sections
        if not opened.may_write(section)
        and any(_in_section(opened, section, section.questions, answers))
    ]


def _in_section(
    opened: OpenPlan,
    section: Section,
    questions: Iterable[Question],
    answers: dict[str, Answer],
) -> Iterator[Difference]:
    held = opened.answers.get(section.key, {})
    for question in questions:
        brought = answers.get(f"{section.key}.{question.key}")
        # Files travel on a page of their own, and what a record shows is not typed.
        if brought and question.is_typed and question.kind != "file":
            yield from _of_question(section, question, held.get(question.key), brought)


def _of_question(
    section: Section, question: Question, stored: Answer | None, brought: Answer
) -> Iterator[Difference]:
    if content(brought) is None or _is_same(question, stored, brought):
        return
    kind, table = kinds.get(question.kind), question.table
    are_rows = "value" in brought and (not stored or "value" in stored)
    if isinstance(kind, TableKind) and table is not None and are_rows:
        yield from _of_rows(section, question, kind, table, stored, brought)
        return
    yield Difference(
        section.key,
        question.key,
        "",
        question.label,
        as_text(question, stored),
        as_text(question, brought),
        tuple(problems(question, brought)),
        brought,
        may_join=question.kind in _TEXTS and is_answered(question, stored),
    )


def _is_same(question: Question, stored: Answer | None, brought: Answer) -> bool:
    """A reason for having none, and other things that Word cannot hold, read the same as before."""
    if content(stored) == content(brought):
        return True
    return question.table is None and _words(as_text(question, stored)) == _words(
        as_text(question, brought)
    )


def _words(text: str) -> str:
    """Word knows other blanks and line ends than a browser."""
    return " ".join(text.split())


def _of_rows(
    section: Section,
    question: Question,
    kind: TableKind,
    table: Table,
    stored: Answer | None,
    brought: Answer,
) -> Iterator[Difference]:
    here = {row["id"]: row for row in (stored or {}).get("value") or []}
    names = {
        row_id: label
        for answer in (brought, stored)
        if answer
        for row_id, label, _cells in kind.rows(answer.get("value"), question)
    }
    for row in brought["value"] or []:
        name = names.get(row["id"], table.row_name.capitalize())
        standing = here.get(row["id"])
        if standing is None:
            if has_content(row["cells"]):
                yield _whole_row(section, question, table, names, row)
            continue
        for column in table.columns:
            cell, before = row["cells"].get(column.key), standing["cells"].get(column.key)
            if not column.is_typed or content(cell) is None or _is_same(column, before, cell or {}):
                continue
            yield Difference(
                section.key,
                question.key,
                f"{row['id']}.{column.key}",
                f"{name}: {column.label}",
                as_text(column, before),
                as_text(column, cell),
                tuple(problems(column, cell)),
                cell,
                may_join=column.kind in _TEXTS and is_answered(column, before),
            )


def _whole_row(
    section: Section,
    question: Question,
    table: Table,
    names: dict[str, str],
    row: dict[str, Any],
) -> Difference:
    told = [
        f"{column.label}: {sentence}"
        for column in table.columns
        for sentence in problems(column, row["cells"].get(column.key))
    ]
    is_fixed = table.rows == "fixed"
    name = names.get(row["id"], "") if is_fixed else _("a new {row}").format(row=table.row_name)
    text = "\n".join(
        f"{column.label}: {words}"
        for column in table.columns
        if (words := as_text(column, row["cells"].get(column.key)))
    )
    return Difference(
        section.key,
        question.key,
        row["id"],
        f"{question.label}: {name}",
        "",
        text,
        tuple(told),
        row,
        may_join=False,
    )
