"""What returning, agreeing and withdrawing share: one move of one plan."""

from __future__ import annotations

import uuid

from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.states import State, move


def change_state(
    *,
    actor: Actor,
    plan_id: uuid.UUID,
    verb: str,
    to: State,
    returned_reason: str = "",
    withdrawn_reason: str = "",
) -> Plan:
    """Must run in a transaction. Raises ``Plan.DoesNotExist``, ``WrongState``, ``Forbidden``."""
    Plan.objects.select_for_update().filter(pk=plan_id).first()
    opened = open_plan(actor, plan_id)
    plan = opened.plan
    if not access.could(opened.roles, verb):
        raise access.Forbidden(verb)
    state = move(plan.state, to)
    access.require(opened.roles, verb, plan.state)
    plan.state, plan.state_changed_at = state, timezone.now()
    plan.returned_reason, plan.withdrawn_reason = returned_reason, withdrawn_reason
    plan.save(update_fields=["state", "state_changed_at", "returned_reason", "withdrawn_reason"])
    record(verb, actor=actor, child_id=plan.child_id, object_id=plan.pk)
    return plan
