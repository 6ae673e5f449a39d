"""Giving somebody a post: the Virtual School gives any, a designated teacher names a deputy."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import Forbidden, allows, require
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.people.dated import on_day
from pep_plugin.people.models import Person, Post, School, Team
from pep_plugin.sections import roles as role_keys


def give_post(
    *,
    actor: Actor,
    person: Person,
    role: str,
    school: School | None = None,
    team: Team | None = None,
    starts: datetime.date | None = None,
    ends: datetime.date | None = None,
) -> Post:
    """The post, from ``starts`` (default today) to ``ends`` (default: open), both days included.

    Raises ``Forbidden`` and ``ValidationError``.
    """
    check_may_give(actor, role, school)
    post = Post(
        person=person,
        role=role,
        school=school,
        team=team,
        starts=starts or today(),
        ends=ends,
        given_by_id=actor.person_id,
    )
    post.full_clean()
    if school is not None and not school.is_open:
        raise ValidationError({"school": _("This school is closed. Choose one that is open.")})
    held = Post.objects.filter(person=person, role=role, school=school, team=team)
    if held.filter(on_day(post.starts)).exists():
        raise ValidationError(
            {"role": _("{person} holds this post already.").format(person=person.name)}
        )
    with transaction.atomic():
        post.save()
        record("post.give", actor=actor, object_id=post.pk, role=role)
    return post


def check_may_give(actor: Actor, role: str, school: School | None) -> None:
    """Raises ``Forbidden``. A deputy is named by the designated teacher of that very school.

    Posts in the Virtual School open every child, so only its head gives them.
    """
    if role in role_keys.VIRTUAL_SCHOOL:
        if role_keys.VS_HEAD not in actor.post_roles:
            raise Forbidden("post.give")
    elif role == role_keys.DEPUTY and not allows(actor.post_roles, "post.give"):
        require(actor.post_roles, "post.give_deputy")
        if school is None or school.pk not in actor.schools(role_keys.DESIGNATED_TEACHER):
            raise Forbidden("post.give_deputy")
    else:
        require(actor.post_roles, "post.give")
