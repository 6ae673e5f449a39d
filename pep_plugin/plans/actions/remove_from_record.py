"""Taking one wrong answer out of everything that holds it; two people and a reason."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit import holdings
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.plans.models import (
    Plan,
    RemovalRequest,
    SectionAnswers,
    SectionHistory,
    Submission,
)
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections.answers import Answer, content


class RemovalNeedsAnother(Exception):
    """Whoever asked for a removal may not carry it out."""


def remove_from_record(*, actor: Actor, request_id: uuid.UUID) -> RemovalRequest:
    """Walk every holding; in place of the answer stands "Removed on DATE: reason".

    The salt of its digest is destroyed, so every other hash still verifies and nothing can be
    guessed against the removed one. Carrying it out twice changes nothing.

    Raises ``RemovalRequest.DoesNotExist``, ``Plan.DoesNotExist``, ``Forbidden``,
    :class:`RemovalNeedsAnother`.
    """
    with transaction.atomic():
        request = RemovalRequest.objects.select_for_update().get(pk=request_id)
        opened = open_plan(actor, request.plan_id)
        access.require(opened.roles, "answer.remove", opened.plan.state)
        if request.done_at is not None:
            return request
        if actor.person_id is None or request.asked_by_id == actor.person_id:
            raise RemovalNeedsAnother
        # Saving, sending and other removals wait: what they write would be read too early here.
        list(Plan.objects.select_for_update().filter(child=opened.child.pk).order_by("pk"))
        removal = holdings.Removal(
            child_id=opened.child.pk,
            plan_id=request.plan_id,
            path=request.path,
            contents=tuple(_contents(request)),
            marker={"removed": {"on": today().isoformat(), "reason": request.reason}},
        )
        changed = {
            holding.model.__name__: holding.remove(removal)
            for holding in holdings.everything()
            if holding.remove is not None
        }
        request.done_by_id, request.done_at = actor.person_id, timezone.now()
        request.save(update_fields=["done_by", "done_at"])
        record(
            "answer.remove",
            actor=actor,
            child_id=opened.child.pk,
            object_id=request.plan_id,
            question=request.path,
            changed=changed,
        )
    return request


def _contents(request: RemovalRequest) -> list[Any]:
    """Everything this plan ever held as the answer: each wording is wrong, not only the last."""
    section, _, key = request.path.partition(".")
    found: list[Answer | None] = []
    for sent in Submission.objects.filter(plan=request.plan_id):
        found.append(sent.answers.get(section, {}).get(key))
    rows = SectionAnswers.objects.filter(plan=request.plan_id, section=section)
    found += [row.data.get(key) for row in rows]
    history = SectionHistory.objects.filter(plan=request.plan_id, section=section)
    found += [row.changes.get(key) for row in history]
    contents: list[Any] = []
    for answer in found:
        held = content(answer)
        if held is not None and "removed" not in held and held not in contents:
            contents.append(held)
    return contents
