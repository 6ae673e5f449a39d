"""The form that is proposed for a child's next plan, among those that are published."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pep_plugin.conf import conf
from pep_plugin.formversions.models import FormVersion
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans.years import year_words
from pep_plugin.sections import phases


@dataclass(frozen=True, slots=True)
class ProposedForm:
    """``form_key`` is "" when no form is published. ``reason``: a sentence for whoever chooses."""

    form_key: str
    reason: str


def live_forms() -> list[FormVersion]:
    """The newest version of every PEP form: the shipped ones from the youngest on, then others."""
    found = FormVersion.objects.newest().filter(purpose="plan")
    return sorted(found, key=lambda version: (_place(version.form_key), version.title))


def _place(form_key: str) -> int:
    order = phases.IN_ORDER
    return order.index(form_key) if form_key in order else len(order)


def propose_form(
    child: Child, enrolment: Enrolment | None, day: datetime.date, live: list[FormVersion]
) -> ProposedForm:
    """The form for the child on a day; the nearest one when a council does not publish it.

    ``live``: what :func:`live_forms` gave, so that a page asks for it once.
    """
    taught = enrolment.year_group if enrolment else ""
    year_group = taught or child.year_group_on(day)
    start = day.year if day.month >= 9 else day.year - 1
    proposal = phases.propose_form(
        age=child.age_on(datetime.date(start, 8, 31)),
        year_group=year_group,
        setting=enrolment.school.phase_name if enrolment else "",
        reception_form=conf.RECEPTION_FORM,
    )
    keys = [version.form_key for version in live]
    if proposal.form_key in keys:
        return ProposedForm(
            proposal.form_key, _reason(proposal, year_group, is_taught=bool(taught))
        )
    if not keys:
        return ProposedForm("", _("No form is published yet."))
    wanted = _place(proposal.form_key)
    nearest = min(keys, key=lambda key: abs(_place(key) - wanted))
    return ProposedForm(nearest, _("The form of this phase is not published; this is the nearest."))


def _reason(proposal: phases.Proposal, year_group: str, *, is_taught: bool) -> str:
    year = year_words(year_group)
    match proposal.because:
        case "year_group" if is_taught:
            return _("Proposed because the school teaches the child in {year}.").format(year=year)
        case "year_group":
            return _("Proposed because a child of this age is in {year}.").format(year=year)
        case "reception":
            return _("Proposed because this council uses it for Reception.")
        case "setting":
            return _("Proposed because of the setting the child goes to.")
    return _("Proposed by the child’s age.")
