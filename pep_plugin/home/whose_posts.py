"""Which posts somebody sees and gives on the screen of posts, and whose account waits for them."""

from collections.abc import Collection

from django.contrib.auth import get_user_model
from django.db.models import Q

from pep_plugin.access import Actor, allows
from pep_plugin.conf import today
from pep_plugin.people.dated import DatedQuerySet
from pep_plugin.people.models import Person, Post
from pep_plugin.people.models.person import POST_ROLES
from pep_plugin.sections import roles as role_keys


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
