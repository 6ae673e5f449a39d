"""A child starts at a school; who was designated teacher until then no longer sees the child."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import require
from pep_plugin.access.scope import require_open_record, roles
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.people.models import Child, Enrolment, School


def enrol_child(
    *,
    actor: Actor,
    child: Child,
    school: School,
    starts: datetime.date | None = None,
    year_group: str = "",
) -> Enrolment:
    """The new main enrolment, from ``starts`` (default today); the one before ends the day before.

    Raises ``Forbidden`` and ``ValidationError``.
    """
    require(roles(actor, child), "child.change")
    require_open_record(child)
    day = starts or today()
    if day < child.date_of_birth:
        raise ValidationError({"starts": _("The first day cannot be before the date of birth.")})
    if not school.is_open:
        raise ValidationError({"school": _("This school is closed. Choose one that is open.")})
    with transaction.atomic():
        # The child's row is the lock: there is one main school at a time.
        Child.objects.select_for_update().get(pk=child.pk)
        current = Enrolment.objects.on(day).filter(child=child, is_main=True)
        if current.filter(school=school).exists():
            raise ValidationError({"school": _("The child is at this school already.")})
        current.update(ends=day - datetime.timedelta(days=1))
        enrolment = Enrolment.objects.create(
            child=child,
            school=school,
            starts=day,
            year_group=year_group or child.year_group_on(day),
        )
        record("child.enrol", actor=actor, child_id=child.pk, object_id=enrolment.pk)
    return enrolment
