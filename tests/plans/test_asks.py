""" "I do not know yet: ask Sam": the question stands on Sam's list until it is answered."""

import pytest

from pep_plugin import access
from pep_plugin.plans import asks, tokens
from pep_plugin.plans.actions import return_plan, save_answers, send_plan, withdraw_plan
from pep_plugin.plans.models import Ask
from pep_plugin.plans.reading import open_plan
from tests.factories import InvolvementFactory, PersonFactory, PostFactory

ASK_SAM = {"none": "unknown", "ask": "social_worker"}


@pytest.fixture
def put(scene):
    """Save one answer as the designated teacher: ``put(going_well=answer)``."""

    def saving(role="designated_teacher", section="progress", **posted):
        revisions = open_plan(scene.actor(role), scene.plan.pk).revisions
        return save_answers(
            actor=scene.actor(role),
            plan_id=scene.plan.pk,
            section=section,
            posted=posted,
            base_revision=revisions.get(section, 0),
        )

    return saving


def waiting(scene, role):
    return [ask.path for ask in asks.waiting_for(scene.actor(role))]


def test_it_stands_on_the_list_of_whoever_fills_the_role_and_on_no_other(scene, put):
    put(going_well=ASK_SAM)
    assert waiting(scene, "social_worker") == ["progress.going_well"]
    for role in ("designated_teacher", "deputy", "team_manager", "iro", "vs_head"):
        assert waiting(scene, role) == []
    (ask,) = Ask.objects.open()
    assert ask.asked_by == scene.designated_teacher


def test_answering_takes_it_off(scene, put):
    put(going_well=ASK_SAM)
    put(going_well={"value": "Reads aloud."})
    assert waiting(scene, "social_worker") == []
    assert Ask.objects.get().settled_at


def test_not_knowing_whom_to_ask_stands_on_nobodys_list(scene, put):
    put(going_well={"none": "unknown"})
    assert not Ask.objects.exists()


def test_asking_another_moves_it(scene, put):
    put(going_well=ASK_SAM)
    put(going_well={"none": "unknown", "ask": "iro"})
    assert waiting(scene, "social_worker") == []
    assert waiting(scene, "iro") == ["progress.going_well"]


def test_saving_the_page_again_opens_no_second_one(scene, put):
    put(going_well=ASK_SAM)
    first = Ask.objects.get().pk
    put(going_well=ASK_SAM, attendance={"value": "97"})
    assert [ask.pk for ask in Ask.objects.all()] == [first]


def test_one_of_two_in_a_role_is_asked_by_name(scene, put):
    other = PostFactory(social_worker=True, person=PersonFactory(name="Ada Quist", account=True))
    InvolvementFactory(child=scene.child, person=other.person)
    put(going_well={"none": "unknown", "ask": access.person_key(other.person.pk)})
    assert waiting(scene, "social_worker") == []
    actor = access.Actor.for_person(other.person)
    assert [ask.path for ask in asks.waiting_for(actor)] == ["progress.going_well"]


def test_a_successor_has_it_and_who_left_the_child_has_it_no_more(scene, put):
    put(going_well=ASK_SAM)
    scene.child.involvements.filter(role="social_worker").delete()
    assert waiting(scene, "social_worker") == []
    successor = PostFactory(social_worker=True).person
    InvolvementFactory(child=scene.child, person=successor)
    assert asks.waiting_for(access.Actor.for_person(successor)).count() == 1


def test_a_cell_of_a_table_is_asked_by_its_row_and_column(scene, put):
    row = {"id": "a1b2c3d4e5", "cells": {"area": {"value": "Reading"}, "target": ASK_SAM}}
    put(section="targets", targets={"value": [row]})
    assert waiting(scene, "social_worker") == ["targets.targets#a1b2c3d4e5.target"]
    put(section="targets", targets={"value": []})
    assert waiting(scene, "social_worker") == []


def test_words_in_place_of_a_person_are_kept_and_asked_of_nobody(scene, put):
    put(going_well={"none": "unknown", "ask": "the lady from the bus"})
    put(attendance={"none": "unknown", "ask": "person:not-an-id"})
    assert not Ask.objects.exists()


def test_a_person_who_does_not_exist_is_asked_nothing(scene, put):
    nobody = access.person_key("00000000-0000-4000-8000-000000000000")
    put(going_well={"none": "unknown", "ask": nobody})
    assert not Ask.objects.exists()


def test_sending_takes_it_off_and_sending_back_puts_it_on_again(scene, put, complete):
    complete()
    put(going_well=ASK_SAM)
    actor = scene.actor("designated_teacher")
    token = tokens.make(actor, open_plan(actor, scene.plan.pk))
    send_plan(actor=actor, plan_id=scene.plan.pk, token=token)
    assert waiting(scene, "social_worker") == []
    return_plan(actor=scene.actor("vs_head"), plan_id=scene.plan.pk, reason="What goes well?")
    assert waiting(scene, "social_worker") == ["progress.going_well"]
    assert Ask.objects.open().get().asked_by == scene.designated_teacher


def test_withdrawing_takes_it_off(scene, put):
    put(going_well=ASK_SAM)
    withdraw_plan(actor=scene.actor("vs_head"), plan_id=scene.plan.pk, reason="By mistake.")
    assert not Ask.objects.open().exists()
