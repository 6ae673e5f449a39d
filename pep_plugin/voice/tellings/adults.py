"""Whom a child may choose to write to: people on the plan who can open it, never a carer."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.people.models import Child, Person, Post
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import roles

#: In the order in which a child is offered them. All sign in, so that the words can be opened.
_ROLES = (roles.DESIGNATED_TEACHER, roles.DEPUTY, roles.SOCIAL_WORKER, roles.IRO)


@dataclass(frozen=True, slots=True)
class Adult:
    """One person whom the child may choose."""

    person_id: uuid.UUID
    name: str
    role_label: str


def adults_for(opened: OpenPlan) -> list[Adult]:
    """Who may be chosen, each once; those of the Virtual School where nobody else can be.

    Somebody who is the child's carer or parent besides is not asked: the words may be about home.
    """
    at_home = {
        person_id
        for role in (roles.CARER, roles.PARENT)
        for person_id, _name in opened.owners.people(role)
    }
    found: dict[uuid.UUID, Adult] = {}
    for role in _ROLES:
        for person_id, name in opened.owners.people(role):
            if person_id not in at_home:
                found.setdefault(person_id, Adult(person_id, name, roles.LABELS[role]))
    can_open = {
        person.pk
        for person in Person.objects.filter(pk__in=found).exclude(user=None)
        if still_sees(person, opened.child)
    }
    return [
        adult for adult in found.values() if adult.person_id in can_open
    ] or _of_the_virtual_school()


def _of_the_virtual_school() -> list[Adult]:
    posts = Post.objects.current().filter(role__in=roles.VIRTUAL_SCHOOL)
    rows = posts.exclude(person__user=None).values_list("person_id", "person__name", "role")
    found: dict[uuid.UUID, Adult] = {}
    for person_id, name, role in rows.order_by("role", "starts"):
        found.setdefault(person_id, Adult(person_id, name, roles.LABELS[role]))
    return list(found.values())


def still_sees(person: Person, child: Child) -> bool:
    """Whether the person may open the child's plans today: a leaver opens nothing."""
    return access.could(access.roles(Actor.for_person(person), child), "plan.view")
