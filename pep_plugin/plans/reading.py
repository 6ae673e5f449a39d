"""A plan as one actor has it open: everything a screen or a document is made of."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Collection
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.models import Delegation
from pep_plugin.conf import local, today
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans import head as heads
from pep_plugin.plans.models import Plan, SectionAnswers, Submission
from pep_plugin.plans.owners import Owners, owners_of
from pep_plugin.sections.answers import Answer, Asked
from pep_plugin.sections.roles import PROFESSIONAL
from pep_plugin.sections.schema import Form, Question, Section

#: States in which what was sent is what is read.
_SENT = ("submitted", "signed_off")


def is_readable(
    identity: Collection[str],
    live: Form,
    section: Section,
    question: Question,
    answer: Answer | None,
) -> bool:
    """Whether an answer may be read: by its own form and itself, and by the form of today."""
    if not access.readable(identity, section, question, answer):
        return False
    try:
        live_section = live.section(section.key)
        live_question = live_section.question(question.key)
    except KeyError:
        return True
    return access.may_read(identity, (live_section.readers, live_question.readers))


class OpenPlan:
    """One plan opened by one actor. Reads lazily; each part costs at most one query or two.

    While a plan is being written its answers are those being typed; once sent, those of the
    newest submission, with the form and the head as they were frozen.
    """

    def __init__(self, plan: Plan, actor: Actor) -> None:
        self.plan = plan
        self.child: Child = plan.child
        self.actor = actor

    @cached_property
    def roles(self) -> frozenset[str]:
        return access.roles(self.actor, self.child)

    @property
    def identity(self) -> frozenset[str]:
        """The roles, and the person: a child may say that only these people read an answer."""
        person = self.actor.person_id
        return self.roles | {access.person_key(person)} if person else self.roles

    @cached_property
    def submission(self) -> Submission | None:
        """The newest submission, while it is what people read."""
        if self.plan.state not in _SENT:
            return None
        return self.plan.submissions.order_by("-number").first()

    @cached_property
    def _live(self) -> Form:
        return self.plan.form()

    @property
    def live(self) -> Form:
        """The form as it is asked today, whatever was sent."""
        return self._live

    @cached_property
    def form(self) -> Form:
        return self.submission.form if self.submission else self._live

    @cached_property
    def saved(self) -> dict[str, SectionAnswers]:
        """Section key -> the row of what is being typed, with who saved it last."""
        rows = SectionAnswers.objects.filter(plan=self.plan).select_related("saved_by")
        return {row.section: row for row in rows}

    @cached_property
    def revisions(self) -> dict[str, int]:
        return {key: row.revision for key, row in self.saved.items()}

    @cached_property
    def answers(self) -> dict[str, dict[str, Answer]]:
        """Section -> question -> answer, of everything, readable or not."""
        if self.submission:
            return self.submission.answers
        return {key: row.data for key, row in self.saved.items()}

    @cached_property
    def reference_day(self) -> datetime.date:
        """The day on which age and year group are taken: the meeting, else the day it was begun."""
        for answers in self.answers.values():
            held = answers.get("meeting_date", {}).get("value")
            if held:
                return datetime.date.fromisoformat(held)
        return local(self.plan.started_at).date()

    @cached_property
    def enrolment(self) -> Enrolment | None:
        return (
            Enrolment.objects.current()
            .filter(child=self.child, is_main=True)
            .select_related("school")
            .first()
        )

    @cached_property
    def context(self) -> dict[str, Any]:
        if self.submission:
            return self.submission.context
        return heads.context(self.plan, self.enrolment, self.reference_day)

    @cached_property
    def owners(self) -> Owners:
        return owners_of(self.child, self.enrolment, today())

    @cached_property
    def head(self) -> dict[str, Any]:
        if self.submission:
            return self.submission.head
        return heads.head(self.plan, self.enrolment, self.owners, self.reference_day)

    @cached_property
    def previous(self) -> dict[str, dict[str, Answer]]:
        """Answers of the previous plan's newest submission that the actor may read."""
        if self.plan.previous_id is None:
            return {}
        sent = Submission.objects.filter(plan=self.plan.previous_id).order_by("-number").first()
        return self._readable(sent.form, sent.answers) if sent else {}

    def feedback(self, *, of_last: bool) -> str:
        """What the Virtual School said of this plan, or of the one before."""
        plan = self.plan.previous if of_last else self.plan
        return plan.feedback if plan and self.allows("plan.view") else ""

    @property
    def asked(self) -> Asked:
        """What is asked and required, given the answers as they stand."""
        return Asked(self.form, self.answers, self.context)

    def allows(self, verb: str) -> bool:
        return access.allows(self.roles, verb, self.plan.state)

    def writes(self, section: Section) -> bool:
        """Whether the section is this actor's to write, whatever state the plan is in."""
        return access.may_write(self.roles, section)

    def may_write(self, section: Section) -> bool:
        return self.allows("plan.write") and self.writes(section)

    def may_write_question(self, section: Section, question: Question) -> bool:
        """Whoever writes the section writes all of it; somebody on a link what is asked of them."""
        if self.may_write(section):
            return True
        if not self.allows("plan.write_own"):
            return False
        owns = access.owns(self.roles, section, question)
        return owns or bool(self.own_columns(section, question))

    def own_columns(self, section: Section, question: Question) -> frozenset[str]:
        """Columns of a table that are asked of somebody on a link: the rest is not theirs."""
        if question.table is None or not self.allows("plan.write_own"):
            return frozenset()
        return frozenset(
            column.key
            for column in question.table.columns
            if column.owner_role and column.owner_role in self.roles
        )

    def may_read(self, section: Section, question: Question) -> bool:
        """By the plan's own version, the live one and the answer itself."""
        answer = self.answers.get(section.key, {}).get(question.key)
        return self._may_read(section, question, answer)

    def may_read_column(self, section: Section, column: Question) -> bool:
        """Whether a column of a table may be read, whatever stands in it."""
        return access.readable(self.identity, section, column, None)

    def may_read_earlier(self, section: Section, question: Question, answer: Answer | None) -> bool:
        """Whether an answer may be read that stood there before, by its own readers of then."""
        return self._may_read(section, question, answer)

    def may_be_asked(self, section: Section, question: Question) -> bool:
        """As :meth:`may_read`, whatever stands there: a child who said that only some people may
        read an answer may answer it anew, and is shown nothing."""
        return self._may_read(section, question, None)

    def _may_read(self, section: Section, question: Question, answer: Answer | None) -> bool:
        return is_readable(self.identity, self._live, section, question, answer)

    def _readable(
        self, form: Form, answers: dict[str, dict[str, Answer]]
    ) -> dict[str, dict[str, Answer]]:
        found: dict[str, dict[str, Answer]] = {}
        for section in form.sections:
            held = answers.get(section.key, {})
            found[section.key] = {
                question.key: held[question.key]
                for question in section.questions
                if question.key in held and self._may_read(section, question, held[question.key])
            }
        return found

    def readable(self) -> dict[str, dict[str, Answer]]:
        """The answers that the actor may read, and nothing else."""
        return self._readable(self.form, self.answers)


