"""Opening a page of one's own with the link from a message."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from pep_plugin.access import Actor
from pep_plugin.access.links import hash_of
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record


def link_of(token: str) -> LinkGrant:
    """The link that a token opens now. Raises ``LinkGrant.DoesNotExist`` for all others alike."""
    links = LinkGrant.objects.open().select_related("plan__child", "person")
    grant = links.get(token_sha256=hash_of(token), way=LinkGrant.Way.LINK)
    if not Actor.for_grant(grant).is_somebody:
        raise LinkGrant.DoesNotExist
    return grant


def open_own_page(*, token: str) -> LinkGrant:
    """What the button on the first page does. Raises ``LinkGrant.DoesNotExist``."""
    with transaction.atomic():
        grant = link_of(token)
        if grant.opened_at is None:
            grant.opened_at = timezone.now()
            grant.save(update_fields=["opened_at"])
        record(
            "link.open",
            actor=Actor.for_grant(grant),
            child_id=grant.plan.child_id,
            object_id=grant.pk,
            role=grant.role,
        )
    return grant
