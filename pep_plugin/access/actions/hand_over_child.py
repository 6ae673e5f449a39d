"""A child gets another social worker: one ends and the other begins, with no day between."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actions.involve import check_can_be
from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import require
from pep_plugin.access.scope import require_open_record, roles
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.people.models import Child, Involvement, Person
from pep_plugin.sections.roles import SOCIAL_WORKER


def hand_over_child(
    *, actor: Actor, child: Child, to: Person, starts: datetime.date | None = None
) -> Involvement:
    """The new social worker's involvement, from ``starts`` (default today).

    Raises ``Forbidden`` and ``ValidationError``.
    """
    require(roles(actor, child), "child.change")
    require_open_record(child)
    day = starts or today()
    check_can_be(to, SOCIAL_WORKER, day)
    before = day - datetime.timedelta(days=1)
    with transaction.atomic():
        # The child's row is the lock: two managers at once must not leave two social workers.
        Child.objects.select_for_update().get(pk=child.pk)
        held = Involvement.objects.filter(child=child, role=SOCIAL_WORKER)
        if held.on(day).filter(person=to).exists():
            raise ValidationError({"to": _("This person is the child’s social worker already.")})
        ended = held.on(day).update(ends=before)
        involvement = Involvement.objects.create(
            child=child, person=to, role=SOCIAL_WORKER, starts=day
        )
        record(
            "child.hand_over", actor=actor, child_id=child.pk, object_id=involvement.pk, ended=ended
        )
    return involvement
