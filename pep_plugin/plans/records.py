"""What the records know already stands in a new plan; what a plan says on sending is a record."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from pep_plugin.conf import local, today
from pep_plugin.people.dated import Source
from pep_plugin.people.models import Attendance, Enrolment
from pep_plugin.people.models.attendance import FIGURES
from pep_plugin.plans.models import Plan, Submission
from pep_plugin.plans.owners import owners_of
from pep_plugin.sections import roles
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.tables import new_row_id
from pep_plugin.sections.schema import Form, Question

SOURCE = "record:"
#: The row without which the others say too little.
_NOW = "this_term"
#: Who is always asked to a meeting, in the order in which they are written down.
_AT_A_MEETING = (roles.CHILD, roles.CARER, roles.SOCIAL_WORKER, roles.DESIGNATED_TEACHER)

Given = dict[str, dict[str, Answer]]


def proposed(form: Form, plan: Plan, given: Given) -> Given:
    """Section -> question -> answer, of the tables that a record fills.

    ``given``: what the plan begins with already. Figures wait to be confirmed with the rest; of
    the people at a meeting somebody still says who took part.
    """
    found: Given = {}
    for _path, section, question in form.paths():
        propose = _PROPOSALS.get(question.proposes)
        if propose is None or question.table is None:
            continue
        answer = propose(plan, question, given)
        if answer is not None:
            found.setdefault(section.key, {})[question.key] = answer
    return found


def keep(submission: Submission, plan: Plan) -> None:
    """Figures that were typed into a plan are the child's record from the day it is sent."""
    for _path, section, question in submission.form.paths():
        answer = submission.answers.get(section.key, {}).get(question.key, {})
        if question.proposes != "attendance" or question.table is None:
            continue
        if str(answer.get("source", "")).startswith(SOURCE):
            continue
        for row in answer.get("value") or []:
            figures = _figures(row["cells"])
            if figures is not None and row["id"] in _periods(plan):
                year, term = _periods(plan)[row["id"]]
                Attendance.objects.update_or_create(
                    child=plan.child,
                    academic_year=year,
                    term=term,
                    defaults={
                        **figures,
                        "as_of": local(submission.sent_at).date(),
                        "source": Source.SUBMISSION,
                    },
                )


def _periods(plan: Plan) -> dict[str, tuple[int, str]]:
    """Row of the form -> (academic year, term)."""
    year = plan.term.academic_year
    return {
        "this_term": (year, plan.term.key),
        "this_year": (year, ""),
        "last_year": (year - 1, ""),
    }


def _figures(cells: dict[str, Answer]) -> dict[str, int] | None:
    """Whole numbers of one row; None while one of them is missing."""
    try:
        return {key: int(cells[key]["value"]) for key in FIGURES}
    except (KeyError, TypeError, ValueError):
        return None


def _attendance(plan: Plan, question: Question, given: Given) -> Answer | None:
    periods = _periods(plan)
    known = {
        (record.academic_year, record.term): record
        for record in Attendance.objects.filter(
            child=plan.child_id, academic_year__in={year for year, _term in periods.values()}
        )
    }
    rows: list[dict[str, Any]] = []
    days: list[datetime.date] = []
    for choice in question.table.fixed_rows if question.table else ():
        record = known.get(periods.get(choice.code, (0, "")))
        if record is not None:
            cells = {key: {"value": str(getattr(record, key))} for key in FIGURES}
            rows.append({"id": choice.code, "cells": cells})
            days.append(record.as_of)
    if not any(row["id"] == _NOW for row in rows):
        # Last year's figures alone would look like an answer about this term.
        return None
    at = max(days).isoformat()
    return {"value": rows, "source": f"{SOURCE}attendance", "at": at, "to_confirm": True}


def _people(plan: Plan, question: Question, given: Given) -> Answer | None:
    enrolments = Enrolment.objects.current().filter(child=plan.child, is_main=True)
    owners = owners_of(plan.child, enrolments.select_related("school").first(), today())
    hidden = given.get("restrictions", {}).get("address_confidential", {}).get("value") == "yes"
    rows = []
    for role in _AT_A_MEETING:
        names = owners.names(role)
        if role == roles.CARER and names and hidden:
            # Who the carer is would say where the child lives.
            names = (roles.LABELS[role],)
        for name in names:
            cells = {"role": {"value": role}, "name": {"value": name}}
            rows.append({"id": new_row_id(), "cells": cells})
    return {"value": rows, "source": f"{SOURCE}people"} if rows else None


_PROPOSALS: dict[str, Callable[[Plan, Question, Given], Answer | None]] = {
    "attendance": _attendance,
    "people_at_meeting": _people,
}
