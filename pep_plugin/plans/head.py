"""Who and what a plan is about, as shown: read from records until sending freezes it."""

from __future__ import annotations

import datetime
from typing import Any

from pep_plugin.people.models import Enrolment
from pep_plugin.plans.models import Plan
from pep_plugin.plans.owners import Owners
from pep_plugin.plans.years import age_words, year_words
from pep_plugin.sections import roles
from pep_plugin.sections.kinds.numbers import long_date


def year_group(plan: Plan, enrolment: Enrolment | None, day: datetime.date) -> str:
    """What the school says; else what the age says."""
    taught = enrolment.year_group if enrolment else ""
    return taught or plan.child.year_group_on(day)


def context(plan: Plan, enrolment: Enrolment | None, day: datetime.date) -> dict[str, Any]:
    """What conditions may look at, on the reference date."""
    return {
        "phase": plan.form_version.form_key,
        "kind": plan.kind,
        "term": plan.term.key,
        "year_group": year_group(plan, enrolment, day),
        "age": plan.child.age_on(day),
        "first": "yes" if plan.previous_id is None else "no",
        "on_roll": "yes" if enrolment else "no",
    }


def head(
    plan: Plan, enrolment: Enrolment | None, owners: Owners, day: datetime.date
) -> dict[str, Any]:
    """Plain JSON: names, school, people, and under ``shown`` the text of every shown record."""
    child = plan.child
    school = enrolment.school if enrolment else None
    year = year_words(year_group(plan, enrolment, day))
    previous = plan.previous.sent_at if plan.previous else None

    def of(role: str) -> str:
        return ", ".join(owners.names(role))

    def on(moment: datetime.date | None) -> str:
        return long_date(moment) if moment else ""

    return {
        "reference": plan.reference,
        "kind": plan.kind,
        "kind_label": plan.get_kind_display(),
        "term": plan.term.key,
        "term_label": plan.term.label,
        "phase": plan.form_version.form_key,
        "form_title": plan.form_version.title,
        "form_number": plan.form_version.number,
        "child": {
            "legal_name": child.legal_name,
            "called": child.called,
            "short_name": child.short_name,
        },
        "school": {"name": school.name, "urn": school.urn or ""}
        if school
        else {"name": "", "urn": ""},
        "year_group": year,
        "people": owners.as_json(),
        "due": on(plan.due_on),
        "shown": {
            "child.legal_name": child.legal_name,
            "child.preferred_name": child.called,
            "child.date_of_birth": on(child.date_of_birth),
            "child.age": age_words(child.date_of_birth, day),
            "child.upn": child.upn,
            "child.uln": child.uln,
            "child.council_number": child.council_number or "",
            "child.looked_after_since": on(child.looked_after_since),
            "enrolment.school": school.name if school else "",
            "enrolment.year_group": year,
            "enrolment.starts": on(enrolment.starts) if enrolment else "",
            "plan.kind": plan.get_kind_display(),
            "plan.term": plan.term.label,
            "plan.due": on(plan.due_on),
            "plan.previous_date": on(previous.date()) if previous else "",
            "plan.reference": plan.reference,
            "people.social_worker": of(roles.SOCIAL_WORKER),
            "people.designated_teacher": of(roles.DESIGNATED_TEACHER),
            "people.iro": of(roles.IRO),
            "people.carer": of(roles.CARER),
        },
    }
