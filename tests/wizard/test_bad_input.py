"""Pages that were tampered with, addresses that are not there: a clear sentence, nothing lost."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from pep_plugin.plans.models import SectionHistory

WELL = "progress-going_well"


@pytest.fixture
def teacher(browser):
    person = browser("designated_teacher")
    person.client.raise_request_exception = False
    person.open("step", "progress")
    return person


def test_a_page_without_its_management_form_is_saved(teacher):
    data = dict(teacher.fields().lists())
    data.pop("wizard-current_step")
    response = teacher.client.post(teacher.path, {**data, WELL: "Kept."})
    assert response.status_code == 302
    assert teacher.answer("progress", "going_well") == "Kept."


def test_a_page_of_another_step_is_refused_and_its_text_shown_again(teacher):
    text = "Something that took an hour to write."
    response = teacher.client.post(
        teacher.path,
        {**dict(teacher.fields().lists()), "wizard-current_step": "care", WELL: text},
        headers={"Origin": "http://testserver"},
    )
    assert response.status_code == 400
    assert text in response.content.decode()
    assert teacher.answer("progress", "going_well") is None


def test_a_section_that_does_not_exist_is_the_one_404(teacher):
    for step in ("nothing", "progress-9", "progress-more", "<script>"):
        path = reverse("pep_plugin:step", args=[teacher.scene.plan.pk, step])
        assert teacher.client.get(path).status_code == 404
        assert teacher.client.post(path, {}).status_code == 404


def test_a_null_byte_never_reaches_the_record(teacher):
    assert teacher.press(**{WELL: "a\x00b"}).status_code == 302
    assert teacher.answer("progress", "going_well") == "ab"


def test_the_thirty_first_of_february_is_kept_and_shown_again(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "targets")
    row = teacher.fields()["targets-targets-rows"]
    name = f"targets-targets-{row}-by_when"
    response = teacher.press(**{f"{name}_0": "31", f"{name}_1": "2", f"{name}_2": "2026"})
    assert response.status_code == 200
    assert "is not a date in the calendar" in teacher.words
    again = teacher.fields()
    assert [again[f"{name}_{part}"] for part in range(3)] == ["31", "2", "2026"]


def test_saving_into_a_plan_that_was_sent_meanwhile_keeps_the_text_on_the_screen(teacher):
    data = {**dict(teacher.fields().lists()), WELL: "Typed while somebody pressed Send."}
    teacher.scene.plan.state = "submitted"
    teacher.scene.plan.save()
    response = teacher.client.post(teacher.path, data, headers={"Origin": "http://testserver"})
    assert response.status_code == 409
    assert "Typed while somebody pressed Send." in response.content.decode()
    assert not SectionHistory.objects.exists()


def test_a_key_that_the_page_did_not_ask_is_dropped(teacher):
    teacher.press(
        **{WELL: "Well.", "progress__asked": ["going_well@0", "evil@0"], "progress-evil": "x"}
    )
    assert set(teacher.opened().answers["progress"]) == {"going_well"}


def test_an_answer_that_this_person_may_not_read_cannot_be_written(browser, scene):
    teacher = browser("designated_teacher")
    path = teacher.address("step", "care")
    forged = {"care__asked": "no_contact@0", "care-no_contact": "x"}
    assert teacher.client.post(path, forged).status_code == 404
    assert not SectionHistory.objects.exists()


def test_a_revision_that_was_tampered_with_overwrites_nothing(teacher, browser):
    other = browser("deputy")
    other.open("step", "progress")
    other.press(**{WELL: "The deputy's words."})
    response = teacher.press(**{"progress__asked": "going_well@-5", WELL: "Mine."})
    assert response.status_code == 409
    assert teacher.answer("progress", "going_well") == "The deputy's words."


@pytest.mark.parametrize(
    "body",
    ["", "{", "[]", "3", '{"fields": 3}', '{"fields": [["a"]]}', '{"fields": [["a", 3]]}', "null"],
)
def test_an_autosave_that_cannot_be_read_says_so(teacher, body):
    response = teacher.client.post(
        teacher.address("autosave", "progress"), body, content_type="application/json"
    )
    assert response.status_code == 400
    assert "could not be read" in json.loads(response.content)["message"]


def test_forged_choices_of_a_conflict_are_refused(teacher):
    response = teacher.client.post(teacher.path, {"clashes": "made up", "settle-0": "mine"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    "name",
    [
        "plan",
        "check",
        "read",
        "sent",
        "pdf",
        "word",
        "return_plan",
        "agree",
        "withdraw",
        "removals",
    ],
)
def test_nobody_else_learns_that_the_plan_is_there(scene, name):
    stranger = Client()
    stranger.force_login(scene.user("superuser"))
    with_post = reverse(f"pep_plugin:{name}", args=[scene.plan.pk])
    assert stranger.get(with_post).status_code == 403  # no part in PEPs at all
    assert Client().get(with_post).status_code == 302  # to sign in


def autosaved(teacher, *fields):
    body = json.dumps({"fields": [["progress__asked", "going_well@0"], *fields]})
    path = teacher.address("autosave", "progress")
    return teacher.client.post(path, body, content_type="application/json")


@pytest.mark.parametrize("text", ["\x00", "\ud800", "\x08", "\ufffe"])
def test_whom_to_ask_holds_only_what_every_output_can(teacher, text):
    chosen = ["progress-going_well__none", f"unknown:Sam{text} Reid"]

    assert autosaved(teacher, [WELL, ""], chosen).status_code == 200

    assert teacher.opened().answers["progress"]["going_well"]["ask"] == "Sam Reid"
    for name in ("check", "read", "word"):
        assert teacher.open(name).status_code == 200


@pytest.mark.parametrize("revision", ["9" * 5000, "9" * 40, "-1", "٣", "1e9", ""])
def test_a_forged_revision_is_no_fault(teacher, revision):
    asked = ["progress__asked", f"attendance@{revision}"]
    assert autosaved(teacher, asked, ["progress-attendance", "95"]).status_code == 200


def test_brackets_without_end_are_an_unreadable_page(teacher):
    path = teacher.address("autosave", "progress")
    response = teacher.client.post(path, "[" * 200_000, content_type="application/json")
    assert response.status_code == 400
