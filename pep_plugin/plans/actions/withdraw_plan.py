"""Withdrawing a plan that was begun by mistake. Nothing is deleted; the child can have another."""

import uuid

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.plans import asks
from pep_plugin.plans.actions.change_state import change_state
from pep_plugin.plans.actions.return_plan import ReasonMissing
from pep_plugin.plans.models import Plan
from pep_plugin.plans.states import State
from pep_plugin.sections.text import normalise_text


def withdraw_plan(*, actor: Actor, plan_id: uuid.UUID, reason: str) -> Plan:
    """The reason stands on the plan ever after, and nobody is asked anything for it any more.

    Raises ``ReasonMissing``, ``Plan.DoesNotExist``, ``WrongState``, ``Forbidden``.
    """
    text = normalise_text(reason).strip()
    if not text:
        raise ReasonMissing
    with transaction.atomic():
        plan = change_state(
            actor=actor,
            plan_id=plan_id,
            verb="plan.withdraw",
            to=State.WITHDRAWN,
            withdrawn_reason=text,
        )
        asks.settle(plan.pk)
    return plan
