"""Questions to people in one plan: what is asked of whoever looks, and what waits for others."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from pep_plugin.plans.asked_plan import place_of
from pep_plugin.plans.models import Ask
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.roles import VIRTUAL_SCHOOL
from pep_plugin.wizard.words import waited_for


@dataclass(frozen=True, slots=True)
class Mine:
    """One question to this person; ``asker`` is "" where it is not known any more."""

    label: str
    section: str
    asker: str
    url: str


@dataclass(slots=True)
class AskedHere:
    """``of_others``: section key -> a sentence for each question that waits for somebody else."""

    of_me: list[Mine] = field(default_factory=list)
    of_others: dict[str, list[str]] = field(default_factory=dict)


def asked_here(opened: OpenPlan) -> AskedHere:
    """One query. Nothing of what this person may not read, nor of what is not asked any more."""
    found = AskedHere()
    asked = opened.asked
    asks = Ask.objects.open().filter(plan=opened.plan).select_related("person", "asked_by")
    for ask in asks.order_by("asked_at", "pk"):
        try:
            place = place_of(opened.form, ask.path)
        except KeyError:
            continue
        if not asked.is_asked(place.path) or not opened.may_read(place.section, place.question):
            continue
        if _is_mine(opened, ask):
            asker = ask.asked_by.name if ask.asked_by else ""
            url = reverse("pep_plugin:asked", args=[opened.plan.pk, ask.pk])
            found.of_me.append(Mine(place.asks.label, place.section.title, asker, url))
        else:
            whom = ask.person.name if ask.person else waited_for(ask.role, opened.owners)
            sentence = _("%(whom)s was asked about “%(label)s”.") % {
                "whom": f"{whom[:1].upper()}{whom[1:]}",
                "label": place.asks.label,
            }
            found.of_others.setdefault(place.section.key, []).append(sentence)
    return found


def _is_mine(opened: OpenPlan, ask: Ask) -> bool:
    """As ``plans.asks.waiting_for`` has it for lists."""
    me = opened.actor.person_id
    if ask.person_id is not None:
        return ask.person_id == me
    if ask.role in VIRTUAL_SCHOOL:
        return ask.role in opened.actor.post_roles
    return me in opened.owners.ids.get(ask.role, ())
