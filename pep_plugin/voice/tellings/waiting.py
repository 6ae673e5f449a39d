"""Where a child's words wait: with the adult they chose, then on the duty list and with the
school's safeguarding lead.
"""

from __future__ import annotations

import uuid

from django.db.models import Exists, OuterRef, Q, QuerySet

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.conf import today
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import roles
from pep_plugin.voice.models import Telling


def waiting_for(actor: Actor) -> list[Telling]:
    """Not opened yet, and this person's to open; one query. The Virtual School has its list."""
    if actor.person_id is None or not actor.is_somebody:
        return []
    # Whoever no longer has to do with the child is told nothing of them.
    mine = Q(person=actor.person_id, plan__child__in=access.children(actor))
    leads = actor.schools(roles.SAFEGUARDING_LEAD)
    if leads:
        mine |= _moved_on() & _at_schools(leads)
    return list(_with_names(Telling.objects.filter(mine, opened_at=None)).order_by("sent_at"))


def on_duty_list(actor: Actor) -> QuerySet[Telling]:
    """What the Virtual School must open, or see opened; the longest waiting first.

    An adopted child's is for the one role that keeps the record: adoption makes no child safe.
    """
    moved_on = Telling.objects.filter(_moved_on())
    if roles.VS_HEAD not in actor.post_roles:
        moved_on = moved_on.exclude(plan__child__status=Child.Status.ADOPTED)
    return _with_names(moved_on).order_by("sent_at")


def duty_count(actor: Actor) -> int | None:
    """How many wait on the duty list; None for who has no business there."""
    if not access.allows(actor.post_roles, "telling.duty"):
        return None
    return on_duty_list(actor).filter(opened_at=None).count()


def told_in(opened: OpenPlan) -> list[tuple[Telling, bool]]:
    """To whom the child's words went in one plan, the newest first; and whether this person may
    open them. That they were sent, and who read them, is no secret among colleagues."""
    tellings = Telling.objects.filter(plan=opened.plan).select_related(
        "person", "opened_by", "plan__child"
    )
    return [(telling, may_open(opened.actor, telling)) for telling in tellings]


def may_open(actor: Actor, telling: Telling) -> bool:
    """The adult whom the child chose; once it moved on, the Virtual School and the school's lead.

    ``telling.plan.child`` is read. Who opened it may read it again.
    """
    child = telling.plan.child
    held = access.roles(actor, child)
    if telling.person_id == actor.person_id and access.could(held, "plan.view"):
        return True
    if not has_moved_on(telling):
        return False
    return access.allows(held, "telling.duty") or leads_safeguarding(actor, child)


def has_moved_on(telling: Telling) -> bool:
    """Past its day it has, whether or not the daily round has come by to say so."""
    if telling.moved_on_at is not None:
        return True
    return telling.opened_at is None and telling.open_by < today()


def leads_safeguarding(actor: Actor, child: Child) -> bool:
    """Whether the actor is the safeguarding lead of the school that the child is at today."""
    schools = actor.schools(roles.SAFEGUARDING_LEAD)
    if not schools or child.status == Child.Status.ADOPTED:
        return False
    main = Enrolment.objects.current().filter(child=child, is_main=True, school__in=schools)
    return main.exists()


def _moved_on() -> Q:
    return Q(moved_on_at__isnull=False) | Q(opened_at=None, open_by__lt=today())


def _at_schools(schools: frozenset[uuid.UUID]) -> Q:
    at = Enrolment.objects.current().filter(
        child=OuterRef("plan__child"), is_main=True, school__in=schools
    )
    return Q(Exists(at)) & ~Q(plan__child__status=Child.Status.ADOPTED)


def _with_names(tellings: QuerySet[Telling]) -> QuerySet[Telling]:
    return tellings.select_related("plan__child", "plan__term", "person", "opened_by")
