"""A new link in place of one that ran out: to the address it had, and to no other."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from pep_plugin.access import Actor
from pep_plugin.access.links import hash_of
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.voice.actions.give_link import make_link
from pep_plugin.voice.links.rules import is_renewable, require_may_give
from pep_plugin.voice.models import VoiceDraft

#: So many new links may somebody ask for by themselves in a day; whoever finds an old message
#: must not fill a mailbox with it.
MOST_A_DAY = 3
_DAY = datetime.timedelta(days=1)


def ask_new_link(*, token: str) -> None:
    """What "Send me a new link" does. Tells nothing: it looks the same whatever the token is."""
    with transaction.atomic():
        found = LinkGrant.objects.filter(token_sha256=hash_of(token)).first()
        if found is None:
            return
        Plan.objects.select_for_update().filter(pk=found.plan_id).first()
        grant = LinkGrant.objects.select_related("plan__child").get(pk=found.pk)
        if grant.plan.child.status == grant.plan.child.Status.ADOPTED:
            return
        if not is_renewable(grant) or _has_had_enough(grant) or _has_open_one(grant):
            return
        new = _another(grant, made_by=None)
        record(
            "link.renew",
            actor=Actor.nobody(),
            child_id=grant.plan.child_id,
            object_id=new.pk,
            role=grant.role,
        )


def send_link_again(*, actor: Actor, grant_id: uuid.UUID) -> LinkGrant:
    """A colleague sends somebody's link again; the one before opens nothing from then on.

    Raises ``LinkGrant.DoesNotExist``, ``Plan.DoesNotExist``, ``access.Forbidden``.
    """
    with transaction.atomic():
        grant = LinkGrant.objects.select_for_update().get(pk=grant_id, way=LinkGrant.Way.LINK)
        opened = open_plan(actor, grant.plan_id)
        require_may_give(opened, grant.role)
        LinkGrant.objects.open().filter(
            plan=grant.plan_id, role=grant.role, person=grant.person_id, way=LinkGrant.Way.LINK
        ).update(expires_at=timezone.now())
        new = _another(grant, made_by=actor.person_id)
        record(
            "link.send_again",
            actor=actor,
            child_id=opened.child.pk,
            object_id=new.pk,
            role=grant.role,
        )
    return new


def _another(grant: LinkGrant, *, made_by: uuid.UUID | None) -> LinkGrant:
    """A link of its own, since a token comes from the row; what was written so far goes along."""
    new = make_link(
        LinkGrant(
            plan_id=grant.plan_id,
            role=grant.role,
            person_id=grant.person_id,
            email=grant.email,
            made_by_id=made_by,
        )
    )
    VoiceDraft.objects.filter(grant=grant).update(grant=new)
    return new


def _same_hand(grant: LinkGrant) -> dict[str, object]:
    return {
        "plan": grant.plan_id,
        "role": grant.role,
        "person": grant.person_id,
        "email": grant.email,
    }


def _has_had_enough(grant: LinkGrant) -> bool:
    lately = LinkGrant.objects.filter(**_same_hand(grant), made_at__gt=timezone.now() - _DAY)
    return lately.count() >= MOST_A_DAY


def _has_open_one(grant: LinkGrant) -> bool:
    """Only the newest link is renewed: an old message must not close or double a newer one."""
    return LinkGrant.objects.open().filter(**_same_hand(grant)).exists()
