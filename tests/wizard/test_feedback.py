"""What the Virtual School said when it agreed heads the next plan, and can be taken out."""

import pytest
from django.urls import reverse

from pep_plugin.plans.actions import ask_removal, remove_from_record, start_plan
from pep_plugin.plans.actions.agree_plan import LONGEST_FEEDBACK
from pep_plugin.plans.models import Plan
from tests.factories import PlanFactory
from tests.wizard.conftest import Browser

SAID = "Targets that Maya can see. Next time: say who reads with her."


@pytest.fixture
def agreed(scene):
    """Maya's plan, sent and then agreed by Helen with a word for the next one."""
    scene.__dict__["plan"] = PlanFactory(child=scene.child, submitted=True)
    head = Browser(scene, "vs_head")
    head.open("agree")
    head.press(feedback=SAID)
    return scene


def the_next(scene):
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    scene.__dict__["plan"] = plan
    return plan


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "iro", "vs_adviser"])
def test_it_stands_at_the_top_of_the_next_plan(agreed, role):
    the_next(agreed)
    page = Browser(agreed, role)
    page.open("plan")
    assert "What the Virtual School said last time" in page.words
    assert SAID in page.words


def test_agreeing_without_a_word_is_quite_all_right(scene):
    scene.__dict__["plan"] = PlanFactory(child=scene.child, submitted=True)
    head = Browser(scene, "vs_head")
    head.open("agree")
    head.press()
    assert Plan.objects.get(child=scene.child).state == "signed_off"
    the_next(scene)
    head.open("plan")
    assert "last time" not in head.words


def test_a_book_is_refused_and_kept_on_the_page(scene):
    scene.__dict__["plan"] = PlanFactory(child=scene.child, submitted=True)
    head = Browser(scene, "vs_head")
    head.open("agree")
    head.press(feedback="x" * (LONGEST_FEEDBACK + 1))
    assert "Make it shorter" in head.words
    assert Plan.objects.get(child=scene.child).state == "submitted"


def test_an_agreed_plan_says_that_the_next_one_can_be_started(agreed):
    teacher = Browser(agreed, "designated_teacher")
    teacher.open("plan")
    assert "news between meetings has a place" in teacher.words
    assert reverse("pep_plugin:child", args=[agreed.child.pk]) in teacher.text

    officer = Browser(agreed, "iro")
    officer.open("plan")
    assert "news between meetings" not in officer.words

    first = agreed.plan
    the_next(agreed)
    assert (
        "news between meetings"
        not in teacher.client.get(reverse("pep_plugin:plan", args=[first.pk])).content.decode()
    )


def test_two_people_take_it_out_of_both_plans(agreed):
    request = ask_removal(
        actor=agreed.actor("vs_head"),
        plan_id=agreed.plan.pk,
        path="feedback",
        reason="It named another child.",
    )
    remove_from_record(actor=agreed.actor("vs_admin"), request_id=request.pk)
    the_next(agreed)

    teacher = Browser(agreed, "designated_teacher")
    teacher.open("plan")
    assert SAID not in teacher.text
    assert "It named another child." in teacher.words


def test_there_is_nothing_to_take_out_where_nothing_was_said(scene):
    plan = PlanFactory(child=scene.child, signed_off=True)
    with pytest.raises(KeyError):
        ask_removal(actor=scene.actor("vs_head"), plan_id=plan.pk, path="feedback", reason="x")
