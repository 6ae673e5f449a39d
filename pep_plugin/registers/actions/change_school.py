"""Adding or changing a school by hand."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.people.models import School


def change_school(
    *, actor: Actor, school: School, changed: Collection[str], given_back: Collection[str] = ()
) -> School:
    """Save a school whose fields in ``changed`` were set by hand.

    In one that is there already they are the council's own from now on: an import of the register
    leaves them alone, until they are ``given_back``. Raises ``Forbidden``.
    """
    access.require(actor.post_roles, "school.change")
    is_new = school._state.adding
    with transaction.atomic():
        if not is_new:
            own = {**school.overrides, **{name: _plain(getattr(school, name)) for name in changed}}
            school.overrides = {k: value for k, value in own.items() if k not in given_back}
        school.save()
        record(
            "school.add" if is_new else "school.change",
            actor=actor,
            object_id=school.pk,
            fields=sorted(changed),
            given_back=sorted(given_back),
        )
    return school


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value
