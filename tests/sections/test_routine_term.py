"""Ask little: what the routine term costs, counted from the definition.

A Year 4 child's third plan; nothing has changed, three last targets, one line of pupil premium
plus to look back on and one to ask for, attendance in the school's records, three new targets.

How it is counted. One *answer* is one control that somebody must fill in or choose: a required
question, or a required cell of a row. Not counted: what is carried or confirmed from last term
(one button confirms all of it) unless it has gone stale, what records propose, what is optional or
detail, and what the person does not own (the child's own page, the carer's, the social worker's
part). Counted as *pages*: each screen on which such an answer stands, one a target for the new
ones, the page that confirms, and the page that checks.
"""

from pep_plugin.sections import answers, definitions, kinds, roles
from tests.sections.asking import PRIMARY_YEAR_4

FORM = definitions.shipped()["primary"]
#: Rows of each table in the routine term.
ROWS = {
    "last_targets.review": 3,
    "targets.targets": 3,
    "premium.last_lines": 1,
    "premium.lines": 1,
    # The child, the carer, the social worker and the designated teacher.
    "meeting.people": 4,
}
#: What last term said, where a sample would turn something on.
UNCHANGED = {
    "care.planned_move": "no",
    "school.roll_status": "single",
    "school.full_time": "yes",
    "school.alternative": "no",
    "support.sen_status": "N",
    "restrictions.no_information": "no",
    "transition.move": "none",
    "parent.gathered": "talked",
    "attendance.suspended": "no",
    "views.how_asked": "talked",
}
_SESSIONS = {"possible": "112", "attended": "108", "authorised": "4", "unauthorised": "0"}


def value_of(path, question):
    if path in UNCHANGED:
        return UNCHANGED[path]
    if path == "attendance.sessions":
        cells = {key: {"value": value} for key, value in _SESSIONS.items()}
        return [{"id": row.code, "cells": cells} for row in question.table.fixed_rows]
    if path in ROWS:
        sample = kinds.get("table").sample(question)[0]["cells"]
        return [{"id": f"{number:010}", "cells": dict(sample)} for number in range(ROWS[path])]
    return kinds.get(question.kind).sample(question)


def routine():
    """Every answer of the term when it is done: what arrives, and what is typed."""
    return {
        section.key: {
            question.key: {"value": value_of(f"{section.key}.{question.key}", question)}
            for question in section.questions
            if question.is_typed
        }
        for section in FORM.sections
    }


PLAN = answers.Asked(FORM, routine(), PRIMARY_YEAR_4)


#: What is in the records, or in the last plan, and is proposed.
IN_THE_RECORDS = ("attendance", "people_at_meeting", "targets", "premium_lines", "premium_decision")


def is_proposed(question):
    return question.proposes.partition(".")[0] in IN_THE_RECORDS


def arrives(question):
    """Whether the answer is there, or is confirmed with the rest, when the plan is opened."""
    is_stale = question.stale_after == 1
    return is_proposed(question) or (question.carry != "never" and not is_stale)


def typed_by(role):
    """(step, row or None, question or column) for each answer that the role must give."""
    for step in FORM.steps():
        for question in step.questions:
            path = f"{step.section.key}.{question.key}"
            if not question.is_typed or not PLAN.is_asked(path):
                continue
            owner = question.owner_role or step.section.owner_role
            if path in ROWS:
                for row in range(ROWS[path]):
                    for column in question.table.columns:
                        if (
                            column.required
                            and not is_proposed(column)
                            and (column.owner_role or owner) == role
                        ):
                            yield step, row, column
            elif PLAN.is_required(question) and owner == role and not arrives(question):
                yield step, None, question


def pages(typed):
    return {(step.name, row if step.name == "targets" else None) for step, row, _question in typed}


def test_the_routine_term_is_complete_with_what_is_counted():
    assert {section.key for section in PLAN.sections() if PLAN.gaps(section)} == set()


def test_it_costs_the_designated_teacher_at_most_35_answers_6_of_them_long():
    typed = list(typed_by(roles.DESIGNATED_TEACHER))
    assert 30 <= len(typed) <= 35
    assert sum(question.kind == "long_text" for *_where, question in typed) <= 6


def test_it_takes_the_designated_teacher_at_most_14_pages():
    confirm_and_check = 2
    assert len(pages(typed_by(roles.DESIGNATED_TEACHER))) + confirm_and_check <= 14


def test_it_costs_the_social_worker_at_most_8_answers():
    assert len(list(typed_by(roles.SOCIAL_WORKER))) <= 8


def test_it_asks_the_child_and_the_carer_for_two_answers_each():
    assert len(list(typed_by(roles.CHILD))) <= 2
    assert len(list(typed_by(roles.CARER))) <= 2


def test_everything_counted_is_what_would_otherwise_be_missing():
    given = routine()
    for step, row, question in typed_by(roles.DESIGNATED_TEACHER):
        for asked in step.questions:
            if row is None and asked is question:
                del given[step.section.key][question.key]
            elif row is not None and asked.table and question in asked.table.columns:
                del given[step.section.key][asked.key]["value"][row]["cells"][question.key]
    plan = answers.Asked(FORM, given, PRIMARY_YEAR_4)
    gaps = [gap for section in plan.sections() for gap in plan.gaps(section)]
    assert len(gaps) == len(list(typed_by(roles.DESIGNATED_TEACHER)))
