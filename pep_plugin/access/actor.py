"""Who is asking: a person with posts, or a command. Made once per request."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import models

from pep_plugin.conf import today
from pep_plugin.people.dated import on_day
from pep_plugin.people.models import Person
from pep_plugin.sections import roles as role_keys


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post in force today."""

    role: str
    school_id: uuid.UUID | None = None
    team_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """``kind`` is ``user``, ``command`` or ``nobody``; ``posts`` are those in force now."""

    kind: str
    person_id: uuid.UUID | None = None
    name: str = ""
    posts: tuple[PostHeld, ...] = ()

    @classmethod
    def nobody(cls) -> Actor:
        """Someone who is not signed in, or signed in without a PEP person."""
        return cls("nobody")

    @classmethod
    def for_user(cls, user: Any) -> Actor:
        """The actor of a signed-in user. Inactive users are nobody."""
        if not getattr(user, "is_authenticated", False) or not user.is_active:
            return cls.nobody()
        return cls._of(Person.objects.filter(user_id=user.pk))

    @classmethod
    def for_person(cls, person: Person) -> Actor:
        return cls._of(Person.objects.filter(pk=person.pk))

    @classmethod
    def _of(cls, people: models.QuerySet[Person]) -> Actor:
        """One query for the person and the posts in force today; this runs on every request."""
        in_force = models.FilteredRelation("posts", condition=on_day(today(), "posts__"))
        rows = list(
            people.annotate(held=in_force).values_list(
                "pk", "name", "held__role", "held__school_id", "held__team_id"
            )
        )
        if not rows:
            return cls.nobody()
        posts = tuple(PostHeld(*row[2:]) for row in rows if row[2])
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
        return self.kind != "nobody"

    @property
    def is_virtual_school(self) -> bool:
        return bool(self.post_roles & role_keys.VIRTUAL_SCHOOL)

    def schools(self, *wanted: str) -> frozenset[uuid.UUID]:
        """Schools at which the actor holds one of the roles."""
        return frozenset(p.school_id for p in self.posts if p.role in wanted and p.school_id)

    def teams(self, *wanted: str) -> frozenset[uuid.UUID]:
        """Teams in which the actor holds one of the roles."""
        return frozenset(p.team_id for p in self.posts if p.role in wanted and p.team_id)
