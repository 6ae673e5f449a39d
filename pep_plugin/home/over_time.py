"""A child's targets across all plans with how each went, and the contacts that were sent last.

Everything here is read from what was sent, by the same rule as on the plan's own page.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from pep_plugin.formversions.models import FormVersion
from pep_plugin.plans.models import Plan, Submission
from pep_plugin.plans.reading import is_readable
from pep_plugin.plans.states import State
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Form, Question

#: Three years of terms; what is older stands in the plans themselves.
MOST_PLANS = 9
#: Colour of an outcome beside its words.
_TONES = {"exceeded": "done", "achieved": "done", "partly": "progress", "not_yet": "wait"}

Cells = dict[str, Answer]


@dataclass(slots=True)
class Target:
    """One target of one plan. ``outcome`` and ``how``: what the next plan's review said of it."""

    words: str
    area: str
    by_when: str
    came_from: str = ""
    outcome: str = ""
    tone: str = "todo"
    how: str = ""


@dataclass(slots=True)
class Set:
    """The targets of one plan."""

    plan: Plan
    targets: list[Target] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to reach, as the last plan says. ``ways``: telephone, e-mail, the best way."""

    name: str
    role: str
    ways: tuple[str, ...]


class Sent:
    """What was sent last of each of a child's plans, newest first; two queries."""

    def __init__(self, child_id: uuid.UUID, identity: Collection[str]) -> None:
        self.identity = identity
        newest: dict[uuid.UUID, Submission] = {}
        rows = (
            Submission.objects.filter(plan__child=child_id)
            .exclude(plan__state=State.WITHDRAWN)
            .select_related("plan__term")
            .order_by("-plan__started_at", "-number")
        )
        for row in rows:
            newest.setdefault(row.plan_id, row)
        self.submissions = list(newest.values())[:MOST_PLANS]
        keys = {one.form.key for one in self.submissions}
        live = FormVersion.objects.newest().filter(form_key__in=keys) if keys else ()
        self._live: dict[str, Form] = {version.form_key: version.form for version in live}

    def rows(self, sent: Submission, feeds: str) -> Iterator[tuple[str, str, Question, Cells]]:
        """(row id, from which row, the table, the cells that may be read) of a fact table."""
        for path, section, question in sent.form.paths():
            if question.feeds != feeds:
                continue
            answer = sent.answers.get(section.key, {}).get(question.key)
            if answer and self._may_read(sent, path, answer):
                yield from _rows(question, answer)

    def table(self, sent: Submission, path: str) -> list[tuple[str, str, Question, Cells]]:
        """The rows of one table; none where it is not there, or not for this person."""
        found = self.answer(sent, path)
        return list(_rows(*found)) if found else []

    def answer(self, sent: Submission, path: str) -> tuple[Question, Answer] | None:
        section, _, key = path.partition(".")
        answer = sent.answers.get(section, {}).get(key)
        try:
            question = sent.form.question(path)
        except KeyError:
            return None
        return (question, answer) if answer and self._may_read(sent, path, answer) else None

    def _may_read(self, sent: Submission, path: str, answer: Answer) -> bool:
        section = sent.form.section(path.partition(".")[0])
        question = sent.form.question(path)
        live = self._live.get(sent.form.key, sent.form)
        return is_readable(self.identity, live, section, question, answer)


def targets_over_time(sent: Sent) -> list[Set]:
    """Newest plan first. A target's outcome stands in the review of a later plan, by its id."""
    found: list[Set] = []
    outcomes: dict[str, tuple[Question, Cells]] = {}
    before = _words_by_row(sent)
    for submission in sent.submissions:
        made = Set(submission.plan)
        for row_id, from_row, question, cells in sent.rows(submission, "targets"):
            target = Target(
                _text(question, cells, "target"),
                _text(question, cells, "area"),
                _text(question, cells, "by_when"),
                came_from=before.get(from_row, "") if from_row != row_id else "",
            )
            if row_id in outcomes:
                _judge(target, *outcomes[row_id])
            made.targets.append(target)
        if made.targets:
            found.append(made)
        # What this plan's review says is about targets of earlier ones, which come next.
        for row_id, _from_row, question, cells in sent.rows(submission, "last_targets"):
            outcomes[row_id] = (question, cells)
    return found


def contacts(sent: Sent) -> tuple[str, list[Contact]]:
    """(whom to ring first, people to reach), of the newest plan that was sent."""
    if not sent.submissions:
        return "", []
    newest = sent.submissions[0]
    first = sent.answer(newest, "contacts.first_call")
    people = [
        Contact(
            _text(question, cells, "name"),
            _text(question, cells, "role"),
            tuple(filter(None, (_text(question, cells, key) for key in ("phone", "email")))),
        )
        for _row_id, _from_row, question, cells in sent.table(newest, "contacts.people")
    ]
    return answers_of.as_text(*first) if first else "", people


def _rows(question: Question, answer: Answer) -> Iterator[tuple[str, str, Question, Cells]]:
    kind = kinds.get(question.kind)
    if not isinstance(kind, TableKind):
        return
    origins = {row["id"]: row.get("from_row", "") for row in answer.get("value") or []}
    for row_id, _label, cells in kind.rows(answer.get("value"), question):
        yield row_id, origins.get(row_id, ""), question, dict(cells)


def _words_by_row(sent: Sent) -> dict[str, str]:
    return {
        row_id: _text(question, cells, "target")
        for submission in sent.submissions
        for row_id, _from_row, question, cells in sent.rows(submission, "targets")
    }


def _judge(target: Target, question: Question, cells: Cells) -> None:
    target.outcome = _text(question, cells, "outcome")
    target.tone = _TONES.get(str(cells.get("outcome", {}).get("value", "")), "todo")
    target.how = _text(question, cells, "evidence")


def _text(question: Question, cells: Cells, key: str) -> str:
    """The words of a cell whose column has no readers of its own; else nothing."""
    try:
        column = question.table.column(key) if question.table else None
    except KeyError:
        return ""
    if column is None or column.readers:
        return ""
    return answers_of.as_text(column, cells.get(key))
