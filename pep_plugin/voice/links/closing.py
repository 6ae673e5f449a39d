"""A plan that was sent takes no more words: its links end with it."""

from __future__ import annotations

import uuid
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from pep_plugin.access.models import LinkGrant
from pep_plugin.outbox import daily
from pep_plugin.plans.states import State
from pep_plugin.signals import plan_sent


@receiver(plan_sent, dispatch_uid="pep_plugin.voice.links.closing")
def close_links(*, plan_id: uuid.UUID, **kwargs: Any) -> None:
    """They run out; nobody took them back, so after a sending back somebody may have a new one."""
    LinkGrant.objects.open().filter(plan=plan_id).update(expires_at=timezone.now())


def close_left_open() -> int:
    """Links that a crash between the sending and its signal left open, and those of plans that
    were withdrawn."""
    ended = (State.SUBMITTED, State.WITHDRAWN)
    left = LinkGrant.objects.open().filter(plan__state__in=ended)
    return left.update(expires_at=timezone.now())


daily.register("Links of plans that are no longer written closed", close_left_open)
