"""The section that a new site starts with: which pages, of which kind, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pep_plugin.conf import conf
from pep_plugin.guidance.starter.words import people, plan, practice


@dataclass(frozen=True, slots=True)
class Starter:
    """``key`` never changes. ``kind``: the ``pep_kind`` of its page type."""

    key: str
    kind: str
    content: Mapping[str, Any]
    #: Whether it stands among the cards of the section's home.
    in_menu: bool = True


HOME = Starter("home", "home", plan.HOME)
#: Under the home, in the order of its cards.
UNDER_IT = (
    Starter("what-and-why", "guidance", plan.WHAT_AND_WHY),
    Starter("includes", "guidance", plan.INCLUDES),
    Starter("roles", "guidance", plan.ROLES),
    Starter("meeting", "guidance", plan.MEETING),
    Starter("voice", "guidance", practice.VOICE),
    Starter("targets", "guidance", practice.TARGETS),
    Starter("premium", "guidance", practice.PREMIUM),
    Starter("quality", "guidance", practice.QUALITY),
    Starter("phases", "guidance", practice.PHASES),
    Starter("dates", "dates", people.DATES),
    Starter("library", "library", people.LIBRARY),
    Starter("sending", "guidance", practice.SENDING),
    Starter("questions", "faq", people.QUESTIONS),
    Starter("contact", "contact", people.CONTACT),
    Starter("carers", "carers", people.CARERS),
    Starter("young-people", "young_people", people.YOUNG_PEOPLE),
    Starter("danger", "guidance", practice.DANGER),
)


def filled(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with the council's own number in place of ``{urgent}``."""
    urgent = (
        f"children’s services, on {conf.URGENT_PHONE}, day or night"
        if conf.URGENT_PHONE
        else "the council’s children’s services"
    )
    return {key: _with(value, urgent) for key, value in content.items()}


def _with(value: Any, urgent: str) -> Any:
    if isinstance(value, str):
        return value.replace("{urgent}", urgent)
    if isinstance(value, list | tuple):
        return type(value)(_with(one, urgent) for one in value)
    if isinstance(value, Mapping):
        return {key: _with(one, urgent) for key, one in value.items()}
    return value
