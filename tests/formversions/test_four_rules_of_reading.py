"""Who may read an answer: the readers when it was typed, its plan's version, the live version and
the answer's own readers, all four. Each closes alone, and none opens what another closes."""

import dataclasses

import pytest

from pep_plugin.documents.walk import walk
from pep_plugin.formversions.publish import publish
from pep_plugin.plans.actions import save_answers, start_plan
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.plans.reading import open_plan
from tests.factories import council, small_form

pytestmark = pytest.mark.django_db

PATH = ("care", "legal_status")
ONLY = ("social_worker",)
RULES = ("typed", "pinned", "live", "own")


def a_form(*, title="PEP for tests", readers=()):
    """The small form with these readers of one question, of another title to be a new version."""
    first, *others = small_form().sections
    [page] = first.pages
    status, *rest = page.questions
    status = dataclasses.replace(status, readers=readers)
    page = dataclasses.replace(page, questions=(status, *rest))
    sections = (dataclasses.replace(first, pages=(page,)), *others)
    return dataclasses.replace(small_form(), title=title, sections=sections)


def a_plan(closed):
    """A plan whose one answer is closed to all but the social worker by the rules named."""
    publish(a_form(readers=ONLY if "pinned" in closed else ()))
    scene = council()
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    save_answers(
        actor=scene.actor("social_worker"),
        plan_id=plan.pk,
        section="care",
        posted={"legal_status": {"value": "Full care order"}},
        base_revision=0,
        source="wizard",
    )
    row = SectionAnswers.objects.get(plan=plan, section="care")
    answer = row.data["legal_status"]
    answer["readers_then"] = list(ONLY) if "typed" in closed else []
    answer["readers"] = list(ONLY) if "own" in closed else []
    row.save()
    publish(a_form(title="The next", readers=ONLY if "live" in closed else ()))
    return scene, plan


def reads(scene, plan, role):
    """Whether a role finds the answer on the screen, and in an outline of the plan."""
    opened = open_plan(scene.actor(role), plan.pk)
    section, key = PATH
    on_screen = key in opened.readable()[section]
    outline = walk(opened.form, opened.answers, opened.context, opened.head, roles=opened.roles)
    on_paper = "Full care order" in [item.text for _section, item in outline.items]
    assert on_screen == on_paper
    return on_screen


def test_with_every_rule_open_both_read_it():
    scene, plan = a_plan(())
    assert reads(scene, plan, "designated_teacher")
    assert reads(scene, plan, "social_worker")


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_closes_it_alone(rule):
    scene, plan = a_plan((rule,))
    assert not reads(scene, plan, "designated_teacher")
    assert reads(scene, plan, "social_worker")


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_opens_what_the_three_others_close(rule):
    scene, plan = a_plan([other for other in RULES if other != rule])
    assert not reads(scene, plan, "designated_teacher")
    assert reads(scene, plan, "social_worker")


def test_an_answer_typed_under_the_new_version_may_be_read_more_widely():
    publish(a_form())
    publish(a_form(title="Closed", readers=ONLY))
    publish(a_form(title="Open again"))
    scene = council()
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    save_answers(
        actor=scene.actor("social_worker"),
        plan_id=plan.pk,
        section="care",
        posted={"legal_status": {"value": "Full care order"}},
        base_revision=0,
        source="wizard",
    )
    assert reads(scene, plan, "designated_teacher")


def test_an_answer_typed_while_it_was_closed_stays_closed_when_the_form_opens():
    publish(a_form(readers=ONLY))
    scene = council()
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    save_answers(
        actor=scene.actor("social_worker"),
        plan_id=plan.pk,
        section="care",
        posted={"legal_status": {"value": "Full care order"}},
        base_revision=0,
        source="wizard",
    )
    publish(a_form(title="Open again"))
    assert not reads(scene, plan, "designated_teacher")
