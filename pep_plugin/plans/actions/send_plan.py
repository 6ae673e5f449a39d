"""Sending a plan to the Virtual School: whole or nothing, and once."""

from __future__ import annotations

import uuid
from functools import partial

from django.db import transaction
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.outbox.promise import promise
from pep_plugin.plans import asks, facts, hashes, records, tokens
from pep_plugin.plans.models import Plan, Submission
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.plans.states import State, move
from pep_plugin.sections import codec
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Question, Section
from pep_plugin.signals import plan_sent


class SomethingChanged(Exception):
    """Sections were saved after the page was drawn; ``sections`` are their keys."""

    def __init__(self, sections: list[str]) -> None:
        super().__init__(", ".join(sections))
        self.sections = sections


class NotReady(Exception):
    """Something is still missing; ``gaps`` are (section, question, sentence)."""

    def __init__(self, gaps: list[tuple[Section, Question, str]]) -> None:
        super().__init__(f"{len(gaps)} gaps")
        self.gaps = gaps


def gaps(opened: OpenPlan) -> list[tuple[Section, Question, str]]:
    """All that keeps a plan from being sent, in form order."""
    asked = opened.asked
    return [
        (section, question, sentence)
        for section in asked.sections()
        for question, sentence in asked.gaps(section)
    ]


def send_plan(*, actor: Actor, plan_id: uuid.UUID, token: str) -> Submission:
    """Freeze head, form and answers into one submission.

    A token that was used already gives the submission it made. Raises ``Plan.DoesNotExist``,
    ``access.Forbidden``, ``tokens.BadToken``, ``states.WrongState``, :class:`SomethingChanged`,
    :class:`NotReady`.
    """
    shown = tokens.read(token, actor=actor, plan_id=plan_id)
    with transaction.atomic():
        Plan.objects.select_for_update().filter(pk=plan_id).first()
        opened = open_plan(actor, plan_id)
        done = Submission.objects.filter(token=shown.nonce, plan_id=plan_id).first()
        if done is not None:
            return done
        plan = opened.plan
        if not access.could(opened.roles, "plan.send"):
            raise access.Forbidden("plan.send")
        access.require_open_record(opened.child)
        state = move(plan.state, State.SUBMITTED)
        access.require(opened.roles, "plan.send", plan.state)
        changed = sorted(
            key
            for key in {*opened.revisions, *shown.revisions}
            if opened.revisions.get(key, 0) != shown.revisions.get(key, 0)
        )
        if changed:
            raise SomethingChanged(changed)
        missing = gaps(opened)
        if missing:
            raise NotReady(missing)
        submission = _freeze(opened, actor, shown.nonce)
        plan.state, plan.sent_at, plan.state_changed_at = state, timezone.now(), timezone.now()
        plan.returned_reason = ""
        plan.save(update_fields=["state", "sent_at", "state_changed_at", "returned_reason"])
        facts.project(submission)
        records.keep(submission, plan)
        # What is still not known is sent as not known, and nobody need answer it meanwhile.
        asks.settle(plan.pk)
        promise("documents.make", submission.pk)
        record(
            "plan.send",
            actor=actor,
            child_id=opened.child.pk,
            object_id=plan.pk,
            submission=submission.number,
            sha256=submission.sha256,
        )
        transaction.on_commit(
            partial(plan_sent.send, Plan, plan_id=plan.pk, submission_id=submission.pk)
        )
    return submission


def _freeze(opened: OpenPlan, actor: Actor, nonce: str) -> Submission:
    """Only what is asked is sent; answers of hidden questions stay behind, in the plan."""
    asked = opened.asked
    answers: dict[str, dict[str, Answer]] = {}
    for section in asked.sections():
        held = {
            question.key: answer
            for question in asked.questions(section)
            if (answer := asked.answer(section, question))
        }
        if held:
            answers[section.key] = held
    form_data = codec.to_json(opened.form)
    digests = hashes.digests(answers)
    newest = opened.plan.submissions.order_by("-number").first()
    head = {**opened.head, "sent_by": actor.name}
    return Submission.objects.create(
        plan=opened.plan,
        number=newest.number + 1 if newest else 1,
        token=nonce,
        sent_by_id=actor.person_id,
        head=head,
        context=opened.context,
        form_data=form_data,
        form_sha256=codec.digest(form_data),
        answers=answers,
        digests=digests,
        sha256=hashes.root(digests),
    )
