"""What has changed since last time: facts with their age on one page, confirmed by one button."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pep_plugin.conf import today
from pep_plugin.plans.actions import confirm_answers, save_answers, start_plan
from pep_plugin.plans.models import SectionAnswers, SectionHistory
from pep_plugin.plans.terms import ensure_terms, term_for
from tests.factories import PersonFactory, PlanFactory, live_primary
from tests.wizard.conftest import Browser


@pytest.fixture
def following(scene):
    """Maya's second plan on the shipped form; everything in the first was said by Sam."""
    live_primary()
    ensure_terms()
    first = PlanFactory(child=scene.child, signed_off=True, term=term_for(today()))
    sent = first.submissions.get()
    for answers in sent.answers.values():
        for answer in answers.values():
            answer.update(by=str(scene.social_worker.pk), at=f"{today().isoformat()}T08:00:00")
    type(sent).objects.filter(pk=sent.pk).update(answers=sent.answers)
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    scene.__dict__["plan"] = plan
    return scene


def held(scene, section, key):
    return SectionAnswers.objects.get(plan=scene.plan, section=section).data.get(key)


def test_the_task_list_begins_with_it(following):
    page = Browser(following, "social_worker")
    page.open("plan")
    assert "What has changed since last time?" in page.words
    assert page.address("changed") in page.text


def test_facts_stand_by_section_with_their_age_and_a_way_to_change_them(following):
    page = Browser(following, "social_worker")
    page.open("changed")
    assert "Care" in page.words
    assert "Legal status" in page.words
    assert "typed by Sam Reid." in page.words
    assert f"{page.address('step', 'care')}?back=changed#q-legal_status" in page.text


def test_each_sees_their_own_sections_only(following):
    teacher = Browser(following, "designated_teacher")
    teacher.open("changed")
    assert 'value="support.' in teacher.text
    assert 'value="care.' not in teacher.text

    worker = Browser(following, "social_worker")
    worker.open("changed")
    assert 'value="care.' in worker.text
    assert 'value="support.' not in worker.text


def test_the_virtual_school_may_confirm_for_everybody(following):
    page = Browser(following, "vs_adviser")
    page.open("changed")
    assert 'value="support.' in page.text
    assert 'value="care.' in page.text


def test_one_button_confirms_them_and_the_history_says_who(following):
    page = Browser(following, "designated_teacher")
    page.open("changed")
    before = held(following, "support", "sen_status")
    page.press(follow=True)
    assert "now counts as this term’s" in page.words
    assert "What has changed since last time?" not in page.words

    after = held(following, "support", "sen_status")
    assert "to_confirm" not in after
    assert after["confirmed_by"] == str(following.designated_teacher.pk)
    assert after["value"] == before["value"]
    assert (after["by"], after["at"]) == (before["by"], before["at"])
    last = SectionHistory.objects.filter(plan=following.plan, section="support").last()
    assert last.by == following.designated_teacher
    assert last.changes["sen_status"] == after


def test_sections_whose_answers_are_all_confirmed_are_done(following):
    page = Browser(following, "designated_teacher")
    opened = page.opened()
    section = opened.form.section("support")
    waiting = [sentence for _question, sentence in opened.asked.gaps(section)]
    assert waiting
    assert all("is still right." in sentence for sentence in waiting)
    page.open("changed")
    page.press()
    assert page.opened().asked.gaps(section) == []


def test_going_on_from_a_page_confirms_what_stands_on_it(following):
    page = Browser(following, "social_worker")
    page.open("step", "care")
    page.press("later")
    assert held(following, "care", "legal_status")["to_confirm"]
    page.open("step", "care")
    page.press()
    assert held(following, "care", "legal_status")["confirmed_by"] == str(
        following.social_worker.pk
    )


def test_what_is_changed_is_new_and_needs_no_confirming(following):
    page = Browser(following, "social_worker")
    page.open("step", "care", back="changed")
    page.press(**{"care-legal_status": "E1"})
    answer = held(following, "care", "legal_status")
    assert answer["value"] == "E1"
    assert not answer.keys() & {"to_confirm", "source", "confirmed_at"}
    assert page.page.url == page.address("changed")


def test_the_field_says_where_its_answer_came_from(following):
    page = Browser(following, "social_worker")
    page.open("step", "care")
    label = following.plan.previous.term.label.lower()
    assert f"From the PEP of {label}, typed by Sam Reid on" in page.words


def test_what_somebody_changed_meanwhile_is_not_confirmed(following):
    page = Browser(following, "social_worker")
    page.open("changed")
    data = page.fields()
    save_answers(
        actor=following.actor("vs_adviser"),
        plan_id=following.plan.pk,
        section="care",
        posted={"legal_status": {"value": "E1"}},
        base_revision=1,
    )
    page.page = page.client.post(page.path, dict(data.lists()), follow=True)
    answer = held(following, "care", "legal_status")
    assert answer["value"] == "E1"
    assert "confirmed_at" not in answer
    assert "confirmed_at" in held(following, "care", "placement_type")


@pytest.mark.parametrize(
    "mark",
    [
        "",
        "@",
        "care.legal_status",
        "care.legal_status@x",
        "care.legal_status@99999999999999999999",
        "care.nothing@1",
        "nothing.at_all@1",
        "care.legal_status@-1",
        "support.sen_status@1",
        "x" * 5000,
    ],
)
def test_marks_that_no_page_of_ours_sends_confirm_nothing(following, mark):
    page = Browser(following, "social_worker")
    page.open("changed")
    response = page.client.post(page.path, {"shown": mark})
    assert response.status_code == 302
    for section, key in (("care", "legal_status"), ("support", "sen_status")):
        assert "confirmed_at" not in held(following, section, key)


def test_who_may_not_write_confirms_nothing(following):
    page = Browser(following, "iro")
    assert (
        page.client.post(page.address("changed"), {"shown": "care.legal_status@1"}).status_code
        == 404
    )
    assert page.open("changed").status_code == 302
    assert held(following, "care", "legal_status")["to_confirm"]


def test_it_costs_no_more_than_any_screen(following):
    page = Browser(following, "social_worker")
    with CaptureQueriesContext(connection) as drawn:
        page.open("changed")
    assert len(drawn) <= 15


def test_an_answer_that_was_removed_or_never_typed_by_a_person_has_its_words_too(following):
    row = SectionAnswers.objects.get(plan=following.plan, section="care")
    row.data["legal_status"] |= {"by": "command", "at": "no moment"}
    row.data["placement_type"] |= {"by": str(PersonFactory().pk)}
    row.save()
    page = Browser(following, "social_worker")
    assert page.open("changed").status_code == 200
    assert page.open("step", "care").status_code == 200


def test_stale_ones_are_asked_by_themselves_and_are_young_again_afterwards(following):
    page = Browser(following, "designated_teacher")
    row = SectionAnswers.objects.get(plan=following.plan, section="support")
    row.data["sen_status"]["stale"] = True
    row.save()
    page.open("changed")
    assert "support.sen_status@" not in page.text
    confirm_answers(
        actor=following.actor("designated_teacher"),
        plan_id=following.plan.pk,
        shown={"support.sen_status": 1},
    )
    assert held(following, "support", "sen_status")["stale"]

    page.open("step", "support")
    assert "Is it still right? Change it, or press Continue." in page.words
    page.press()
    answer = held(following, "support", "sen_status")
    assert "stale" not in answer
    day = datetime.datetime.fromisoformat(answer["reviewed_at"]).date()
    assert abs((day - today()).days) <= 1
