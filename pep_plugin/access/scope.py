"""Which children exist for an actor, and who the actor is to one of them. Dates decide."""

import datetime
import uuid

from django.db.models import Exists, OuterRef, Q

from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import Forbidden, could
from pep_plugin.conf import today
from pep_plugin.people.models import Child, Enrolment, Involvement, Post
from pep_plugin.people.models.child import ChildQuerySet
from pep_plugin.sections import roles as role_keys

#: Held towards one child and needing no post besides: they have nothing to leave but the child.
_BY_INVOLVEMENT = frozenset({role_keys.CARER, role_keys.PARENT, role_keys.PROFESSIONAL})
#: Held towards one child, and only while the person still holds the post: a leaver sees nobody.
_BY_INVOLVEMENT_AND_POST = frozenset({role_keys.SOCIAL_WORKER, role_keys.IRO})
#: The one role that still sees a child who was adopted.
_SEES_ADOPTED = role_keys.VS_HEAD


def _involved_roles(actor: Actor) -> frozenset[str]:
    return _BY_INVOLVEMENT | (_BY_INVOLVEMENT_AND_POST & actor.post_roles)


def _social_workers_of_teams(actor: Actor, day: datetime.date) -> "Exists":
    """Children whose social worker is today in a team that the actor manages."""
    in_team = Post.objects.on(day).filter(
        role=role_keys.SOCIAL_WORKER,
        team__in=actor.teams(role_keys.TEAM_MANAGER),
        person=OuterRef("person"),
    )
    return Exists(
        Involvement.objects.on(day)
        .filter(child=OuterRef("pk"), role=role_keys.SOCIAL_WORKER)
        .filter(Exists(in_team))
    )


def children(actor: Actor, *, on: datetime.date | None = None) -> ChildQuerySet:
    """The children the actor may know of, for lists and search; never an adopted one."""
    day = on or today()
    living = Child.objects.exclude(status=Child.Status.ADOPTED)
    if not actor.is_somebody:
        return living.none()
    if actor.grant is not None:
        # Somebody on a link has that one plan and no lists.
        return living.none()
    if actor.is_virtual_school:
        return living
    reasons = Q(
        Exists(
            Involvement.objects.on(day).filter(
                child=OuterRef("pk"),
                person=actor.person_id,
                # A list tells a name and a school: only to who may also open the child's page.
                role__in=[r for r in _involved_roles(actor) if could({r}, "child.view")],
            )
        )
    )
    schools = actor.schools(*role_keys.SCHOOL)
    if schools:
        enrolled = Enrolment.objects.on(day).filter(
            child=OuterRef("pk"), school__in=schools, is_main=True
        )
        reasons |= Q(Exists(enrolled))
    if actor.teams(role_keys.TEAM_MANAGER):
        reasons |= Q(_social_workers_of_teams(actor, day))
    return living.filter(reasons)


def get_child(actor: Actor, child_id: uuid.UUID) -> Child:
    """One child by id; raises ``Child.DoesNotExist`` for what the actor may not see.

    An adopted child is given to the one Virtual School role that keeps the record.
    """
    if _SEES_ADOPTED in actor.post_roles:
        return Child.objects.get(pk=child_id)
    return children(actor).get(pk=child_id)


def require_open_record(child: Child) -> None:
    """An adopted child's record is closed: it is read, and nothing is added. Raises Forbidden."""
    if child.status == Child.Status.ADOPTED:
        raise Forbidden("record is closed")


def roles(actor: Actor, child: Child, *, on: datetime.date | None = None) -> frozenset[str]:
    """Who the actor is to the child on a day (default today), with stand-ins; 3 queries at most.

    A deputy also counts as the designated teacher, a team manager as the social worker.
    """
    day = on or today()
    if not actor.is_somebody:
        return frozenset()
    if child.status == Child.Status.ADOPTED:
        return frozenset({_SEES_ADOPTED}) & actor.post_roles
    if actor.grant is not None:
        return frozenset({actor.grant.role}) if actor.grant.child_id == child.pk else frozenset()
    found = set(actor.post_roles & role_keys.VIRTUAL_SCHOOL)
    if actor.person_id is not None:
        found |= set(
            Involvement.objects.on(day)
            .filter(child=child, person=actor.person_id, role__in=_involved_roles(actor))
            .values_list("role", flat=True)
        )
    found |= _school_roles(actor, child, day)
    if actor.teams(role_keys.TEAM_MANAGER) and (
        Child.objects.filter(_social_workers_of_teams(actor, day), pk=child.pk).exists()
    ):
        found.add(role_keys.TEAM_MANAGER)
    return role_keys.with_those_stood_in_for(found)


def _school_roles(actor: Actor, child: Child, day: datetime.date) -> set[str]:
    schools = actor.schools(*role_keys.SCHOOL)
    if not schools:
        return set()
    at = set(
        Enrolment.objects.on(day)
        .filter(child=child, is_main=True, school__in=schools)
        .values_list("school_id", flat=True)
    )
    return {p.role for p in actor.posts if p.role in role_keys.SCHOOL and p.school_id in at}
