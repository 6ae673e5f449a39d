"""Handing a screen to a child: their page opens on it, for an hour at most."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections.roles import CHILD
from pep_plugin.voice.models import VoiceDraft

AN_HOUR = datetime.timedelta(hours=1)


def hand_over_screen(*, actor: Actor, plan_id: uuid.UUID) -> LinkGrant:
    """A way in for whoever sits before this screen now; nothing is sent to anybody.

    What the child wrote on an earlier screen and did not send goes along, and is not shown: the
    colleague could hand the screen to themselves. Whoever calls this signs the colleague out.

    Raises ``Plan.DoesNotExist``, ``access.Forbidden``.
    """
    with transaction.atomic():
        # The plan's row is the lock: one screen at a time is the child's.
        Plan.objects.select_for_update().filter(pk=plan_id).first()
        opened = open_plan(actor, plan_id)
        access.require(opened.roles, "link.give", opened.plan.state)
        access.require_open_record(opened.child)
        earlier = LinkGrant.objects.filter(
            plan=opened.plan, role=CHILD, way=LinkGrant.Way.HANDED_OVER
        )
        now = timezone.now()
        draft = VoiceDraft.objects.filter(grant__in=earlier).order_by("-saved_at").first()
        earlier.open().update(expires_at=now)
        grant = LinkGrant(
            plan=opened.plan,
            role=CHILD,
            way=LinkGrant.Way.HANDED_OVER,
            made_by_id=actor.person_id,
            expires_at=now + AN_HOUR,
            opened_at=now,
        )
        # Nobody is told this token: the cookie names the link.
        grant.token_sha256 = hash_of(token_for("grant", grant.pk))
        grant.save(force_insert=True)
        if draft is not None:
            VoiceDraft.objects.filter(pk=draft.pk).update(grant=grant)
        record("link.hand_over", actor=actor, child_id=opened.child.pk, object_id=grant.pk)
    return grant
