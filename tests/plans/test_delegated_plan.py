"""One further person fills in one section, and the rest of the plan is not there for them."""

import datetime

import pytest

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.models import Delegation
from pep_plugin.conf import today
from pep_plugin.plans.actions import save_answers, withdraw_plan
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor(scene):
    person = PersonFactory(account=True)
    Delegation.objects.create(plan=scene.plan, section="progress", person=person)
    return Actor.for_person(person)


def test_they_write_their_section(scene, mentor):
    saved = save_answers(
        actor=mentor,
        plan_id=scene.plan.pk,
        section="progress",
        posted={"going_well": {"value": "Comes to every session."}},
        base_revision=0,
    )

    assert saved.changed == ("going_well",)


def test_they_read_nothing_else(scene, mentor, save):
    save("social_worker", "care", legal_status="CANARY")
    save("designated_teacher", "progress", going_well="Reading.")

    readable = open_plan(mentor, scene.plan.pk).readable()

    assert readable["progress"]["going_well"]["value"] == "Reading."
    assert "CANARY" not in str(readable)


@pytest.mark.parametrize("section", ["care", "targets"])
def test_another_section_is_not_theirs_to_write(scene, mentor, section):
    with pytest.raises(access.Forbidden):
        save_answers(
            actor=mentor, plan_id=scene.plan.pk, section=section, posted={}, base_revision=0
        )


def test_they_have_no_lists_and_may_do_nothing_with_the_plan(scene, mentor):
    opened = open_plan(mentor, scene.plan.pk)

    assert not access.children(mentor).exists()
    assert not any(opened.allows(verb) for verb in ("plan.send", "plan.download", "plan.withdraw"))


def test_when_their_time_is_over_the_plan_is_not_there(scene, mentor):
    Delegation.objects.update(ends=today() - datetime.timedelta(days=1), starts="2020-01-01")

    with pytest.raises(Plan.DoesNotExist):
        open_plan(mentor, scene.plan.pk)


def test_when_the_plan_is_no_longer_written_it_is_not_there(scene, mentor):
    withdraw_plan(actor=scene.actor("vs_head"), plan_id=scene.plan.pk, reason="By mistake.")

    with pytest.raises(Plan.DoesNotExist):
        open_plan(mentor, scene.plan.pk)
