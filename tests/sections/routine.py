"""The routine term of each phase: nothing has changed, three last targets, one line of money.

How it is counted. One *answer* is one control that somebody must fill in or choose: a required
question, or a required cell of a row. Not counted: what is carried or confirmed from last term
(one button confirms all of it) unless it has gone stale, what records propose, what is optional or
detail, and what the person does not own (the child's own page, the carer's, the social worker's
part). Counted as *pages*: each screen on which such an answer stands, one a target for the new
ones, the page that confirms, and the page that checks.
"""

from collections.abc import Iterator
from typing import Any

from pep_plugin.sections import answers, definitions, kinds
from pep_plugin.sections.schema import Question, Step

#: What the plan knows of itself, by form; Year 10 has grades, and so is counted by itself.
TERMS: dict[str, dict[str, Any]] = {
    "early-years": {"phase": "early-years", "year_group": "N2", "age": 3},
    "primary": {"phase": "primary", "year_group": "4", "age": 8},
    "secondary": {"phase": "secondary", "year_group": "8", "age": 12},
    "secondary, Year 10": {"phase": "secondary", "year_group": "10", "age": 14},
    "post-16": {"phase": "post-16", "year_group": "12", "age": 16},
}
_ALWAYS = {"kind": "termly", "term": "autumn", "first": "no", "on_roll": "yes"}

#: Rows of each table in the routine term.
ROWS = {
    "last_targets.review": 3,
    "targets.targets": 3,
    "premium.last_lines": 1,
    "premium.lines": 1,
    # The child, the carer, the social worker and the designated teacher.
    "meeting.people": 4,
    "views.observations": 1,
    "progress.subjects": 3,
    "attendance.courses": 3,
}
#: What last term said, where a sample would turn something on.
UNCHANGED = {
    "care.legal_status": "C2",
    "care.planned_move": "no",
    "care.placement_type": "U6",
    "child.asylum_seeking": "no",
    "school.setting_type": "day_nursery",
    "school.roll_status": "single",
    "school.full_time": "yes",
    "school.alternative": "no",
    "support.sen_status": "N",
    "restrictions.no_information": "no",
    "transition.move": "none",
    "parent.gathered": "talked",
    "attendance.suspended": "no",
    "views.how_asked": "talked",
    "education_work.status": "full_time",
}
_SESSIONS = {"possible": "112", "attended": "108", "authorised": "4", "unauthorised": "0"}

#: What is in the records, or in the last plan, and is proposed.
IN_THE_RECORDS = ("attendance", "people_at_meeting", "targets", "premium_lines", "premium_decision")

#: No sum a head is paid for the youngest and for those over 16: their routine term asks for none.
WITHOUT = {"early-years": ("premium.lines", "premium.last_lines")}
WITHOUT["post-16"] = WITHOUT["early-years"]

Typed = tuple[Step, int | None, Question]


def _is_proposed(question: Question) -> bool:
    return question.proposes.partition(".")[0] in IN_THE_RECORDS


class Routine:
    """One form in one routine term."""

    def __init__(self, name: str) -> None:
        self.form = definitions.shipped()[name.partition(",")[0]]
        self.context = {**_ALWAYS, **TERMS[name]}
        self.without = WITHOUT.get(self.form.key, ())
        self.plan = answers.Asked(self.form, self.given(), self.context)

    def given(self) -> dict[str, dict[str, Any]]:
        """Every answer of the term when it is done: what arrives, and what is typed."""
        return {
            section.key: {
                question.key: {"value": _value_of(path, question)}
                for question in section.questions
                if question.is_typed
                and (path := f"{section.key}.{question.key}") not in self.without
            }
            for section in self.form.sections
        }

    def typed_by(self, role: str) -> Iterator[Typed]:
        """(step, row or None, question or column) for each answer that the role must give."""
        for step in self.form.steps():
            for question in step.questions:
                path = f"{step.section.key}.{question.key}"
                if not question.is_typed or not self.plan.is_asked(path):
                    continue
                if not (self.plan.is_required(question) or self._is_one_line(path)):
                    continue
                owner = question.owner_role or step.section.owner_role
                if path in ROWS:
                    yield from _cells(step, question, ROWS[path], owner, role)
                elif owner == role and not _arrives(question):
                    yield step, None, question

    def _is_one_line(self, path: str) -> bool:
        """Nobody must ask for pupil premium plus; the routine term asks for one line of it."""
        return path in ("premium.lines", "premium.last_lines") and path not in self.without


def _cells(step: Step, question: Question, rows: int, owner: str, role: str) -> Iterator[Typed]:
    is_carried = question.carry != "never"
    for row in range(rows):
        for column in question.table.columns if question.table else ():
            # In a table that arrives with last term's rows, what each row is about is there.
            is_there = _is_proposed(column) or (is_carried and column.proposes)
            if column.required and not is_there and (column.owner_role or owner) == role:
                yield step, row, column


def _arrives(question: Question) -> bool:
    """Whether the answer is there, or is confirmed with the rest, when the plan is opened."""
    is_stale = question.stale_after == 1
    return _is_proposed(question) or (question.carry != "never" and not is_stale)


def _value_of(path: str, question: Question) -> Any:
    if path in UNCHANGED:
        return UNCHANGED[path]
    if path == "attendance.sessions":
        cells = {key: {"value": value} for key, value in _SESSIONS.items()}
        rows = question.table.fixed_rows if question.table else ()
        return [{"id": row.code, "cells": cells} for row in rows]
    if path in ROWS and question.table and question.table.rows != "fixed":
        sample = kinds.get("table").sample(question)[0]["cells"]
        return [{"id": f"{number:010}", "cells": dict(sample)} for number in range(ROWS[path])]
    return kinds.get(question.kind).sample(question)
