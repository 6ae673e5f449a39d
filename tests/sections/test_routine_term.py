"""Ask little: what the routine term costs, counted from the definition of each phase."""

import pytest

from pep_plugin.sections import answers, definitions, roles
from tests.sections.routine import TERMS, Routine

every_phase = pytest.mark.parametrize("term", [Routine(name) for name in TERMS], ids=TERMS)


def pages(typed):
    return {(step.name, row if step.name == "targets" else None) for step, row, _question in typed}


def test_every_form_is_counted():
    assert {name.partition(",")[0] for name in TERMS} == set(definitions.of_phases())


@every_phase
def test_the_routine_term_is_complete_with_what_is_counted(term):
    gaps = {section.key: term.plan.gaps(section) for section in term.plan.sections()}
    assert {key: found for key, found in gaps.items() if found} == {}


@every_phase
def test_it_costs_the_designated_teacher_at_most_35_answers_6_of_them_long(term):
    typed = list(term.typed_by(roles.DESIGNATED_TEACHER))
    assert 30 <= len(typed) <= 35
    assert sum(question.kind == "long_text" for *_where, question in typed) <= 6


@every_phase
def test_it_takes_the_designated_teacher_at_most_14_pages(term):
    confirm_and_check = 2
    assert len(pages(term.typed_by(roles.DESIGNATED_TEACHER))) + confirm_and_check <= 14


@every_phase
def test_it_costs_the_social_worker_at_most_8_answers(term):
    assert len(list(term.typed_by(roles.SOCIAL_WORKER))) <= 8


@every_phase
def test_it_asks_the_child_and_the_carer_for_two_answers_each(term):
    assert len(list(term.typed_by(roles.CHILD))) <= 2
    assert len(list(term.typed_by(roles.CARER))) <= 2


@every_phase
def test_everything_counted_is_what_would_otherwise_be_missing(term):
    given = term.given()
    for step, row, question in term.typed_by(roles.DESIGNATED_TEACHER):
        for asked in step.questions:
            if row is None and asked is question:
                del given[step.section.key][question.key]
            elif row is not None and asked.table and question in asked.table.columns:
                del given[step.section.key][asked.key]["value"][row]["cells"][question.key]
    plan = answers.Asked(term.form, given, term.context)
    gaps = [gap for section in plan.sections() for gap in plan.gaps(section)]
    assert len(gaps) == len(list(term.typed_by(roles.DESIGNATED_TEACHER)))
