"""Withdrawing a plan that was begun by mistake. Nothing is deleted; the child can have another."""

import uuid

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.plans.actions.change_state import change_state
from pep_plugin.plans.models import Plan
from pep_plugin.plans.states import State


def withdraw_plan(*, actor: Actor, plan_id: uuid.UUID) -> Plan:
    """Raises ``Plan.DoesNotExist``, ``WrongState``, ``Forbidden``."""
    with transaction.atomic():
        return change_state(actor=actor, plan_id=plan_id, verb="plan.withdraw", to=State.WITHDRAWN)
