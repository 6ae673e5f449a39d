""" "Sam is editing this section": information for a minute and a half, never a lock."""

import datetime

import pytest
from django.utils import timezone

from pep_plugin.plans.models import Presence


def say(person, section="progress"):
    return person.client.post(person.address("present", section))


def test_others_see_it_on_the_task_list_and_nobody_sees_themselves(browser):
    teacher, deputy = browser("designated_teacher"), browser("deputy")
    assert say(deputy).json() == {"others": ""}
    teacher.open("plan")
    assert "Tom Ashby is editing this section now." in teacher.words
    deputy.open("plan")
    assert "is editing this section" not in deputy.words


def test_both_hear_of_each_other_and_that_nothing_is_lost(browser):
    teacher, deputy = browser("designated_teacher"), browser("deputy")
    say(deputy)
    heard = "Tom Ashby is editing this section too. What you both write is kept."
    assert say(teacher).json() == {"others": heard}
    teacher.open("step", "progress")
    assert heard in teacher.words


def test_it_runs_out_after_a_minute_and_a_half(browser):
    teacher, deputy = browser("designated_teacher"), browser("deputy")
    say(deputy)
    Presence.objects.update(seen_at=timezone.now() - datetime.timedelta(seconds=91))
    teacher.open("plan")
    assert "is editing this section" not in teacher.words
    say(teacher)
    assert [row.person for row in Presence.objects.all()] == [teacher.scene.designated_teacher]


def test_it_locks_nothing(browser):
    teacher, deputy = browser("designated_teacher"), browser("deputy")
    say(deputy)
    teacher.open("step", "progress")
    teacher.press("later", **{"progress-going_well": "Reads aloud."})
    assert teacher.answer("progress", "going_well") == "Reads aloud."


def test_saying_it_again_is_one_row(browser):
    deputy = browser("deputy")
    for _time in range(3):
        say(deputy)
    assert Presence.objects.count() == 1


@pytest.mark.parametrize("role", ["social_worker", "iro"])
def test_who_may_not_write_the_section_cannot_say_it(browser, role):
    assert say(browser(role)).status_code == 404
    assert not Presence.objects.exists()


@pytest.mark.parametrize("section", ["nothing", "progress.going_well", "%00"])
def test_a_section_that_is_not_there(browser, section):
    teacher = browser("designated_teacher")
    response = teacher.client.post(
        teacher.address("present", "progress").replace("progress", section)
    )
    assert response.status_code == 404


def test_a_plan_that_was_sent_has_nobody_editing_it(browser, scene):
    scene.plan.state = "submitted"
    scene.plan.save()
    assert say(browser("designated_teacher")).status_code == 404
