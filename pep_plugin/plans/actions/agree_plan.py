"""Agreeing a plan: the Virtual School signs it off, and it never changes again."""

import uuid
from functools import partial

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.plans.actions.change_state import change_state
from pep_plugin.plans.models import Plan
from pep_plugin.plans.states import State
from pep_plugin.signals import plan_signed_off


def agree_plan(*, actor: Actor, plan_id: uuid.UUID) -> Plan:
    """Raises ``Plan.DoesNotExist``, ``WrongState``, ``Forbidden``."""
    with transaction.atomic():
        plan = change_state(actor=actor, plan_id=plan_id, verb="plan.agree", to=State.SIGNED_OFF)
        transaction.on_commit(partial(plan_signed_off.send, Plan, plan_id=plan.pk))
    return plan
