"""Asking that one wrong answer be taken out of the record."""

import uuid

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.plans.actions.return_plan import ReasonMissing
from pep_plugin.plans.models import RemovalRequest
from pep_plugin.plans.models.plan import FEEDBACK, WITHDRAWN_REASON
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.sections.text import normalise_text


def ask_removal(*, actor: Actor, plan_id: uuid.UUID, path: str, reason: str) -> RemovalRequest:
    """A request that another person must carry out.

    Raises ``Plan.DoesNotExist``, ``Forbidden``, ``ReasonMissing``, and :class:`KeyError` when the
    plan holds no such answer.
    """
    opened = open_plan(actor, plan_id)
    access.require(opened.roles, "answer.ask_removal", opened.plan.state)
    if not _is_there(opened, path):
        raise KeyError(path)
    text = normalise_text(reason).strip()[:250]
    if not text:
        raise ReasonMissing
    with transaction.atomic():
        request = RemovalRequest.objects.create(
            plan=opened.plan, path=path, reason=text, asked_by_id=actor.person_id
        )
        record(
            "answer.ask_removal",
            actor=actor,
            child_id=opened.child.pk,
            object_id=opened.plan.pk,
            question=path,
        )
    return request


def _is_there(opened: OpenPlan, path: str) -> bool:
    """Whether something stands at the path for this person: an answer, or what was said of all."""
    if path in (FEEDBACK, WITHDRAWN_REASON):
        return bool(getattr(opened.plan, path))
    section, _, key = path.partition(".")
    answer = opened.readable().get(section, {}).get(key)
    return answer is not None and "removed" not in answer
