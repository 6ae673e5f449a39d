"""The factories make what their names say; everybody's tests stand on them."""

import pytest

from pep_plugin import access
from pep_plugin.plans.models import Plan
from pep_plugin.sections import form_checks
from tests.factories import PlanFactory, council, small_form

pytestmark = pytest.mark.django_db


def test_the_small_form_could_be_published():
    assert form_checks.problems(small_form()) == []


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "signed_off", "withdrawn"])
def test_a_plan_is_in_the_state_of_its_trait_and_holds_what_was_sent(state):
    plan = PlanFactory(**{state: True})

    assert plan.state == state
    assert plan.submissions.exists() == (state in ("submitted", "returned", "signed_off"))


def test_an_overdue_plan_is_overdue():
    assert PlanFactory(overdue=True).is_overdue
    assert not PlanFactory().is_overdue


def test_everybody_in_the_scene_but_the_web_editor_and_the_superuser_sees_maya():
    scene = council()

    seeing = {
        role
        for role in [*scene.people(), "web_editor", "superuser"]
        if access.children(scene.actor(role)).contains(scene.child)
    }
    assert seeing == set(scene.people())
    assert len(seeing) == 8


def test_the_scene_makes_one_plan_however_often_it_is_asked_for():
    scene = council()

    assert scene.plan == scene.plan
    assert Plan.objects.count() == 1
