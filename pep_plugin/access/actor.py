"""Who is asking: a person with posts, somebody on a link, or a command. Made once per request."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import models

from pep_plugin.access.accounts import is_as_left
from pep_plugin.access.models import LinkGrant
from pep_plugin.conf import today
from pep_plugin.people.dated import on_day
from pep_plugin.people.models import Involvement, Person
from pep_plugin.sections import roles as role_keys


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post in force today."""

    role: str
    school_id: uuid.UUID | None = None
    team_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class GrantHeld:
    """A link that is open now: one role towards one child, for one plan."""

    id: uuid.UUID
    plan_id: uuid.UUID
    child_id: uuid.UUID
    role: str


@dataclass(frozen=True, slots=True)
class Actor:
    """``kind`` is ``user``, ``grant``, ``command``, ``suspended`` or ``nobody``.

    ``posts`` are those in force now; ``grant`` is the link of somebody without an account. Somebody
    is suspended whose password or address was changed by another hand, until the Virtual School
    confirms it: they are nobody to every child.
    """

    kind: str
    person_id: uuid.UUID | None = None
    name: str = ""
    posts: tuple[PostHeld, ...] = ()
    grant: GrantHeld | None = None

    @classmethod
    def nobody(cls) -> Actor:
        """Someone who is not signed in, or signed in without a PEP person."""
        return cls("nobody")

    @classmethod
    def for_user(cls, user: Any) -> Actor:
        """The actor of a signed-in user. Inactive users are nobody."""
        if not getattr(user, "is_authenticated", False) or not user.is_active:
            return cls.nobody()
        return cls._of(Person.objects.filter(user_id=user.pk), user)

    @classmethod
    def for_person(cls, person: Person) -> Actor:
        return cls._of(Person.objects.filter(pk=person.pk))

    @classmethod
    def for_grant(cls, grant: LinkGrant) -> Actor:
        """Somebody on a link; nobody once it has run out or was taken back. Reads the plan.

        A carer or a parent who is no longer there for the child is nobody too, from that day on.
        """
        if not grant.is_open:
            return cls.nobody()
        there = Involvement.objects.current().filter(
            child=grant.plan.child_id, person=grant.person_id, role=grant.role
        )
        if grant.person_id and not there.exists():
            return cls.nobody()
        held = GrantHeld(grant.pk, grant.plan_id, grant.plan.child_id, grant.role)
        name = grant.person.name if grant.person else ""
        return cls("grant", grant.person_id, name, (), held)

    @classmethod
    def _of(cls, people: models.QuerySet[Person], user: Any = None) -> Actor:
        """One query for the person and the posts in force today; this runs on every request."""
        in_force = models.FilteredRelation("posts", condition=on_day(today(), "posts__"))
        rows = list(
            people.annotate(held=in_force).values_list(
                "pk", "name", "account_mark", "held__role", "held__school_id", "held__team_id"
            )
        )
        if not rows:
            return cls.nobody()
        if user is not None and not is_as_left(user, rows[0][2]):
            return cls("suspended", rows[0][0], rows[0][1])
        posts = tuple(PostHeld(*row[3:]) for row in rows if row[3])
        return cls("user", rows[0][0], rows[0][1], posts)

    @classmethod
    def for_command(cls, name: str) -> Actor:
        """A management command: whoever has a shell on the server already has the database."""
        return cls(
            "command", None, name, (PostHeld(role_keys.VS_HEAD), PostHeld(role_keys.VS_ADMIN))
        )

    @property
    def post_roles(self) -> frozenset[str]:
        return frozenset(post.role for post in self.posts)

    @property
    def is_somebody(self) -> bool:
        return self.kind not in ("nobody", "suspended")

    @property
    def is_virtual_school(self) -> bool:
        return bool(self.post_roles & role_keys.VIRTUAL_SCHOOL)

    def schools(self, *wanted: str) -> frozenset[uuid.UUID]:
        """Schools at which the actor holds one of the roles."""
        return frozenset(p.school_id for p in self.posts if p.role in wanted and p.school_id)

    def teams(self, *wanted: str) -> frozenset[uuid.UUID]:
        """Teams in which the actor holds one of the roles."""
        return frozenset(p.team_id for p in self.posts if p.role in wanted and p.team_id)
