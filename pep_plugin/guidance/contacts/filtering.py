"""The contact page's question: which phase, which area?"""

from collections.abc import Mapping
from dataclasses import dataclass

from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.library.sorting import PHASES


@dataclass(frozen=True, slots=True)
class Asked:
    """What was chosen, what can be, and the cards that answer. Unknown choices count as none."""

    phase: str
    area: str
    phases: list[tuple[str, str]]
    areas: list[str]
    cards: list[ContactCard]

    @property
    def is_filtered(self) -> bool:
        return bool(self.phase or self.area)


def asked(query: Mapping[str, str]) -> Asked:
    """One query, whatever is chosen."""
    every = list(ContactCard.objects.all())
    areas = sorted({name for card in every for name in card.area_names}, key=str.casefold)
    phases = [(key, str(label)) for key, label in PHASES]
    phase = query.get("phase", "")
    phase = phase if phase in dict(phases) else ""
    wanted = query.get("area", "").casefold()
    area = next((name for name in areas if name.casefold() == wanted), "")
    cards = [card for card in every if card.is_for(phase, area)]
    return Asked(phase, area, phases, areas, cards)
