"""Somebody is no longer there for a child; what they could see ends with the day."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import require
from pep_plugin.access.scope import children, roles
from pep_plugin.audit.record import record
from pep_plugin.people.models import Involvement


def end_involvement(
    *, actor: Actor, involvement_id: uuid.UUID, last_day: datetime.date
) -> Involvement:
    """Ends it with a last day, that day included.

    Raises ``Involvement.DoesNotExist`` for what the actor may not see, ``Forbidden``, and
    ``ValidationError``.
    """
    with transaction.atomic():
        involvement = (
            Involvement.objects.select_for_update()
            .filter(child__in=children(actor))
            .get(pk=involvement_id)
        )
        require(roles(actor, involvement.child), "child.change")
        check_last_day(involvement.starts, last_day)
        involvement.ends = last_day
        involvement.save(update_fields=["ends"])
        record(
            "involvement.end",
            actor=actor,
            child_id=involvement.child_id,
            object_id=involvement.pk,
            role=involvement.role,
        )
    return involvement


def check_last_day(starts: datetime.date, last_day: datetime.date) -> None:
    """The day before the first is allowed: so something given by mistake never counts again."""
    if last_day < starts - datetime.timedelta(days=1):
        raise ValidationError({"ends": _("The last day cannot be before the first.")})
