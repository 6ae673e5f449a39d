"""Taking a link back: from the next request on it opens nothing."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record
from pep_plugin.plans.reading import open_plan
from pep_plugin.voice.links.rules import verb_for


def revoke_link(*, actor: Actor, grant_id: uuid.UUID) -> LinkGrant:
    """Whoever could give it may take it back, in any state. Twice is once.

    Raises ``LinkGrant.DoesNotExist``, ``Plan.DoesNotExist``, ``access.Forbidden``.
    """
    with transaction.atomic():
        grant = LinkGrant.objects.select_for_update().get(pk=grant_id)
        opened = open_plan(actor, grant.plan_id)
        verb = verb_for(grant.role, opened.plan)
        if not access.could(opened.roles, verb):
            raise access.Forbidden(verb)
        if grant.revoked_at is None:
            grant.revoked_at, grant.revoked_by_id = timezone.now(), actor.person_id
            grant.save(update_fields=["revoked_at", "revoked_by"])
            record(
                "link.revoke",
                actor=actor,
                child_id=opened.child.pk,
                object_id=grant.pk,
                role=grant.role,
            )
    return grant
