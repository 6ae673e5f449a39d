"""What somebody was asked by colleagues, over all their children: the top of My PEPs."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from pep_plugin.access import Actor
from pep_plugin.formversions.effective import effective
from pep_plugin.formversions.models import FormVersion
from pep_plugin.people.models import Child
from pep_plugin.plans.asked_plan import place_of
from pep_plugin.plans.asks import waiting_for
from pep_plugin.plans.models import Ask, Plan
from pep_plugin.sections.schema import Form

#: So many lines; whoever is asked more begins with the oldest.
MOST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One question to this person. ``asker`` is "" where it is not known any more."""

    ask_id: uuid.UUID
    plan: Plan
    child: Child
    label: str
    section: str
    asker: str
    at: datetime.datetime


def asked_of(actor: Actor) -> tuple[list[Line], int]:
    """The oldest questions, and how many more there are; three queries, one where there is none."""
    asks = list(
        waiting_for(actor)
        .select_related("plan__child", "plan__form_version", "asked_by")
        .defer("plan__form_version__data")
        .order_by("asked_at", "pk")
    )
    forms = _forms(asks)
    lines = []
    for ask in asks:
        try:
            place = place_of(forms[ask.plan.form_version_id], ask.path)
        except KeyError:
            # A question that the council has taken out of its form meanwhile.
            continue
        label = place.question.label
        if place.column is not None:
            label = f"{label}: {place.column.label}"
        asker = ask.asked_by.name if ask.asked_by else ""
        title = place.section.title
        lines.append(Line(ask.pk, ask.plan, ask.plan.child, label, title, asker, ask.asked_at))
    return lines[:MOST], max(0, len(lines) - MOST)


def _forms(asks: Sequence[Ask]) -> dict[uuid.UUID, Form]:
    """Form version id -> the form as it is asked today."""
    if not asks:
        return {}
    versions = FormVersion.objects.in_bulk({ask.plan.form_version_id for ask in asks})
    keys = {version.form_key for version in versions.values()}
    live = {one.form_key: one for one in FormVersion.objects.newest().filter(form_key__in=keys)}
    return {pk: effective(version, live[version.form_key]) for pk, version in versions.items()}
