"""Answering the one question that somebody put to a colleague."""

from __future__ import annotations

import uuid

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.plans import asks
from pep_plugin.plans.actions.save_answers import Saved, save_answers
from pep_plugin.plans.asked_plan import AskedPlan
from pep_plugin.plans.models import Ask
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections.answers import Answer


def open_ask(actor: Actor, plan_id: uuid.UUID, ask_id: uuid.UUID) -> AskedPlan:
    """The plan as whoever was asked has it open.

    Raises ``Plan.DoesNotExist``; ``Ask.DoesNotExist`` for what was settled or put to somebody else;
    :class:`KeyError` for a question that is gone; ``access.Forbidden`` for one that they may not
    read.
    """
    opened = open_plan(actor, plan_id)
    ask: Ask = asks.waiting_for(actor).get(pk=ask_id, plan=plan_id)
    asked = AskedPlan(opened, ask)
    if not asked.may_read(asked.place.section, asked.place.question):
        raise access.Forbidden("plan.write")
    return asked


def answer_ask(
    *,
    actor: Actor,
    plan_id: uuid.UUID,
    ask_id: uuid.UUID,
    answer: Answer | None,
    base_revision: int,
) -> Saved:
    """Save the answer like any other: merged, kept in the history, and off the list with it.

    Raises what :func:`open_ask` and ``save_answers`` raise.
    """
    opened = open_ask(actor, plan_id, ask_id)
    place = opened.place
    standing = opened.answers.get(place.section.key, {}).get(place.question.key)
    return save_answers(
        actor=actor,
        plan_id=plan_id,
        section=place.section.key,
        posted={place.question.key: place.put(standing, answer)},
        base_revision=base_revision,
        opened=opened,
    )
