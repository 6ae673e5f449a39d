"""The plan's home: every section with its state, grouped by who fills it in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pep_plugin.plans.models import Presence, SectionAnswers
from pep_plugin.sections import answers
from tests.factories import InvolvementFactory, PersonFactory, council, live_primary
from tests.wizard.conftest import Browser

WELL = "progress-going_well"


def status(person, title):
    """The word beside a section."""
    person.open("plan")
    after = person.text.partition(f">{title}</a>")[2]
    return after.partition("</span>")[0].rpartition(">")[2]


def test_own_sections_come_first_and_others_are_named(browser):
    teacher = browser("designated_teacher")
    teacher.open("plan")
    assert teacher.words.index("For you, Ngozi Okafor") < teacher.words.index(
        "For the social worker, Sam Reid"
    )
    worker = browser("social_worker")
    worker.open("plan")
    assert worker.words.index("For you, Sam Reid") < worker.words.index(
        "For the designated teacher, Ngozi Okafor"
    )


def test_a_section_goes_from_to_do_to_done(browser):
    teacher = browser("designated_teacher")
    assert status(teacher, "Learning and progress") == "To do"
    teacher.open("step", "progress")
    teacher.press("later", **{"progress-attendance": "97"})
    assert status(teacher, "Learning and progress") == "In progress"
    assert "You, today at" in teacher.words
    assert "1 of 2 questions answered." in teacher.words
    teacher.open("step", "progress")
    teacher.press(**{WELL: "Well."})
    assert status(teacher, "Learning and progress") == "Done"


def test_what_cannot_be_read_is_a_problem(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{WELL: "Well.", "progress-attendance": "about ten"})
    assert status(teacher, "Learning and progress") == "There is a problem"


def test_a_section_of_others_waits_for_them_by_name(browser):
    assert status(browser("designated_teacher"), "Care and family") == "Waiting for Sam Reid"
    worker = browser("social_worker")
    worker.open("step", "care")
    worker.press(**{"care-legal_status": "Full care order"})
    teacher = browser("designated_teacher")
    assert status(teacher, "Care and family") == "Done"
    assert "Sam Reid, today at" in teacher.words


def test_nobody_in_a_role_is_said_by_the_role(browser, scene):
    scene.child.involvements.filter(role="social_worker").delete()
    teacher = browser("designated_teacher")
    assert status(teacher, "Care and family") == "Waiting for the social worker"
    assert "Nobody is in this role yet." in teacher.words


def test_two_people_in_a_role_are_both_named(browser, scene):
    InvolvementFactory(child=scene.child, person=PersonFactory(name="Ada Quist"))
    assert status(browser("vs_adviser"), "Care and family") == "Waiting for Ada Quist and Sam Reid"


def test_what_is_missing_stands_beside_with_links(browser):
    teacher = browser("designated_teacher")
    teacher.open("plan")
    assert "0 of 3 sections are done." in teacher.words
    assert "Care and family 1 missing" in teacher.words
    assert f'href="{teacher.address("step", "targets")}"' in teacher.text
    assert f'href="{teacher.address("step", "progress")}#q-going_well"' in teacher.text
    assert "Waiting for Sam Reid." in teacher.words
    assert "0 targets so far, of 1." in teacher.words


def test_the_reason_for_sending_back_is_the_first_thing_its_writers_see(browser, scene):
    scene.plan.state, scene.plan.returned_reason = "returned", "The targets do not say how."
    scene.plan.save()
    teacher = browser("designated_teacher")
    teacher.open("plan")
    assert teacher.words.index("The targets do not say how.") < teacher.words.index("For you")


@pytest.mark.parametrize("role", ["iro", "vs_head"])
def test_whoever_reads_sees_the_same_list(browser, role):
    person = browser(role)
    assert person.open("plan").status_code == 200
    assert "Waiting for Ngozi Okafor" in person.words


def test_what_a_colleague_was_asked_stands_with_the_section_and_on_top_of_their_list(browser):
    teacher, worker = browser("designated_teacher"), browser("social_worker")
    teacher.open("step", "progress")
    teacher.press("later", **{f"{WELL}__none": "unknown:social_worker"})
    teacher.open("plan")
    assert "Sam Reid was asked about “What is going well”." in teacher.words
    worker.open("plan")
    assert worker.words.index("Asked of you") < worker.words.index("For you, Sam Reid")
    assert "Ngozi Okafor asks." in worker.words


def test_the_meeting_comes_after_what_must_be_there_before_it(db):
    live_primary()
    teacher = Browser(council(), "designated_teacher")
    teacher.open("plan")
    before, after = teacher.words.split("At the meeting, or after it")
    assert "Progress and attainment" in before.split("Before the meeting")[1]
    assert "The meeting" in after


def test_the_list_asks_the_database_no_more_when_more_is_filled_in(db):
    version = live_primary()
    scene = council()
    teacher = Browser(scene, "designated_teacher")
    teacher.open("plan")

    def count():
        with CaptureQueriesContext(connection) as queries:
            teacher.open("plan")
        return len([one for one in queries.captured_queries if "SAVEPOINT" not in one["sql"]])

    few = count()
    for section, data in answers.sample(version.form).items():
        SectionAnswers.objects.create(plan=scene.plan, section=section, data=data, revision=1)
        person = PersonFactory()
        Presence.objects.create(
            plan=scene.plan, section=section, person=person, seen_at=timezone.now()
        )
    assert count() == few <= 15
