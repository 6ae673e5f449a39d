"""Words that nobody opened go to those whose job it is: nobody has to remember them."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.outbox import daily
from pep_plugin.outbox.promise import promise
from pep_plugin.people.models import Child, Enrolment, Post
from pep_plugin.sections import roles
from pep_plugin.voice.models import Telling
from pep_plugin.voice.tellings.adults import still_sees


def move_tellings_on() -> int:
    """How many went to the duty list and the safeguarding lead; running it again moves none.

    At the end of their day, or as soon as the adult whom the child chose no longer sees the child.
    """
    waiting = Telling.objects.filter(opened_at=None, moved_on_at=None)
    moved = 0
    for telling in waiting.select_related("person", "plan__child"):
        if telling.open_by < today() or not still_sees(telling.person, telling.plan.child):
            moved += _move_on(telling)
    return moved


def _move_on(telling: Telling) -> bool:
    with transaction.atomic():
        # Somebody may have opened it while this list was read.
        still = Telling.objects.filter(pk=telling.pk, opened_at=None, moved_on_at=None)
        if not still.update(moved_on_at=timezone.now()):
            return False
        promise("notices.telling_duty", telling.pk)
        for person_id in _leads(telling.plan.child):
            # The message says that somebody's words wait, and not whose: a person is all it needs.
            promise(
                "notices.telling_lead",
                person_id,
                key=f"notices.telling_lead:{telling.pk}:{person_id}",
            )
        record(
            "telling.move_on",
            actor=Actor.for_command("pep_remind"),
            child_id=telling.plan.child_id,
            object_id=telling.pk,
        )
    return True


def _leads(child: Child) -> list[uuid.UUID]:
    """The safeguarding leads of the school that the child is at today."""
    school = Enrolment.objects.current().filter(child=child, is_main=True).values("school")
    posts = Post.objects.current().filter(role=roles.SAFEGUARDING_LEAD, school__in=school)
    return list(posts.order_by("person").values_list("person", flat=True).distinct())


daily.register("Words of children moved on to the duty list", move_tellings_on)
