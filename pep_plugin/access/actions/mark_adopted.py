"""A child is adopted: the record closes, and nothing in it leads to who the child is now."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import require
from pep_plugin.access.scope import roles
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.people.models import Child, Enrolment, Involvement


def mark_adopted(*, actor: Actor, child: Child, on: datetime.date | None = None) -> Child:
    """From now on only the Virtual School head can open the record, and no list has the child.

    Raises ``Forbidden`` and ``ValidationError``.
    """
    require(roles(actor, child), "child.mark_adopted")
    day = on or today()
    if day > today():
        raise ValidationError({"on": _("The date of the adoption cannot be in the future.")})
    if day < child.looked_after_since:
        raise ValidationError(
            {"on": _("The adoption cannot be before the child became looked after.")}
        )
    with transaction.atomic():
        child = Child.objects.select_for_update().get(pk=child.pk)
        child.status = Child.Status.ADOPTED
        child.status_since = day
        child.save(update_fields=["status", "status_since"])
        # What is open ends; a school that the child goes on to under another name is never added.
        Enrolment.objects.on(day).filter(child=child, ends=None).update(ends=day)
        Involvement.objects.on(day).filter(child=child, ends=None).update(ends=day)
        record("child.mark_adopted", actor=actor, child_id=child.pk, object_id=child.pk)
    return child
