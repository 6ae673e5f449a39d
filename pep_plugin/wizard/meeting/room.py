"""Who may be in the room, and which copy each of them would be given."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pep_plugin.documents.audiences import LEAST
from pep_plugin.plans.owners import Owners
from pep_plugin.sections import roles
from pep_plugin.wizard.words import the_role

#: Role -> the copy whose reader they are. Whoever stands here alone is a stranger to most of it.
_COPIES = {
    roles.CHILD: "child",
    roles.CARER: "carer",
    roles.PARENT: "parent",
    roles.DESIGNATED_TEACHER: "school",
    roles.DEPUTY: "school",
    roles.IRO: "iro",
    roles.SOCIAL_WORKER: "full",
    roles.TEAM_MANAGER: "full",
    roles.VS_HEAD: "full",
    roles.VS_ADVISER: "full",
    roles.VS_ADMIN: "full",
}
#: In the order in which one looks round a table.
_ORDER = (
    roles.CHILD,
    roles.CARER,
    roles.PARENT,
    roles.DESIGNATED_TEACHER,
    roles.DEPUTY,
    roles.SOCIAL_WORKER,
    roles.TEAM_MANAGER,
    roles.IRO,
    roles.VS_ADVISER,
    roles.PROFESSIONAL,
)


_UNNAMED = frozenset({roles.CHILD, roles.CARER, roles.PARENT})


@dataclass(frozen=True, slots=True)
class Seat:
    """A box to tick. ``names`` says who it is, where that is known."""

    role: str
    label: str
    names: str


def seats(owners: Owners) -> list[Seat]:
    """Everybody who might be there; those who come for their work by name."""
    words = {
        roles.VS_ADVISER: _("Somebody from the Virtual School"),
        roles.PROFESSIONAL: _("Somebody else"),
    }
    found = []
    for role in _ORDER:
        names = _(" and ").join(owners.names(role))
        label = names if role == roles.CHILD else words.get(role, roles.LABELS[role])
        # This page may be on the wall already: who cares for the child is nothing for everybody.
        found.append(Seat(role, label, "" if role in _UNNAMED else names))
    return found


def known(keys: Iterable[str]) -> tuple[str, ...]:
    """The role keys among them, each once and in order."""
    given = set(keys)
    return tuple(role for role in _ORDER if role in given)


def copies(present: Collection[str]) -> list[tuple[str, str]]:
    """(role, copy) of everybody in the room; a stranger gets what is given when nobody is named."""
    return [(role, _COPIES.get(role, LEAST)) for role in present]


def words_for(present: Collection[str], owners: Owners) -> str:
    """ "Maya, the carer, the social worker": whom the screen was made for."""
    labels = {seat.role: seat.label for seat in seats(owners)}
    words = []
    for role in present:
        label = labels[role]
        plain = role != roles.CHILD and label == roles.LABELS[role]
        words.append(the_role(role) if plain else label)
    return ", ".join(words)
