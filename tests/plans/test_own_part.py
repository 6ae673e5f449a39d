"""Somebody on a link writes what is asked of them, in tables of others only their own cells."""

import dataclasses
import datetime

import pytest
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.links import hash_of
from pep_plugin.access.models import LinkGrant
from pep_plugin.formversions.publish import publish
from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.plans.reading import open_own_part, open_plan
from pep_plugin.plans.states import WrongState
from pep_plugin.sections import roles
from pep_plugin.sections.schema import Page, Question, Section
from tests.factories import council, small_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    form = small_form()
    (question,) = form.section("targets").questions
    column = Question(key="child_agrees", label="Is this one all right?", owner_role=roles.CHILD)
    table = dataclasses.replace(question.table, columns=(*question.table.columns, column))
    targets = dataclasses.replace(
        form.section("targets"),
        pages=(Page(questions=(dataclasses.replace(question, table=table),)),),
    )
    views = Section(
        key="views",
        title="My views",
        owner_role=roles.CHILD,
        also=(roles.DESIGNATED_TEACHER,),
        pages=(
            Page(
                questions=(
                    Question(key="wish", label="If I had one wish"),
                    Question(key="asked_on", label="When?", owner_role=roles.DESIGNATED_TEACHER),
                )
            ),
        ),
    )
    sections = (*(s for s in form.sections if s.key != "targets"), views, targets)
    publish(dataclasses.replace(form, sections=sections))
    return council()


def on_link(scene, role="child"):
    grant = LinkGrant.objects.create(
        plan=scene.plan,
        role=role,
        token_sha256=hash_of(role),
        expires_at=timezone.now() + datetime.timedelta(hours=1),
    )
    return Actor.for_grant(grant)


def save(scene, actor, section, posted, base=0):
    opened = open_own_part(actor) if actor.grant else None
    return save_answers(
        actor=actor,
        plan_id=scene.plan.pk,
        section=section,
        posted=posted,
        base_revision=base,
        source="voice" if actor.grant else "wizard",
        opened=opened,
    )


def stored(scene, section):
    return SectionAnswers.objects.get(plan=scene.plan, section=section).data


def row(row_id="aaaaaaaaaa", **cells):
    return {"id": row_id, "cells": {key: {"value": value} for key, value in cells.items()}}


def test_the_child_answers_what_is_asked_of_the_child(scene):
    saved = save(scene, on_link(scene), "views", {"wish": {"value": "A dog", "for": "self"}})

    assert saved.changed == ("wish",)
    assert stored(scene, "views")["wish"]["value"] == "A dog"
    assert stored(scene, "views")["wish"]["by"] == "grant"


def test_what_is_asked_of_somebody_else_in_the_same_section_is_dropped(scene):
    saved = save(scene, on_link(scene), "views", {"asked_on": {"value": "Tuesday"}})

    assert saved.changed == ()


def test_a_section_of_somebody_else_takes_nothing_from_a_link(scene):
    saved = save(scene, on_link(scene), "progress", {"going_well": {"value": "Everything"}})

    assert saved.changed == ()
    assert not SectionAnswers.objects.filter(plan=scene.plan, section="progress").exists()


def test_in_a_table_of_others_only_the_own_column_is_written(scene):
    teacher = scene.actor("designated_teacher")
    save(scene, teacher, "targets", {"targets": {"value": [row(area="Maths", target="Count")]}})

    posted = [row(area="Art", child_agrees="Yes"), row("bbbbbbbbbb", area="Mine")]
    save(scene, on_link(scene), "targets", {"targets": {"value": posted}}, base=1)

    (kept,) = stored(scene, "targets")["targets"]["value"]
    assert {key: cell["value"] for key, cell in kept["cells"].items()} == {
        "area": "Maths",
        "target": "Count",
        "child_agrees": "Yes",
    }


def test_a_row_cannot_be_taken_away_from_a_link(scene):
    teacher = scene.actor("designated_teacher")
    save(scene, teacher, "targets", {"targets": {"value": [row(area="Maths", target="Count")]}})

    saved = save(scene, on_link(scene), "targets", {"targets": None}, base=1)

    assert saved.changed == ()
    assert len(stored(scene, "targets")["targets"]["value"]) == 1


def test_a_carer_writes_nothing_of_the_childs(scene):
    assert save(scene, on_link(scene, "carer"), "views", {"wish": {"value": "Peace"}}).changed == ()


def test_once_the_plan_is_sent_a_link_writes_nothing(scene):
    actor = on_link(scene)
    opened = open_own_part(actor)
    type(scene.plan).objects.filter(pk=scene.plan.pk).update(state="submitted")

    with pytest.raises(WrongState):
        save_answers(
            actor=actor,
            plan_id=scene.plan.pk,
            section="views",
            posted={"wish": {"value": "Late"}},
            base_revision=0,
            source="voice",
            opened=opened,
        )


def test_an_answer_for_named_people_is_read_by_them_and_nobody_else(scene):
    only = [access.person_key(scene.designated_teacher.pk)]
    save(scene, on_link(scene), "views", {"wish": {"value": "To be safe", "readers": only}})

    def reads(who):
        return "wish" in open_plan(scene.actor(who), scene.plan.pk).readable()["views"]

    assert reads("designated_teacher")
    assert not reads("deputy")
    assert not reads("social_worker")
    assert not reads("vs_head")
