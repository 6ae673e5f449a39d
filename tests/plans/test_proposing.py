"""The form that is proposed when a plan is started, and why."""

import pytest

from pep_plugin.conf import today
from pep_plugin.formversions.publish import publish
from pep_plugin.plans import proposing
from pep_plugin.plans.actions import start_plan, withdraw_plan
from pep_plugin.sections import definitions
from tests.factories import ChildFactory, EnrolmentFactory, SchoolFactory, born_for_year

FORMS = definitions.shipped()
pytestmark = pytest.mark.django_db


@pytest.fixture
def published():
    for form in FORMS.values():
        publish(form)
    for paper in list(definitions.papers().values())[:1]:
        publish(paper)


def proposed(child, enrolment=None):
    return proposing.propose_form(child, enrolment, today(), proposing.live_forms())


def test_live_forms_stand_in_the_order_of_life_and_no_paper_is_among_them(published):
    assert [version.form_key for version in proposing.live_forms()] == list(FORMS)


@pytest.mark.parametrize(
    ("year", "form"),
    [(-3, "early-years"), (-1, "early-years"), (0, "primary"), (7, "secondary"), (12, "post-16")],
)
def test_a_child_without_a_school_is_proposed_the_form_of_their_age(published, year, form):
    found = proposed(ChildFactory(date_of_birth=born_for_year(year)))
    assert found.form_key == form
    assert found.reason.startswith("Proposed ")


def test_the_year_that_the_school_teaches_comes_first_and_is_said(published):
    enrolment = EnrolmentFactory(child__date_of_birth=born_for_year(7), year_group="6")
    found = proposed(enrolment.child, enrolment)
    assert found.form_key == "primary"
    assert found.reason == "Proposed because the school teaches the child in Year 6."


def test_reception_follows_the_setting_of_the_council(published, settings):
    child = ChildFactory(date_of_birth=born_for_year(0))
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "RECEPTION_FORM": "early-years"}
    assert proposed(child).form_key == "early-years"
    assert proposed(child).reason == "Proposed because this council uses it for Reception."


def test_a_nursery_keeps_a_child_of_reception_age_on_early_years(published):
    nursery = SchoolFactory(phase_name="Nursery")
    enrolment = EnrolmentFactory(
        child__date_of_birth=born_for_year(0), school=nursery, year_group=""
    )
    assert proposed(enrolment.child, enrolment).form_key == "early-years"


def test_a_form_that_is_not_published_gives_way_to_the_nearest():
    publish(FORMS["primary"])
    found = proposed(ChildFactory(date_of_birth=born_for_year(9)))
    assert found.form_key == "primary"
    assert found.reason == "The form of this phase is not published; this is the nearest."


def test_without_any_form_there_is_none_and_that_is_said():
    found = proposed(ChildFactory())
    assert (found.form_key, found.reason) == ("", "No form is published yet.")


def test_a_plan_is_started_on_the_proposed_form_or_on_the_one_that_was_chosen(scene, published):
    worker = scene.actor("social_worker")
    scene.child.date_of_birth = born_for_year(9)
    scene.child.save()
    scene.child.enrolments.update(year_group="9")
    plan = start_plan(actor=worker, child=scene.child)
    assert plan.form_version.form_key == "secondary"
    withdraw_plan(actor=worker, plan_id=plan.pk, reason="By mistake.")
    chosen = start_plan(actor=worker, child=scene.child, form_key="post-16")
    assert chosen.form_version.form_key == "post-16"
