"""Who fills each role for a child now: whom a section waits for, and whom one may ask."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pep_plugin.people.models import Child, Enrolment, Involvement, Post
from pep_plugin.sections import roles


@dataclass(frozen=True, slots=True)
class Owners:
    """Role key -> names, in the order in which they are shown."""

    by_role: dict[str, tuple[str, ...]]

    def names(self, role: str) -> tuple[str, ...]:
        return self.by_role.get(role, ())

    def as_json(self) -> list[dict[str, str]]:
        return [
            {"role": role, "role_label": roles.LABELS[role], "name": name}
            for role, names in self.by_role.items()
            for name in names
        ]


def owners_of(child: Child, enrolment: Enrolment | None, day: datetime.date) -> Owners:
    """Two queries: who is involved with the child, and who holds a post at the main school.

    The child is always named in the child's own role.
    """
    found: dict[str, list[str]] = {}
    involved = (
        Involvement.objects.on(day)
        .filter(child=child)
        .values_list("role", "person__name")
        .order_by("starts")
    )
    for role, name in involved:
        found.setdefault(role, []).append(name)
    if enrolment is not None:
        posts = Post.objects.on(day).filter(school=enrolment.school_id)
        for role, name in posts.values_list("role", "person__name").order_by("role", "starts"):
            found.setdefault(role, []).append(name)
    found[roles.CHILD] = [child.called]
    order = [*roles.LABELS]
    return Owners({role: tuple(found[role]) for role in sorted(found, key=order.index)})
