"""The saves of a section as somebody reads them: newest first, runs of typing put together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from pep_plugin.plans.models import SectionHistory
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.restoring import restorable
from pep_plugin.sections.answers import Answer, as_text
from pep_plugin.sections.schema import Question, Section
from pep_plugin.wizard.words import clock, when

#: So many saves are looked at for one page.
A_PAGE = 60
#: Saves while one person types are one line, as long as no longer pause lies between them.
_PAUSE = datetime.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Change:
    """One question of a save. ``text`` is "" where the answer was taken away."""

    label: str
    text: str


@dataclass(slots=True)
class Save:
    """One save, or a run of them: ``first`` to ``last`` are revisions. ``gives``: what it could
    put back, by question key."""

    first: int
    last: int
    who: str
    source: str
    moment: str
    changes: list[Change] = field(default_factory=list)
    gives: dict[str, Answer] = field(default_factory=dict)


def saves(
    opened: OpenPlan, section: Section, *, before: int | None = None
) -> tuple[list[Save], int | None]:
    """One page of them, and the revision before which the next page begins; two queries."""
    rows = SectionHistory.objects.filter(plan=opened.plan, section=section.key)
    if before is not None:
        rows = rows.filter(revision__lt=before)
    page = list(rows.select_related("by").order_by("-revision")[: A_PAGE + 1])
    older = page[A_PAGE - 1].revision if len(page) > A_PAGE else None
    found = [_save(opened, section, run) for run in _runs(page[:A_PAGE])]
    return [save for save in found if save.changes], older


def _runs(rows: Sequence[SectionHistory]) -> Iterator[list[SectionHistory]]:
    """Newest first; autosaves of one person on end are one run."""
    run: list[SectionHistory] = []
    for row in rows:
        if run and not _goes_with(row, run[-1]):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _goes_with(row: SectionHistory, later: SectionHistory) -> bool:
    typing = (SectionHistory.Source.AUTOSAVE, SectionHistory.Source.WIZARD)
    return (
        row.source == SectionHistory.Source.AUTOSAVE
        and later.source in typing
        and row.by_id == later.by_id
        and later.at - row.at < _PAUSE
    )


def _save(opened: OpenPlan, section: Section, run: Sequence[SectionHistory]) -> Save:
    newest, oldest = run[0], run[-1]
    then: dict[str, Answer | None] = {}
    for row in reversed(run):
        then.update(row.changes)
    standing = opened.saved[section.key].data if section.key in opened.saved else {}
    return Save(
        first=oldest.revision,
        last=newest.revision,
        who=_who(opened, newest),
        source=_source(newest),
        moment=_moment(oldest, newest),
        changes=list(_changes(opened, section, then)),
        gives=restorable(opened, section, then, standing),
    )


def _changes(
    opened: OpenPlan, section: Section, then: dict[str, Answer | None]
) -> Iterator[Change]:
    """Only what this person may read, now and by the readers of then."""
    for question in section.questions:
        if question.key not in then or not opened.may_read(section, question):
            continue
        answer = then[question.key]
        if opened.may_read_earlier(section, question, answer):
            yield Change(question.label, text_of(opened, section, question, answer))


def text_of(opened: OpenPlan, section: Section, question: Question, answer: Answer | None) -> str:
    """The words of an answer, without the columns that this person may not read."""
    value = (answer or {}).get("value")
    if question.table is not None and isinstance(value, list):
        columns = {
            column.key
            for column in question.table.columns
            if opened.may_read_column(section, column)
        }
        rows = [
            {**row, "cells": {key: cell for key, cell in row["cells"].items() if key in columns}}
            for row in value
            if "cells" in row
        ]
        answer = {**(answer or {}), "value": rows}
    return as_text(question, answer)


def _who(opened: OpenPlan, row: SectionHistory) -> str:
    if row.by_id is None:
        return opened.child.called if row.source == SectionHistory.Source.VOICE else ""
    if row.by_id == opened.actor.person_id:
        return _("You")
    return row.by.name if row.by else ""


def _source(row: SectionHistory) -> str:
    """Where it came from, unless somebody simply typed it."""
    if row.source in (SectionHistory.Source.WIZARD, SectionHistory.Source.AUTOSAVE):
        return ""
    return str(SectionHistory.Source(row.source).label)


def _moment(oldest: SectionHistory, newest: SectionHistory) -> str:
    """ "today at 2:32pm", or "today, 2:14pm to 2:32pm"."""
    until = when(newest.at)
    begun, ended = clock(oldest.at), clock(newest.at)
    if begun == ended:
        return until
    day = until.rpartition(_(" at "))[0] or until
    return _("%(day)s, %(begun)s to %(ended)s") % {"day": day, "begun": begun, "ended": ended}
