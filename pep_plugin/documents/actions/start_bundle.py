"""Asking for many documents at once: a hand-over pack of one child, a term's agreed plans."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.documents.models import Bundle, BundlePart
from pep_plugin.documents.workers import has_worker
from pep_plugin.outbox.promise import promise
from pep_plugin.plans.models import Submission, Term
from pep_plugin.plans.states import State


def start_handover(*, actor: Actor, child_id: uuid.UUID) -> Bundle:
    """Everything that was sent about a child, as the school may have it.

    For the school and the social worker of today, and the Virtual School. Raises
    ``Child.DoesNotExist``, ``access.Forbidden``.
    """
    child = access.get_child(actor, child_id)
    access.require(access.roles(actor, child), "record.hand_over")
    access.require_open_record(child)
    sent = Submission.objects.filter(plan__child=child).exclude(plan__state=State.WITHDRAWN)
    bundle = Bundle(
        owner_id=_owner(actor), kind=Bundle.Kind.HANDOVER, audience="school", child=child
    )
    return _start(actor, bundle, sent.order_by("sent_at").values_list("pk", flat=True))


def start_term(*, actor: Actor, term: Term) -> Bundle:
    """The agreed plans of a term, as they were last sent. Raises ``access.Forbidden``."""
    access.require(actor.post_roles, "plans.export")
    bundle = Bundle(owner_id=_owner(actor), kind=Bundle.Kind.TERM, term=term)
    return _start(actor, bundle, agreed(actor, term))


def agreed(actor: Actor, term: Term) -> list[uuid.UUID]:
    """The newest submission of each agreed plan of the term that the actor may see, in order."""
    newest: dict[uuid.UUID, uuid.UUID] = {}
    sent = Submission.objects.filter(
        plan__term=term, plan__state=State.SIGNED_OFF, plan__child__in=access.children(actor)
    )
    for plan, submission in sent.order_by("number").values_list("plan", "pk"):
        newest[plan] = submission
    return list(newest.values())


def _owner(actor: Actor) -> uuid.UUID:
    """A bundle is somebody's: a command has no page on which to fetch it."""
    if actor.person_id is None:
        raise access.Forbidden("bundle")
    return actor.person_id


def _start(actor: Actor, bundle: Bundle, submissions: Iterable[uuid.UUID]) -> Bundle:
    with transaction.atomic():
        bundle.save()
        parts = BundlePart.objects.bulk_create(
            BundlePart(bundle=bundle, submission_id=submission, order=order)
            for order, submission in enumerate(submissions, start=1)
        )
        record(
            "bundle.start",
            actor=actor,
            child_id=bundle.child_id,
            object_id=bundle.pk,
            kind=str(bundle.kind),
            documents=len(parts),
        )
        if has_worker():
            for part in parts:
                promise("documents.bundle", part.pk)
    return bundle
