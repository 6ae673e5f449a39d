"""The section that a new site starts with: which pages, of which kind, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pep_plugin.conf import conf
from pep_plugin.guidance.starter.words import people, plan, practice
from pep_plugin.library.models import Template


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
    """The content with the council's own number for ``{urgent}``, and templates for their keys."""
    urgent = (
        f"children’s services, on {conf.URGENT_PHONE}, day or night"
        if conf.URGENT_PHONE
        else "the council’s children’s services"
    )
    values = {key: _with(value, urgent) for key, value in content.items()}
    if "body" in values:
        values["body"] = [_with_templates(*block) for block in values["body"]]
    return values


def _with_templates(name: str, value: Any) -> tuple[str, Any]:
    """Where none of the templates is there, the list shows what fits schools by itself."""
    if name != "related" or not value["picks"]:
        return name, value
    known = {one.form_key: one for one in Template.objects.filter(form_key__in=value["picks"])}
    picks = [known[key] for key in value["picks"] if key in known]
    return name, {**value, "picks": picks, "audience": "" if picks else "staff"}


def _with(value: Any, urgent: str) -> Any:
    if isinstance(value, str):
        return value.replace("{urgent}", urgent)
    if isinstance(value, list | tuple):
        return type(value)(_with(one, urgent) for one in value)
    if isinstance(value, Mapping):
        return {key: _with(one, urgent) for key, one in value.items()}
    return value
