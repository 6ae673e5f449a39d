"""How many questions a screen asks the database, and that it is not more when more is filled in."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from pep_plugin.plans.models import SectionAnswers
from pep_plugin.sections import answers
from tests.factories import council, live_primary

WELL = "progress-going_well"


def test_saving_and_showing_the_next_page_ask_little(browser, django_assert_max_num_queries):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{WELL: "Well."})
    teacher.open("step", "progress")
    with django_assert_max_num_queries(15):
        teacher.press(**{WELL: "Very well."})
    with django_assert_max_num_queries(15):
        teacher.open("step", "targets")


def count(action):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        action()
    return len(queries)


def test_the_number_does_not_grow_with_the_sections_that_are_filled_in(browser, db):
    version = live_primary()
    scene = council()
    from tests.wizard.conftest import Browser

    teacher = Browser(scene, "designated_teacher")

    def save(text):
        teacher.open("step", "progress")
        teacher.press(**{WELL: text})
        teacher.open("step", "progress-2")

    save("First.")
    few = count(lambda: save("Second."))
    for section, data in answers.sample(version.form).items():
        if section != "progress":
            SectionAnswers.objects.create(plan=scene.plan, section=section, data=data, revision=1)
    assert count(lambda: save("Third.")) == few