def _whole_plans() -> QuerySet[Plan]:
    """With all that an open plan begins with, in one query."""
    plans = Plan.objects.select_related("child", "term", "form_version", "previous__term")
    # The form's JSON is long, and this process has nearly always read it before.
    return plans.defer("form_version__data")


def open_plan(actor: Actor, plan_id: uuid.UUID) -> OpenPlan:
    """Open a plan; raises ``Plan.DoesNotExist`` for what is not there or not for this actor."""
    plan = _whole_plans().get(pk=plan_id)
    opened = OpenPlan(plan, actor)
    if access.allows(opened.roles, "plan.view", plan.state):
        return opened
    given = delegated(actor, plan)
    if not given:
        raise Plan.DoesNotExist
    return DelegatedPlan(plan, actor, given)


def open_own_part(actor: Actor) -> OpenPlan:
    """The plan of somebody on a link; raises ``Plan.DoesNotExist`` once the link is closed."""
    if actor.grant is None:
        raise Plan.DoesNotExist
    plan = _whole_plans().get(pk=actor.grant.plan_id)
    opened = OpenPlan(plan, actor)
    if not opened.roles:
        raise Plan.DoesNotExist
    return opened


def delegated(actor: Actor, plan: Plan) -> frozenset[str]:
    """The sections of a plan that somebody was asked to fill in, while it is being written."""
    if (
        actor.kind != "user"
        or not plan.is_being_written
        or plan.child.status == Child.Status.ADOPTED
    ):
        return frozenset()
    given = Delegation.objects.current().filter(plan=plan, person=actor.person_id)
    return frozenset(given.values_list("section", flat=True))


def holds_sensitive(question: Question) -> bool:
    """Whether the question, or a column of its table, is sensitive."""
    columns = question.table.columns if question.table else ()
    return question.sensitive or any(column.sensitive for column in columns)


class DelegatedPlan(OpenPlan):
    """A plan of which somebody sees and writes the sections they were given, and nothing else.

    They read there what whoever owns the section reads, but for what is sensitive or for few.
    """

    def __init__(self, plan: Plan, actor: Actor, given: frozenset[str]) -> None:
        super().__init__(plan, actor)
        self.given = given

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset({PROFESSIONAL})

    def allows(self, verb: str) -> bool:
        return verb in ("plan.view", "plan.write") and self.plan.is_being_written

    def feedback(self, *, of_last: bool) -> str:
        return ""

    def writes(self, section: Section) -> bool:
        return section.key in self.given

    def _may_read(self, section: Section, question: Question, answer: Answer | None) -> bool:
        if section.key not in self.given or holds_sensitive(question):
            return False
        return super()._may_read(section, question, answer)
