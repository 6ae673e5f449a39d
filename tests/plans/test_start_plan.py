import datetime

import pytest

from pep_plugin import access
from pep_plugin.access.actions.enrol_child import enrol_child
from pep_plugin.access.actions.mark_adopted import mark_adopted
from pep_plugin.formversions.models import FormVersion
from pep_plugin.formversions.publish import publish
from pep_plugin.plans.actions import (
    AlreadyStarted,
    agree_plan,
    save_answers,
    start_plan,
    withdraw_plan,
)
from pep_plugin.plans.facts import project
from pep_plugin.plans.models import Plan, SectionAnswers
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.states import Kind
from pep_plugin.sections import definitions
from tests.factories import ChildFactory, FormVersionFactory, PlanFactory, live_primary
from tests.plans.test_send_plan import send


def test_a_first_plan_is_due_twenty_working_days_after_coming_into_care(scene):
    FormVersionFactory()
    scene.child.looked_after_since = datetime.date(2026, 1, 12)
    scene.child.save()
    plan = start_plan(actor=scene.actor("social_worker"), child=scene.child)

    assert plan.kind == Kind.INITIAL
    assert plan.due_on == datetime.date(2026, 2, 9)


def test_a_child_has_at_most_one_unfinished_plan(scene):
    plan = scene.plan
    with pytest.raises(AlreadyStarted) as told:
        start_plan(actor=scene.actor("social_worker"), child=scene.child)
    assert told.value.plan_id == plan.pk


def test_after_withdrawing_another_can_be_started(scene):
    withdraw_plan(actor=scene.actor("social_worker"), plan_id=scene.plan.pk, reason="By mistake.")
    again = start_plan(actor=scene.actor("social_worker"), child=scene.child)

    assert again.kind == Kind.INITIAL
    assert Plan.objects.unfinished().get() == again


def test_a_paper_of_the_library_is_no_form_to_start_a_plan_on(scene):
    publish(definitions.papers()["my-profile"])
    withdraw_plan(actor=scene.actor("social_worker"), plan_id=scene.plan.pk, reason="By mistake.")
    with pytest.raises(FormVersion.DoesNotExist):
        start_plan(actor=scene.actor("social_worker"), child=scene.child, form_key="my-profile")
    assert not Plan.objects.unfinished().exists()


def test_a_plan_stays_pinned_to_the_form_it_was_begun_with(scene):
    pinned = scene.plan.form_version
    FormVersionFactory(data={**pinned.data, "title": "Newer"})

    assert Plan.objects.get(pk=scene.plan.pk).form().title == pinned.form.title
    assert FormVersion.objects.live("primary").form.title == "Newer"


def test_next_term_starts_from_the_last_plan(scene, complete):
    complete()
    send(scene)
    agree_plan(actor=scene.actor("vs_head"), plan_id=scene.plan.pk)
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)

    carried = SectionAnswers.objects.get(plan=plan, section="care").data["legal_status"]
    assert carried["value"] == "Full care order"
    assert carried["by"] == str(scene.social_worker.pk), "who said it first is kept"
    assert carried["source"].startswith("submission:")
    assert plan.previous_id == scene.plan.pk


def test_another_childs_plan_lends_nothing(scene, complete):
    PlanFactory(signed_off=True, child=ChildFactory())
    plan = start_plan(actor=scene.actor("social_worker"), child=scene.child)

    assert plan.previous is None
    assert not SectionAnswers.objects.filter(plan=plan).exists()


@pytest.mark.parametrize("role", ["iro", "superuser", "web_editor"])
def test_who_may_not_start_starts_nothing(scene, role):
    FormVersionFactory()
    with pytest.raises(access.Forbidden):
        start_plan(actor=scene.actor(role), child=scene.child)


def test_last_terms_targets_come_to_be_reviewed_with_the_same_row_ids(scene):
    live_primary()
    plan = PlanFactory(signed_off=True, child=scene.child)
    project(plan.submissions.get())
    following = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)

    review = SectionAnswers.objects.get(plan=following, section="last_targets").data["review"]
    sent = plan.submissions.get().answers["targets"]["targets"]["value"]
    assert [row["id"] for row in review["value"]] == [row["id"] for row in sent]
    assert review["value"][0]["cells"]["target"] == {"value": sent[0]["cells"]["target"]["value"]}
    assert "outcome" not in review["value"][0]["cells"]
    carried = SectionAnswers.objects.filter(plan=following, section="targets")
    assert not carried.exists(), "new targets are set anew"


def test_nothing_is_added_to_the_record_of_a_child_who_was_adopted(scene):
    head = scene.actor("vs_head")
    plan = scene.plan
    mark_adopted(actor=head, child=scene.child)
    scene.child.refresh_from_db()

    with pytest.raises(access.Forbidden):
        start_plan(actor=head, child=scene.child)
    with pytest.raises(access.Forbidden):
        enrol_child(actor=head, child=scene.child, school=scene.school)
    with pytest.raises(access.Forbidden):
        save_answers(
            actor=head,
            plan_id=plan.pk,
            section="progress",
            posted={"going_well": {"value": "Later."}},
            base_revision=0,
        )
    assert open_plan(head, plan.pk).plan == plan, "and still it can be read"
