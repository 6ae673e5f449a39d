"""Which table a row's address means, and which of its columns stand on which page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from pep_plugin import access
from pep_plugin.entry.rows import stored_rows
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.schema import Question, Step
from pep_plugin.wizard import steps

#: As they are minted; a council's older rows may be shorter.
_ROW_ID = re.compile(r"[0-9A-Za-z_-]{1,20}")
#: Far more rows than any table of ours takes: more are not typed by people.
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a table. ``is_stored``: whether it is there already."""

    question: Question
    row_id: str
    is_stored: bool
    is_full: bool

    def columns(self, *, more: bool) -> frozenset[str]:
        """Keys of the columns of the page: what is required, or with ``more`` all the rest."""
        table = self.question.table
        columns = table.columns if table else ()
        return frozenset(c.key for c in columns if (c.required is False) == more)


def listed_in(opened: OpenPlan, step: Step) -> list[Question]:
    """The tables of a screen whose rows have pages of their own."""
    return [
        question
        for question in step.questions
        if question.table
        and question.table.has_row_pages
        and opened.may_read(step.section, question)
    ]


def find(opened: OpenPlan, step: Step, row_id: str, named: Iterable[str]) -> Place:
    """The row at an address. ``named``: keys of tables that a page says it is of, for a new row.

    Raises :class:`Http404` for what is no row's id, and on screens that list no rows.
    """
    tables = listed_in(opened, step)
    if not tables or not _ROW_ID.fullmatch(row_id):
        raise Http404
    answers = opened.answers.get(step.section.key, {})
    for question in tables:
        rows = stored_rows(answers.get(question.key))
        if any(row["id"] == row_id for row in rows):
            return Place(question, row_id, is_stored=True, is_full=False)
    by_key = {question.key: question for question in tables}
    question = next((by_key[key] for key in named if key in by_key), tables[0])
    rows = stored_rows(answers.get(question.key))
    return Place(question, row_id, is_stored=False, is_full=len(rows) >= MOST_ROWS)


def has_more(opened: OpenPlan, step: Step, place: Place) -> bool:
    """Whether there is anything behind "Add detail" for this person."""
    keys = place.columns(more=True)
    table = place.question.table
    return any(
        column.key in keys and access.readable(opened.identity, step.section, column, None)
        for column in (table.columns if table else ())
    )


def is_asked(opened: OpenPlan, step: Step, place: Place) -> bool:
    """Whether the table is asked now; what was typed before is taken in all the same."""
    return place.question in steps.questions_of(opened, opened.asked, step)
