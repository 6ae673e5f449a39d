"""Whom one may give a copy of a plan to, by name: the people around the child today."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from pep_plugin.conf import today
from pep_plugin.people.models import Involvement, Post
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import roles

_ALL_SCHOOL = (*sorted(roles.SCHOOL), roles.SAFEGUARDING_LEAD)


@dataclass(frozen=True, slots=True)
class Recipient:
    """``key``: ``role:person id``; the child has no person."""

    key: str
    name: str
    role: str
    person_id: uuid.UUID | None

    @property
    def label(self) -> str:
        return f"{self.name}, {roles.LABELS.get(self.role, self.role).lower()}"


def recipients(opened: OpenPlan) -> list[Recipient]:
    """The child first, then everybody who is there for the child or holds a post at the school."""
    day = today()
    involved = Involvement.objects.on(day).filter(child=opened.child)
    found = list(involved.values_list("role", "person", "person__name").order_by("starts"))
    if opened.enrolment is not None:
        posts = Post.objects.on(day).filter(school=opened.enrolment.school_id, role__in=_ALL_SCHOOL)
        found += posts.values_list("role", "person", "person__name").order_by("role", "starts")
    order = [*roles.LABELS]
    found.sort(key=lambda row: order.index(row[0]))
    child = Recipient(roles.CHILD, opened.child.called, roles.CHILD, None)
    others = [Recipient(f"{role}:{person}", name, role, person) for role, person, name in found]
    return [child, *{one.key: one for one in others}.values()]
