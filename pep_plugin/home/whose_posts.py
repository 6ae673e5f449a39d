"""Which posts somebody sees and gives on the screen of posts, and whose account waits for them."""

import datetime
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from pep_plugin.access import Actor, allows
from pep_plugin.access.models import Invitation
from pep_plugin.conf import conf, today
from pep_plugin.people.dated import DatedQuerySet
from pep_plugin.people.models import Person, Post
from pep_plugin.people.models.person import POST_ROLES
from pep_plugin.sections import roles as role_keys


@dataclass(frozen=True, slots=True)
class Line:
    """One post. ``account``: the username of one that waits to be connected. ``invited_at``: when
    the invitation went out that is still open."""

    post: Post
    account: str
    invited_at: datetime.datetime | None
    may_invite: bool


def lines(posts: Collection[Post], actor: Actor) -> list[Line]:
    """The lines of the screen, with how each person gets in; two queries."""
    gives_any = allows(actor.post_roles, "post.give")
    people = [post.person for post in posts]
    accounts = waiting_accounts(people)
    invited = _open_invitations(people)
    found = []
    for post in posts:
        account = accounts.get(post.person.email.lower(), "")
        found.append(
            Line(
                post,
                # Connecting is the Virtual School's: a teacher sees only that there is an account.
                account if gives_any else "",
                invited.get(post.person_id),
                may_invite=not account and _may_invite(actor, post),
            )
        )
    return found


def _may_invite(actor: Actor, post: Post) -> bool:
    if not conf.INVITATIONS or post.person.user_id or not post.person.email:
        return False
    if post.role in role_keys.VIRTUAL_SCHOOL:
        return role_keys.VS_HEAD in actor.post_roles
    return allows(actor.post_roles, "person.invite")


def _open_invitations(people: Collection[Person]) -> dict[uuid.UUID, datetime.datetime]:
    waiting = [person.pk for person in people if not person.user_id]
    if not conf.INVITATIONS or not waiting:
        return {}
    still_open = Invitation.objects.filter(
        person__in=waiting, used_at=None, revoked_at=None, expires_at__gt=timezone.now()
    )
    return dict(still_open.values_list("person", "made_at"))


def posts_of_interest(actor: Actor) -> DatedQuerySet[Post]:
    """Posts in force or to come: all for the Virtual School, a school's own for its teacher."""
    posts = Post.objects.filter(Q(ends=None) | Q(ends__gte=today()))
    if not allows(actor.post_roles, "post.give"):
        posts = posts.filter(
            school__in=actor.schools(role_keys.DESIGNATED_TEACHER), role__in=role_keys.SCHOOL
        )
    return posts.select_related("person", "school", "team").order_by("person__name", "role")


def roles_given_by(actor: Actor) -> list[str]:
    """Role keys that the actor may give, in the order of the list of roles."""
    return [
        role
        for role in role_keys.LABELS
        if role in POST_ROLES
        and (role not in role_keys.VIRTUAL_SCHOOL or role_keys.VS_HEAD in actor.post_roles)
    ]


def waiting_accounts(people: Collection[Person]) -> dict[str, str]:
    """E-mail address in small letters -> username, of accounts that are there and nobody's yet.

    Only where a single account has the address: two would leave it to chance who gets in.
    """
    addresses = {person.email.lower() for person in people if person.email and not person.user_id}
    if not addresses:
        return {}
    wanted = Q()
    for address in addresses:
        wanted |= Q(email__iexact=address)
    users = get_user_model()._default_manager.filter(wanted, is_active=True, pep_person=None)
    found: dict[str, list[str]] = {}
    for user in users:
        found.setdefault(user.email.lower(), []).append(user.get_username())
    return {address: names[0] for address, names in found.items() if len(names) == 1}
