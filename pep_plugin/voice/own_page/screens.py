"""What is asked of one role, one question a screen: the walk that every page of one's own takes.

It comes from the plan's own form. A part of it is a page of the form; a fixed row of a table is a
screen of its own, and so is each cell that is asked of this role in a table of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pep_plugin import access
from pep_plugin.entry.around import row_words
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer, Answers, Asked
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Page, Question, Section


@dataclass(frozen=True, slots=True)
class Screen:
    """One question to one person. ``name`` stands in the address and tells nothing of a child.

    ``row``: the row of a table that it is about; ``columns``: what is asked of that row. ``about``:
    the row in words. ``is_rows``: a table to which this person adds rows of their own.
    """

    name: str
    section: Section
    question: Question
    row: str = ""
    columns: tuple[Question, ...] = ()
    about: str = ""
    is_rows: bool = False
    #: False in a table of others, in which only some cells are asked of this person.
    is_whole: bool = True

    @property
    def path(self) -> str:
        return f"{self.section.key}.{self.question.key}"


@dataclass(frozen=True, slots=True)
class Part:
    """Screens that belong together: one page of the form."""

    key: str
    section: Section
    page: Page
    screens: tuple[Screen, ...]


def parts_of(opened: OpenPlan, drafted: Answers) -> tuple[Part, ...]:
    """What is asked of whoever opened the plan, given what they have drafted; none once sent.

    Their own section comes first, so that they speak first; then what adults wrote, to be answered.
    """
    answers = {
        key: {**opened.answers.get(key, {}), **_whole(opened, key, drafted)}
        for key in {*opened.answers, *drafted}
    }
    asked = Asked(opened.form, answers, opened.context)
    own = sorted(opened.form.sections, key=lambda section: section.owner_role not in opened.roles)
    return tuple(part for section in own for part in _parts(opened, asked, section))


def _whole(opened: OpenPlan, key: str, drafted: Answers) -> dict[str, Answer]:
    """Drafted answers that are this person's as a whole: cells in others' tables are not."""
    section = opened.form.section(key)
    return {
        question.key: drafted[key][question.key]
        for question in section.questions
        if question.key in drafted.get(key, {}) and access.owns(opened.roles, section, question)
    }


def _parts(opened: OpenPlan, asked: Asked, section: Section) -> list[Part]:
    questions = {question.key for question in asked.questions(section)}
    found: list[tuple[bool, Part]] = []
    for number, page in enumerate(section.pages, start=1):
        screens = tuple(
            screen
            for question in page.questions
            if question.key in questions and _is_asked(opened, section, question)
            for screen in _screens(opened, section, question)
        )
        if screens:
            # A page that opens with a question to somebody else is about how they were asked, and
            # nobody wants to begin with that.
            first = page.questions[0]
            begins = access.owns(opened.roles, section, first) or section.owner_role not in (
                opened.roles
            )
            found.append((not begins, Part(f"{section.key}-{number}", section, page, screens)))
    return [part for _late, part in sorted(found, key=lambda pair: pair[0])]


def _is_asked(opened: OpenPlan, section: Section, question: Question) -> bool:
    return (
        question.is_typed
        and opened.may_be_asked(section, question)
        and opened.may_write_question(section, question)
    )


def _screens(opened: OpenPlan, section: Section, question: Question) -> Iterator[Screen]:
    path = f"{section.key}.{question.key}"
    owns = access.owns(opened.roles, section, question)
    table = question.table
    if table is None or not isinstance(kinds.get(question.kind), TableKind):
        yield Screen(path, section, question)
    elif owns and table.rows == "free":
        columns = tuple(column for column in table.columns if column.is_typed)
        yield Screen(path, section, question, columns=columns, is_rows=True)
    elif owns and table.rows == "fixed":
        columns = tuple(column for column in table.columns if column.is_typed)
        for row in table.fixed_rows:
            name = f"{path}.{row.code}"
            yield Screen(name, section, question, row.code, columns, row.label)
    else:
        yield from _cells(opened, section, question, owns=owns)


def _cells(
    opened: OpenPlan, section: Section, question: Question, *, owns: bool
) -> Iterator[Screen]:
    """Rows that others wrote; each cell that is asked of this person stands beside its row."""
    table = question.table
    if table is None:
        return
    mine = opened.own_columns(section, question)
    columns = [column for column in table.columns if owns or column.key in mine]
    held = opened.answers.get(section.key, {}).get(question.key, {}).get("value") or []
    for row in held:
        words = row_words(_named(opened, section, question), row["cells"])
        for column in columns if words else ():
            name = f"{section.key}.{question.key}.{row['id']}.{column.key}"
            yield Screen(name, section, question, row["id"], (column,), words, is_whole=owns)


def _named(opened: OpenPlan, section: Section, question: Question) -> Question:
    """The table with the columns that this person may read: what a row is called comes of them."""
    assert question.table is not None  # noqa: S101 - asked of tables only
    columns = tuple(
        column
        for column in question.table.columns
        if access.readable(opened.identity, section, column, None)
    )
    return replace(question, table=replace(question.table, columns=columns))
