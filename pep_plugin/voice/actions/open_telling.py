"""Opening a child's words: from then on it is known who read them, and when."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.voice.models import Telling
from pep_plugin.voice.tellings.waiting import has_moved_on, may_open


def open_telling(*, actor: Actor, telling_id: uuid.UUID) -> Telling:
    """Twice is once. Raises ``Telling.DoesNotExist`` for what is not theirs or not there."""
    with transaction.atomic():
        # Locked by itself first: PostgreSQL locks no row of an outer join.
        Telling.objects.select_for_update().filter(pk=telling_id).first()
        telling = Telling.objects.select_related("plan__child").get(pk=telling_id)
        if not may_open(actor, telling):
            raise Telling.DoesNotExist
        if telling.opened_at is None:
            if has_moved_on(telling) and telling.moved_on_at is None:
                # Opened from the duty list before the daily round came by to say that it is there.
                telling.moved_on_at = timezone.now()
            telling.opened_at, telling.opened_by_id = timezone.now(), actor.person_id
            telling.save(update_fields=["opened_at", "opened_by", "moved_on_at"])
            record(
                "telling.open",
                actor=actor,
                child_id=telling.plan.child_id,
                object_id=telling.pk,
                questions=telling.paths,
            )
    return telling
