"""Stopping, and giving the screen back."""

from __future__ import annotations

from django.utils import timezone

from pep_plugin.access import Actor
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record


def close_own_page(*, actor: Actor) -> bool:
    """End a screen that was handed over; True when it was one. A link in a message stays open."""
    if actor.grant is None:
        return False
    ended = LinkGrant.objects.open().filter(pk=actor.grant.id, way=LinkGrant.Way.HANDED_OVER)
    was_handed_over = bool(ended.update(expires_at=timezone.now()))
    record("link.close", actor=actor, child_id=actor.grant.child_id, object_id=actor.grant.id)
    return was_handed_over
