"""Sending a plan back to the school, with the reason."""

import uuid
from functools import partial

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.plans import asks
from pep_plugin.plans.actions.change_state import change_state
from pep_plugin.plans.models import Plan
from pep_plugin.plans.states import State
from pep_plugin.sections.text import normalise_text
from pep_plugin.signals import plan_returned


class ReasonMissing(ValueError):
    """A plan is never sent back without saying why."""


def return_plan(*, actor: Actor, plan_id: uuid.UUID, reason: str) -> Plan:
    """The plan can be written again; the reason is the first thing its writers see.

    Raises :class:`ReasonMissing`, ``Plan.DoesNotExist``, ``WrongState``, ``Forbidden``.
    """
    text = normalise_text(reason).strip()
    if not text:
        raise ReasonMissing
    with transaction.atomic():
        plan = change_state(
            actor=actor,
            plan_id=plan_id,
            verb="plan.return",
            to=State.RETURNED,
            returned_reason=text,
        )
        asks.open_again(plan.pk)
        transaction.on_commit(partial(plan_returned.send, Plan, plan_id=plan.pk))
    return plan
