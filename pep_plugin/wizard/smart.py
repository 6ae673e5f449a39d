"""Between which days a target of this plan should end: what the SMART lights are told."""

from __future__ import annotations

import datetime

from pep_plugin.conf import local
from pep_plugin.plans.reading import OpenPlan

#: The question in which the next meeting is agreed.
_NEXT_MEETING = ("meeting", "next_date")


def begins(opened: OpenPlan) -> datetime.date:
    """A target that ends before the plan was begun is a slip."""
    return local(opened.plan.started_at).date()


def next_pep(opened: OpenPlan) -> datetime.date | None:
    """The day of the next meeting, where it is known and this person may read it."""
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
