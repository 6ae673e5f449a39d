"""Between which days a target of this plan should end: what the SMART lights are told."""

from __future__ import annotations

import datetime

from pep_plugin.conf import local
from pep_plugin.plans.models import Term
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.terms import term_after
from pep_plugin.sections.schema import Step

#: The question in which the next meeting is agreed.
_NEXT_MEETING = ("meeting", "next_date")


def begins(opened: OpenPlan) -> datetime.date:
    """A target that ends before the plan was begun is a slip."""
    return local(opened.plan.started_at).date()


def next_pep(opened: OpenPlan, step: Step) -> datetime.date | None:
    """The day of the next meeting; else the last day to send the next term's plan.

    Asked only for screens of targets. None where neither is known, or nothing is judged by it.
    """
    if not any(question.feeds == "targets" for question in step.questions):
        return None
    return _next_meeting(opened) or _next_term(opened.plan.term)


def _next_meeting(opened: OpenPlan) -> datetime.date | None:
    """What this plan says, as far as this person may read it."""
    section_key, key = _NEXT_MEETING
    try:
        section = opened.form.section(section_key)
        question = section.question(key)
    except KeyError:
        return None
    held = opened.answers.get(section_key, {}).get(key, {}).get("value")
    if not held or not opened.may_read(section, question):
        return None
    return datetime.date.fromisoformat(held)


def _next_term(term: Term) -> datetime.date | None:
    after = term_after(term)
    return after.last_day_to_send if after != term else None
