"""Asking a colleague from a page, and the colleague's answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.models import Ask
from pep_plugin.sections import codec
from tests.factories import (
    FormVersionFactory,
    InvolvementFactory,
    PersonFactory,
    PostFactory,
    council,
    small_form,
)
from tests.wizard.conftest import Browser

WELL = "progress-going_well"


@pytest.fixture
def asked(browser):
    """The designated teacher has asked Sam Reid what goes well; gives the teacher."""
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{f"{WELL}__none": "unknown:social_worker"})
    return teacher


def home(person):
    person.path = "/pep/"
    person.page = person.client.get(person.path)
    return person.words


def test_people_are_offered_by_name_and_never_oneself(browser, scene):
    InvolvementFactory(child=scene.child, person=PersonFactory(name="Ada Quist"))
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    assert "Ask Ada Quist or Sam Reid, social worker" in teacher.words
    assert "Ask Ada Quist, social worker" in teacher.words
    assert "Ask Ngozi Okafor" not in teacher.words


def test_nobody_is_asked_what_they_may_not_read(db):
    form = codec.to_json(small_form())
    form["sections"][0]["pages"][0]["questions"][0]["readers"] = ["social_worker", "vs_head"]
    FormVersionFactory(data=form)
    worker = Browser(council(), "social_worker")
    worker.open("step", "care")
    assert "I do not know whom to ask" in worker.words
    assert "Ask Ngozi Okafor" not in worker.words


def test_it_stands_on_my_peps_with_who_asks_and_why_one_is_asked(asked, browser):
    worker = browser("social_worker")
    words = home(worker)
    assert "Asked of you" in words
    assert "What is going well" in words
    assert "Ngozi Okafor asked on" in words
    assert "Asked of you" not in home(browser("iro"))


def test_my_peps_asks_the_database_no_more_for_more_questions(asked, browser):
    worker = browser("social_worker")

    def count():
        with CaptureQueriesContext(connection) as queries:
            home(worker)
        return len(queries)

    home(worker)
    one = count()
    for path in ("progress.attendance", "targets.targets", "care.gone_from_the_form"):
        Ask.objects.create(plan=asked.scene.plan, path=path, role="social_worker")
    assert count() == one


def test_whoever_was_asked_answers_on_a_page_of_its_own(asked, browser, scene):
    worker = browser("social_worker")
    ask = Ask.objects.get()
    worker.open("asked", ask.pk)
    assert "Ngozi Okafor asks you" in worker.words
    assert "Attendance" not in worker.words
    worker.press(answer="")
    assert worker.page.status_code == 422
    worker.press(answer="Explains how bridges stand.", follow=True)
    assert "Your answers are saved." in worker.words
    assert asked.answer("progress", "going_well") == "Explains how bridges stand."
    assert "Asked of you" not in home(worker)
    assert worker.open("asked", ask.pk).status_code == 302


def test_only_the_one_question_is_saved(asked, browser):
    worker = browser("social_worker")
    worker.open("asked", Ask.objects.get().pk)
    worker.press(answer="Well.", **{"progress-attendance": "12"})
    assert asked.answer("progress", "attendance") is None


def test_whoever_writes_the_section_is_led_to_the_question_itself(scene, browser):
    worker = browser("social_worker")
    worker.open("step", "care")
    worker.press("later", **{"care-legal_status__none": "unknown:designated_teacher"})
    ask = Ask.objects.get()
    other = InvolvementFactory(child=scene.child, person=scene.deputy, role="social_worker")
    other.delete()
    ask.role = "social_worker"
    ask.save()
    response = worker.open("asked", ask.pk)
    assert response["Location"] == f"{worker.address('step', 'care')}#q-legal_status"


def test_somebody_answered_meanwhile_both_are_shown(asked, browser):
    worker, ask = browser("social_worker"), Ask.objects.get()
    worker.open("asked", ask.pk)
    asked.open("step", "progress")
    asked.press("later", **{WELL: "Reads aloud.", f"{WELL}__none": ""})
    # Asked once more, with the first page still open.
    asked.open("step", "progress")
    asked.press("later", **{WELL: "", f"{WELL}__none": "unknown:social_worker"})
    worker.path = worker.address("asked", Ask.objects.open().get().pk)
    worker.press(answer="Builds bridges.")
    assert worker.page.status_code in (302, 409)
    if worker.page.status_code == 409:
        assert "Builds bridges." in worker.text
        worker.press()
    assert asked.answer("progress", "going_well") == "Builds bridges."


@pytest.mark.parametrize("role", ["designated_teacher", "deputy", "iro", "vs_head"])
def test_it_is_there_for_nobody_else(asked, browser, role):
    person = browser(role)
    ask = Ask.objects.get()
    assert person.open("asked", ask.pk).status_code == 404
    posted = person.client.post(person.address("asked", ask.pk), {"answer": "x"})
    assert posted.status_code == 404
    assert asked.answer("progress", "going_well") == "unknown"


def test_an_ask_of_another_plan_is_not_there(asked, browser, scene):
    stranger = PostFactory(social_worker=True)
    worker = browser("social_worker")
    worker.client.force_login(stranger.person.user)
    assert worker.open("asked", Ask.objects.get().pk).status_code == 404


def test_a_bad_revision_is_a_page_never_seen_and_loses_nothing(asked, browser):
    worker = browser("social_worker")
    worker.open("asked", Ask.objects.get().pk)
    worker.press(answer="Well.", revision="many\x00")
    assert worker.page.status_code in (302, 409)
    assert "Well." in (asked.answer("progress", "going_well") or "") + worker.text


def test_a_cell_is_answered_in_its_row(browser, scene):
    cells = {
        "area": {"value": "Reading"},
        "target": {"none": "unknown", "ask": "social_worker"},
    }
    save_answers(
        actor=scene.actor("designated_teacher"),
        plan_id=scene.plan.pk,
        section="targets",
        posted={"targets": {"value": [{"id": "a1b2c3d4e5", "cells": cells}]}},
        base_revision=0,
    )
    worker = browser("social_worker")
    worker.open("asked", Ask.objects.get().pk)
    assert "Reading" in worker.words
    worker.press(answer="A chapter a week.")
    (only,) = worker.answer("targets", "targets")
    assert only["cells"]["target"]["value"] == "A chapter a week."
    assert only["cells"]["area"]["value"] == "Reading"
