"""The adults on a plan: who may be named as a reader, and who may get a child's words first."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.conf import today
from pep_plugin.plans import clock
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.roles import LABELS
from pep_plugin.voice.tellings.adults import adults_for


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody on the plan, and what they are to the child."""

    id: uuid.UUID
    name: str
    what: str

    @property
    def key(self) -> str:
        """How they stand among the readers of an answer."""
        return access.person_key(self.id)


def adults_of(opened: OpenPlan) -> tuple[Adult, ...]:
    """Everybody who fills a role for the child today, each once."""
    found: dict[uuid.UUID, Adult] = {}
    for role in opened.owners.by_role:
        for person_id, name in opened.owners.people(role):
            found.setdefault(person_id, Adult(person_id, name, LABELS[role]))
    return tuple(found.values())


def may_be_first(opened: OpenPlan) -> tuple[Adult, ...]:
    """Adults with an account who may open the plan today, and are nobody at home."""
    return tuple(Adult(one.person_id, one.name, one.role_label) for one in adults_for(opened))


def day_to_open_by() -> datetime.date:
    """The end of the next working day: what nobody opened by then moves on by itself."""
    return clock.add_working_days(today(), 1)


def names_of(adults: Collection[Adult], keys: Collection[str]) -> str:
    """ "Ngozi Okafor and Sam Reid"; those who are no longer on the plan are not named."""
    names = [adult.name for adult in adults if adult.key in keys]
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
