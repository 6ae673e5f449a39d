"""Saying who is there for a child: a social worker, a reviewing officer, a carer."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actions.name_person import name_person
from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import require
from pep_plugin.access.scope import require_open_record, roles
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.people.models import Child, Involvement, Person, Post
from pep_plugin.sections import roles as role_keys

#: Roles that are held towards one child.
INVOLVED = (
    role_keys.SOCIAL_WORKER,
    role_keys.IRO,
    role_keys.CARER,
    role_keys.PARENT,
    role_keys.PROFESSIONAL,
)
#: Of these, the ones that only somebody in such a post can be.
_NEEDS_POST = frozenset({role_keys.SOCIAL_WORKER, role_keys.IRO})


def involve(
    *,
    actor: Actor,
    child: Child,
    person: Person,
    role: str,
    starts: datetime.date | None = None,
) -> Involvement:
    """The person is there for the child from a day on (default today).

    Raises ``Forbidden`` and ``ValidationError``.
    """
    require(roles(actor, child), "child.change")
    require_open_record(child)
    day = starts or today()
    check_can_be(person, role, day)
    if Involvement.objects.on(day).filter(child=child, person=person, role=role).exists():
        raise ValidationError({"person": _("This person already has that role for the child.")})
    with transaction.atomic():
        involvement = Involvement.objects.create(child=child, person=person, role=role, starts=day)
        record(
            "involvement.add", actor=actor, child_id=child.pk, object_id=involvement.pk, role=role
        )
    return involvement


def involve_by_name(
    *,
    actor: Actor,
    child: Child,
    name: str,
    email: str = "",
    role: str,
    starts: datetime.date | None = None,
) -> Involvement:
    """:func:`involve` for somebody whose name and address were typed; made when not known yet."""
    require(roles(actor, child), "child.change")
    require_open_record(child)
    with transaction.atomic():
        person = name_person(actor=actor, name=name, email=email)
        return involve(actor=actor, child=child, person=person, role=role, starts=starts)


def check_can_be(person: Person, role: str, day: datetime.date) -> None:
    """Raises ``ValidationError`` when the person cannot hold the role towards a child that day."""
    if role not in INVOLVED:
        raise ValidationError({"role": _("This role is a post and is not held towards one child.")})
    if role in _NEEDS_POST and not Post.objects.on(day).filter(person=person, role=role).exists():
        raise ValidationError(
            {
                "person": _("{person} does not work as “{role}” on that day.").format(
                    person=person.name, role=role_keys.LABELS[role].lower()
                )
            }
        )
