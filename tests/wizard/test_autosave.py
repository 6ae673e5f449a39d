"""Saving while typing: the same merge, an answer for the script, and the page's own base."""

import json

import pytest

from pep_plugin.plans.models import SectionHistory

WELL = "progress-going_well"


def autosave(person, step="progress", **changes):
    """Post the changed questions as the script does; the page's marks follow what comes back."""
    fields = person.fields()
    keys = {name.removeprefix("progress-") for name in changes}
    pairs = [
        ["progress__asked", mark]
        for mark in fields.getlist("progress__asked")
        if mark.partition("@")[0] in keys
    ]
    pairs += [[name, value] for name, value in changes.items()]
    response = person.client.post(
        person.address("autosave", step), {"fields": pairs}, content_type="application/json"
    )
    return response, json.loads(response.content)


@pytest.fixture
def teacher(browser):
    person = browser("designated_teacher")
    person.open("step", "progress")
    return person


def test_what_is_being_typed_is_kept_and_the_time_is_told(teacher):
    response, body = autosave(teacher, **{WELL: "Half a sen"})
    assert response.status_code == 200
    assert body["saved"].startswith("Saved at ")
    assert body["saved"].endswith(("am", "pm"))
    assert body["revisions"] == {"going_well": 1}
    assert teacher.answer("progress", "going_well") == "Half a sen"
    assert SectionHistory.objects.get().source == "autosave"


def test_only_the_questions_that_were_sent_are_touched(teacher):
    teacher.press("later", **{WELL: "Well.", "progress-attendance": "97"})
    teacher.open("step", "progress")
    autosave(teacher, **{WELL: "Very well."})
    assert teacher.answer("progress", "attendance") == "97"


def test_a_page_whose_questions_have_different_bases_is_saved_whole(teacher, browser):
    """An autosave moves one question on; another person changes the other one meanwhile."""
    autosave(teacher, **{WELL: "Mine"})
    deputy = browser("deputy")
    deputy.open("step", "progress")
    deputy.press("later", **{"progress-attendance": "97"})
    marks = ["going_well@1", "attendance@0"]
    response = teacher.press("later", **{WELL: "Mine, longer", "progress__asked": marks})
    assert response.status_code == 302
    assert teacher.answer("progress", "going_well") == "Mine, longer"
    assert teacher.answer("progress", "attendance") == "97"


def test_a_clash_is_told_and_continue_shows_both_texts(teacher, browser):
    deputy = browser("deputy")
    deputy.open("step", "progress")
    deputy.press("later", **{WELL: "Theirs"})
    response, body = autosave(teacher, **{WELL: "Mine"})
    assert response.status_code == 409
    assert "What is going well" in body["message"]
    assert body["revisions"] == {}
    assert teacher.answer("progress", "going_well") == "Theirs"
    assert teacher.press(**{WELL: "Mine"}).status_code == 409


def test_it_is_for_whoever_may_write_and_only_while_the_plan_is_written(teacher, browser, scene):
    path = teacher.address("autosave", "care")
    body = {"fields": [["care__asked", "legal_status@0"], ["care-legal_status", "x"]]}
    assert teacher.client.post(path, body, content_type="application/json").status_code == 404
    unknown = teacher.address("autosave", "nothing")
    assert teacher.client.post(unknown, body, content_type="application/json").status_code == 404
    assert teacher.client.get(teacher.address("autosave", "progress")).status_code == 405
    scene.plan.state = "submitted"
    scene.plan.save()
    path = teacher.address("autosave", "progress")
    body = {"fields": [["progress__asked", "going_well@0"], [WELL, "x"]]}
    assert teacher.client.post(path, body, content_type="application/json").status_code == 409
    assert not SectionHistory.objects.exists()


def sent_twice(person, first, second):
    """Two saves of one page, the second before the first was answered: somebody leaves."""
    mark = ["progress__asked", "going_well@0"]
    path = person.address("autosave", "progress")
    for text, before in ((first, []), (second, [mark, [WELL, first]])):
        body = {"fields": [mark, [WELL, text]], "before": before}
        response = person.client.post(path, body, content_type="application/json")
    return response


def test_what_is_typed_while_a_save_is_under_way_is_no_clash_with_oneself(teacher):
    assert sent_twice(teacher, "Half", "Half a sentence").status_code == 200
    assert teacher.answer("progress", "going_well") == "Half a sentence"


def test_what_stands_there_from_somebody_else_is_still_a_clash(teacher, browser):
    deputy = browser("deputy")
    deputy.open("step", "progress")
    deputy.press("later", **{WELL: "Theirs"})
    assert sent_twice(teacher, "Half", "Half a sentence").status_code == 409
    assert teacher.answer("progress", "going_well") == "Theirs"
