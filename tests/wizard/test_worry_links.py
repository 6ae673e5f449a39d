""" "I am worried about this" stands beside a child's and a carer's words, and nowhere else."""

import pytest
from django.urls import reverse

from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.plans.models import SectionAnswers
from tests.factories import live_primary

pytestmark = pytest.mark.django_db
WORRY = "I am worried about this"


@pytest.fixture
def at(scene, browser):
    live_primary()
    for section, answers in (
        ("views", {"would_like_help": {"value": "Everything is too loud."}}),
        ("carer", {"worries": {"value": "He does not sleep."}}),
        ("progress", {"strengths": {"value": "Reads well."}}),
    ):
        SectionAnswers.objects.create(plan=scene.plan, section=section, revision=1, data=answers)
    return browser("designated_teacher")


def address(scene, path: str) -> str:
    return f'href="{reverse("pep_plugin:worry", args=[scene.plan.pk, path])}"'


def test_where_colleagues_read_the_plan(scene, at):
    at.open("read")
    for path in ("views.would_like_help", "carer.worries"):
        assert at.text.count(address(scene, path)) == 1
    assert at.text.count(WORRY) == 2


def test_where_colleagues_write_in_the_childs_and_the_carers_sections(scene, at):
    at.open("step", "views-2")
    assert at.text.count(WORRY) == 1
    assert address(scene, "views.would_like_help") in at.text
    at.open("step", "carer")
    assert address(scene, "carer.worries") in at.text
    assert at.text.count(WORRY) == 1, "beside what was said, not beside an empty box"


def test_nowhere_beside_what_adults_say_of_the_child(scene, at):
    at.open("step", "progress")
    assert WORRY not in at.text


def test_never_on_paper(scene, at):
    given = give_document(actor=scene.actor("social_worker"), plan_id=scene.plan.pk, format="html")
    assert "Everything is too loud." in given.data.decode()
    assert WORRY not in given.data.decode()
