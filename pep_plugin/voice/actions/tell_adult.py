"""A child sends their words to one adult whom they chose."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.outbox.promise import promise
from pep_plugin.plans.clock import add_working_days
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import roles
from pep_plugin.voice.models import Telling
from pep_plugin.voice.tellings.adults import adults_for


def tell_adult(
    *, actor: Actor, opened: OpenPlan, person_id: uuid.UUID, paths: Collection[str]
) -> Telling:
    """The words wait on the adult's My PEPs at once; the message that says so holds none of them.

    ``opened``: the child's own part; ``paths``: which answers were sent. Called in the transaction
    that saves them. Raises ``access.Forbidden``, and ``ValidationError`` for an adult who is not
    (or no longer) among those whom the child may choose.
    """
    if actor.grant is None or actor.grant.role != roles.CHILD:
        raise access.Forbidden("telling.send")
    access.require(opened.roles, "plan.write_own", opened.plan.state)
    if person_id not in {adult.person_id for adult in adults_for(opened)}:
        raise ValidationError(_("Choose somebody from the list."))
    with transaction.atomic():
        telling = Telling.objects.create(
            plan=opened.plan,
            grant_id=actor.grant.id,
            person_id=person_id,
            paths=sorted(paths),
            open_by=add_working_days(today(), 1),
        )
        promise("notices.telling", telling.pk)
        record(
            "telling.send",
            actor=actor,
            child_id=opened.child.pk,
            object_id=telling.pk,
            questions=sorted(paths),
        )
    return telling
