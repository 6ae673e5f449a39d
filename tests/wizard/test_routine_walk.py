"""Ask little: the routine term walked by the designated teacher on the real screens, and counted.

A Year 4 child, three last targets, one line of extra money, attendance imported, nothing changed.
"""

import pytest

from pep_plugin.plans.models import Fact, Plan
from tests.sections.routine import Routine
from tests.wizard.conftest import Browser
from tests.wizard.routine_term import begin, others_have_done_theirs
from tests.wizard.walking import fill_in_what_is_missing, walk


@pytest.fixture
def routine(scene):
    begin(scene)
    return scene


def test_it_costs_at_most_35_answers_6_of_them_long_on_at_most_14_pages(routine):
    others_have_done_theirs(routine)
    teacher = Browser(routine, "designated_teacher")
    done = walk(teacher)
    ask_for_money(teacher, done)

    assert len(done.answers) <= 35, done.answers
    assert done.long <= 6
    assert len(done.pages) <= 14, done.pages
    assert len(done.answers) == len(list(Routine("primary").typed_by("designated_teacher")))


def test_after_it_the_plan_can_be_sent(routine):
    others_have_done_theirs(routine)
    teacher = Browser(routine, "designated_teacher")
    walk(teacher)
    teacher.open("check")
    assert "Nothing is missing" in teacher.words
    teacher.client.post(teacher.address("send"), {"token": teacher.fields()["token"]})
    plan = Plan.objects.get(pk=routine.plan.pk)
    assert plan.state == "submitted"
    facts = Fact.objects.standing().filter(plan=plan)
    assert facts.filter(table="last_targets").count() == 3
    assert facts.filter(table="attendance").count() == 3


def ask_for_money(teacher, done):
    """Nobody must: the routine term asks for one line of it."""
    teacher.open("step", "premium-2")
    what = next(name for name in teacher.fields() if name.endswith("-what"))
    done.answers.append(what)
    teacher.press(**{what: "A reading partner, ten half hours"})
    fill_in_what_is_missing(teacher, done)
    done.pages.append(teacher.path)
