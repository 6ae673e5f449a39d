"""How much a screen asks of the database, and that it is no more when more is filled in."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from pep_plugin.plans.models import SectionAnswers
from pep_plugin.sections import answers
from tests.factories import council, live_primary
from tests.wizard.conftest import Browser

WELL = "progress-going_well"
#: The most that one screen, saved or shown, may ask.
MOST = 15


def count(action):
    """Statements, without the savepoints that tests put in the place of transactions."""
    with CaptureQueriesContext(connection) as queries:
        action()
    return len([one for one in queries.captured_queries if "SAVEPOINT" not in one["sql"]])


def test_saving_and_showing_the_next_page_ask_little(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{WELL: "Well."})
    teacher.open("step", "progress")
    assert count(lambda: teacher.press(**{WELL: "Very well."})) <= MOST
    assert count(lambda: teacher.open("step", "targets")) <= MOST


def test_the_number_does_not_grow_with_the_sections_that_are_filled_in(db):
    version = live_primary()
    scene = council()
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
