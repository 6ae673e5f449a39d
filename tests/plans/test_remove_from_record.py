"""One wrong answer is taken out of everything, and every other hash still holds."""

import json

import pytest
from django.apps import apps
from django.db import models

from pep_plugin import access
from pep_plugin.audit import holdings
from pep_plugin.files.models import PrivateFile
from pep_plugin.people.models import Child
from pep_plugin.plans import hashes
from pep_plugin.plans.actions import (
    ReasonMissing,
    RemovalNeedsAnother,
    agree_plan,
    ask_removal,
    remove_from_record,
    return_plan,
    start_plan,
)
from pep_plugin.plans.models import Plan, Submission
from pep_plugin.plans.reading import open_plan
from tests.plans.test_send_plan import send

WRONG = "Zephyrine wrote about another family altogether"


@pytest.fixture
def sent(scene, complete, save):
    """Sent, sent back, reworded, sent again and agreed: the wrong words lie in many tables."""
    complete()
    save("designated_teacher", "progress", base=1, going_well=f"{WRONG}, first wording.")
    send(scene)
    return_plan(actor=scene.actor("vs_adviser"), plan_id=scene.plan.pk, reason="Once more.")
    save("designated_teacher", "progress", base=2, going_well=f"{WRONG}, second wording.")
    submission = send(scene)
    agree_plan(actor=scene.actor("vs_head"), plan_id=scene.plan.pk)
    return submission


def everywhere(word: str) -> list[str]:
    """Every table of the package in which the word stands."""
    found = []
    for model in apps.get_app_config("pep_plugin").get_models():
        for row in model._default_manager.all():
            held = {
                field.attname: str(getattr(row, field.attname))
                for field in model._meta.concrete_fields
            }
            if word in json.dumps(held, ensure_ascii=False):
                found.append(model.__name__)
    return found


def remove(scene, path="progress.going_well", reason="About another child"):
    asked = ask_removal(
        actor=scene.actor("vs_adviser"), plan_id=scene.plan.pk, path=path, reason=reason
    )
    return remove_from_record(actor=scene.actor("vs_head"), request_id=asked.pk)


def test_the_words_are_gone_from_every_table(scene, sent):
    assert {"SectionAnswers", "SectionHistory", "Submission"} <= set(everywhere("Zephyrine"))

    remove(scene)

    assert everywhere("Zephyrine") == []


def test_in_their_place_stands_when_and_why(scene, sent):
    remove(scene)

    answer = open_plan(scene.actor("vs_head"), scene.plan.pk).answers["progress"]["going_well"]
    assert answer["removed"]["reason"] == "About another child"


def test_every_other_hash_still_verifies_and_the_salt_is_destroyed(scene, sent):
    before = sent.sha256
    remove(scene)

    for submission in Submission.objects.all():
        assert hashes.broken(submission) == []
        assert submission.digests["progress.going_well"]["salt"] == ""
    assert Submission.objects.get(pk=sent.pk).sha256 == before


def test_a_changed_answer_is_still_found_out(scene, sent):
    remove(scene)
    answers = Submission.objects.get(pk=sent.pk).answers
    answers["care"]["legal_status"]["value"] = "Tampered"
    Submission.objects.filter(pk=sent.pk).update(answers=answers)

    assert hashes.broken(Submission.objects.get(pk=sent.pk)) == ["care.legal_status"]


def test_words_carried_into_the_next_plan_go_too(scene, sent):
    start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    assert everywhere("Zephyrine").count("SectionAnswers") == 2

    remove(scene)

    assert everywhere("Zephyrine") == []


def test_a_target_goes_from_the_facts_too(scene, sent):
    start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    remove(scene, path="targets.targets")

    assert everywhere("I read a chapter aloud every week.") == []


def test_whoever_asked_may_not_carry_it_out(scene, sent):
    asked = ask_removal(
        actor=scene.actor("vs_head"),
        plan_id=scene.plan.pk,
        path="progress.going_well",
        reason="About another child",
    )
    with pytest.raises(RemovalNeedsAnother):
        remove_from_record(actor=scene.actor("vs_head"), request_id=asked.pk)
    assert "Submission" in everywhere("Zephyrine")


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "iro", "superuser"])
def test_nobody_outside_the_virtual_school_can_ask(scene, sent, role):
    with pytest.raises((access.Forbidden, Plan.DoesNotExist)):
        ask_removal(
            actor=scene.actor(role), plan_id=scene.plan.pk, path="progress.going_well", reason="x"
        )


def test_a_removal_wants_a_reason_and_an_answer(scene, sent):
    with pytest.raises(ReasonMissing):
        remove(scene, reason="  ")
    with pytest.raises(KeyError):
        remove(scene, path="progress.invented")


def test_carried_out_twice_it_changes_nothing(scene, sent):
    request = remove(scene)
    again = remove_from_record(actor=scene.actor("vs_adviser"), request_id=request.pk)

    assert again.done_by_id == scene.vs_head.pk


def _points_at(model: type[models.Model], wanted: set[type[models.Model]]) -> bool:
    return any(
        field.related_model in wanted
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.OneToOneField | models.ManyToManyField)
    )


def test_every_model_with_a_path_to_a_child_is_registered():
    every = set(apps.get_models())
    held: set[type[models.Model]] = {Child, PrivateFile}
    while grown := {model for model in every - held if _points_at(model, held)}:
        held |= grown

    missing = {model.__name__ for model in held - holdings.models_held()}
    assert not missing, "register what it holds beside the model, in its room's holdings.py"


def test_a_holding_that_removes_nothing_says_why():
    silent = [h.model.__name__ for h in holdings.everything() if h.remove is None and not h.reason]
    assert silent == []
