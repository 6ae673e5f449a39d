"""A page saying that it is open: "Sam is editing this section"."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.plans.models import Presence
from pep_plugin.plans.presence import COUNTS_FOR
from pep_plugin.plans.reading import OpenPlan, open_plan


def say_present(
    *, actor: Actor, plan_id: uuid.UUID, section: str, opened: OpenPlan | None = None
) -> None:
    """Note that this person has the section open now; only who may write in it says so.

    Leaves no line in the audit: drawing the page did, and this would be two lines a minute.
    Raises ``Plan.DoesNotExist``, ``access.Forbidden``, :class:`KeyError`.
    """
    opened = opened or open_plan(actor, plan_id)
    if actor.person_id is None or not opened.may_write(opened.form.section(section)):
        raise access.Forbidden("plan.write")
    now = timezone.now()
    mine = Presence.objects.filter(plan=plan_id, section=section, person=actor.person_id)
    if mine.update(seen_at=now):
        return
    with transaction.atomic():
        # What has run out is of no use to anybody, and says who worked when.
        Presence.objects.filter(plan=plan_id, seen_at__lt=now - COUNTS_FOR).delete()
        Presence.objects.bulk_create(
            [Presence(plan_id=plan_id, section=section, person_id=actor.person_id, seen_at=now)],
            # Two of this person's own pages began at once.
            ignore_conflicts=True,
        )
