"""Who fills each role for a child now: whom a section waits for, and whom one may ask."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, field

from pep_plugin.people.models import Child, Enrolment, Involvement, Post
from pep_plugin.sections import roles


@dataclass(frozen=True, slots=True)
class Owners:
    """Role key -> names, in the order in which they are shown.

    ``ids``: role key -> the people behind the names, in the same order; the child has none.
    """

    by_role: dict[str, tuple[str, ...]]
    ids: dict[str, tuple[uuid.UUID, ...]] = field(default_factory=dict)

    def names(self, role: str) -> tuple[str, ...]:
        return self.by_role.get(role, ())

    def people(self, role: str) -> tuple[tuple[uuid.UUID, str], ...]:
        """(id, name) of each person in the role."""
        return tuple(zip(self.ids.get(role, ()), self.names(role), strict=False))

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
    found: dict[str, list[tuple[uuid.UUID, str]]] = {}
    involved = (
        Involvement.objects.on(day)
        .filter(child=child)
        .values_list("role", "person_id", "person__name")
        .order_by("starts", "person__name")
    )
    for role, person_id, name in involved:
        found.setdefault(role, []).append((person_id, name))
    if enrolment is not None:
        posts = (
            Post.objects.on(day)
            .filter(school=enrolment.school_id)
            .order_by("role", "starts", "person__name")
        )
        for role, person_id, name in posts.values_list("role", "person_id", "person__name"):
            found.setdefault(role, []).append((person_id, name))
    order = [*roles.LABELS]
    names = {role: tuple(name for _id, name in people) for role, people in found.items()}
    names[roles.CHILD] = (child.called,)
    return Owners(
        {role: names[role] for role in sorted(names, key=order.index)},
        {role: tuple(one for one, _name in people) for role, people in found.items()},
    )
