"""Somebody is worried by what they read: who pressed it, and when. The words stay in place."""

from __future__ import annotations

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.voice.models import Worry
from pep_plugin.voice.tellings.worrying import Worrying


def press_worry(*, actor: Actor, about: Worrying) -> Worry:
    """``about`` was found for this very person, which is the permission."""
    with transaction.atomic():
        worry = Worry.objects.create(plan=about.plan, path=about.path, by_id=actor.person_id)
        record(
            "worry.press",
            actor=actor,
            child_id=about.plan.child_id,
            object_id=about.plan.pk,
            question=about.path,
        )
    return worry
