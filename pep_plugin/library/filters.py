"""Choosing from the library by phase and audience: what was asked for, and how it is told."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pep_plugin.library.shelf import Item
from pep_plugin.library.sorting import AUDIENCES, PHASES


@dataclass(frozen=True)
class Chosen:
    """A phase and an audience, each "" for all. What is no choice of ours counts as all."""

    phase: str = ""
    audience: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Chosen":
        """From the address of the page."""
        phase, audience = asked.get("phase", ""), asked.get("audience", "")
        return cls(
            phase if phase in dict(PHASES) else "",
            audience if audience in dict(AUDIENCES) else "",
        )

    def __bool__(self) -> bool:
        return bool(self.phase or self.audience)

    @property
    def phases(self) -> list[tuple[str, str | Promise]]:
        """The options of the first list."""
        return [("", _("All phases")), *PHASES]

    @property
    def audiences(self) -> list[tuple[str, str | Promise]]:
        """The options of the second list."""
        return [("", _("Everyone")), *AUDIENCES]

    @property
    def words(self) -> str:
        """What was chosen, for a heading: "Post-16, for carers and parents"."""
        phase = str(dict(PHASES).get(self.phase, ""))
        audience = str(dict(AUDIENCES).get(self.audience, ""))
        told = _("for %(people)s") % {"people": audience[:1].lower() + audience[1:]}
        return ", ".join(part for part in (phase, told if audience else "") if part)


@dataclass(frozen=True)
class Group:
    """The items of one phase."""

    heading: str
    items: list[Item]


def by_phase(items: list[Item]) -> list[Group]:
    """In the order of the phases; what fits every child stands last, as it is asked for least."""
    phases = [*PHASES, ("", _("For every phase"))]
    groups = [
        Group(str(label), [i for i in items if i.template.phase == key]) for key, label in phases
    ]
    return [group for group in groups if group.items]
