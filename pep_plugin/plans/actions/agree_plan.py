"""Agreeing a plan: the Virtual School signs it off, and it never changes again."""

import uuid
from functools import partial

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.plans.actions.change_state import change_state
from pep_plugin.plans.models import Plan
from pep_plugin.plans.states import State
from pep_plugin.sections.text import normalise_text
from pep_plugin.signals import plan_signed_off

#: A few paragraphs; what is longer belongs into a conversation.
LONGEST_FEEDBACK = 5000


class FeedbackTooLong(ValueError):
    """More than :data:`LONGEST_FEEDBACK` characters."""


def agree_plan(*, actor: Actor, plan_id: uuid.UUID, feedback: str = "") -> Plan:
    """``feedback``: what the Virtual School wants to say; it heads the next plan's task list.

    Raises :class:`FeedbackTooLong`, ``Plan.DoesNotExist``, ``WrongState``, ``Forbidden``.
    """
    text = normalise_text(feedback).strip()
    if len(text) > LONGEST_FEEDBACK:
        raise FeedbackTooLong
    with transaction.atomic():
        plan = change_state(actor=actor, plan_id=plan_id, verb="plan.agree", to=State.SIGNED_OFF)
        if text:
            plan.feedback = text
            plan.save(update_fields=["feedback"])
        transaction.on_commit(partial(plan_signed_off.send, Plan, plan_id=plan.pk))
    return plan
