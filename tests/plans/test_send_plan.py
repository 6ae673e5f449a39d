import pytest

from pep_plugin import access
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.plans import hashes, tokens
from pep_plugin.plans.actions import (
    NotReady,
    ReasonMissing,
    SomethingChanged,
    agree_plan,
    return_plan,
    save_answers,
    send_plan,
)
from pep_plugin.plans.models import Fact, Plan, Submission
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.states import State, WrongState
from tests.factories import FormVersionFactory


def token(scene, role):
    actor = scene.actor(role)
    return tokens.make(actor, open_plan(actor, scene.plan.pk))


def send(scene, role="designated_teacher", given=None):
    return send_plan(
        actor=scene.actor(role), plan_id=scene.plan.pk, token=given or token(scene, role)
    )


def test_sending_freezes_head_form_and_answers(scene, complete):
    complete()
    sent = send(scene)

    scene.child.last_name = "Thorne"
    scene.child.save()
    FormVersionFactory(data={**scene.plan.form_version.data, "title": "Newer words"})
    again = open_plan(scene.actor("vs_adviser"), scene.plan.pk)
    assert again.plan.state == State.SUBMITTED
    assert again.head["child"]["legal_name"] == "Maya Kestrel"
    assert again.form.title == "PEP for tests"
    assert again.answers["progress"]["going_well"]["value"] == "Loves explaining how things work."
    assert hashes.broken(sent) == []


def test_sending_twice_by_accident_is_one_submission(scene, complete):
    complete()
    given = token(scene, "designated_teacher")

    first = send(scene, given=given)
    second = send(scene, given=given)

    assert first.pk == second.pk
    assert Submission.objects.count() == 1


def test_a_page_drawn_before_somebody_saved_is_told_what_changed(scene, complete, save):
    complete()
    given = token(scene, "designated_teacher")
    save("social_worker", "care", base=1, legal_status="Interim care order")

    with pytest.raises(SomethingChanged) as told:
        send(scene, given=given)
    assert told.value.sections == ["care"]
    assert not Submission.objects.exists()


def test_what_is_missing_is_named_and_nothing_is_sent(scene, save):
    save("social_worker", "care", legal_status="Full care order")

    with pytest.raises(NotReady) as told:
        send(scene)
    assert [question.key for _section, question, _sentence in told.value.gaps] == [
        "going_well",
        "targets",
    ]
    assert Plan.objects.get(pk=scene.plan.pk).state == State.DRAFT


def test_text_that_could_not_be_read_blocks_sending(scene, complete):
    complete()
    save_answers(
        actor=scene.actor("designated_teacher"),
        plan_id=scene.plan.pk,
        section="progress",
        posted={"attendance": {"typed": "about ten"}},
        base_revision=1,
    )

    with pytest.raises(NotReady) as told:
        send(scene)
    assert [question.key for _section, question, _sentence in told.value.gaps] == ["attendance"]


@pytest.mark.parametrize("forged", ["", "nonsense", "eyJhIjoxfQ:1abc:xyz"])
def test_a_forged_token_sends_nothing(scene, complete, forged):
    complete()
    with pytest.raises(tokens.BadToken):
        send_plan(actor=scene.actor("designated_teacher"), plan_id=scene.plan.pk, token=forged)


def test_a_token_drawn_for_another_person_sends_nothing(scene, complete):
    complete()
    with pytest.raises(tokens.BadToken):
        send(scene, role="deputy", given=token(scene, "designated_teacher"))


def test_the_reviewing_officer_cannot_send(scene, complete):
    complete()
    with pytest.raises(access.Forbidden):
        send(scene, role="iro")


def test_sending_projects_the_targets_and_promises_the_documents(scene, complete):
    complete()
    sent = send(scene)

    fact = Fact.objects.get(table="targets")
    assert fact.data["area"] == "Reading"
    assert (fact.row_id, fact.is_dropped) == ("a1b2c3d4e5", False)
    assert OutboxItem.objects.get(kind="documents.make").object_id == sent.pk


def test_a_plan_sent_back_says_why_and_can_be_sent_again(scene, complete, save):
    complete()
    send(scene)
    return_plan(
        actor=scene.actor("vs_adviser"), plan_id=scene.plan.pk, reason="Say how you will know."
    )

    opened = open_plan(scene.actor("designated_teacher"), scene.plan.pk)
    assert opened.plan.returned_reason == "Say how you will know."
    save("designated_teacher", "progress", base=1, going_well="Reads a chapter in ten minutes.")
    second = send(scene)
    assert second.number == 2
    assert Submission.objects.get(number=1).answers["progress"]["going_well"]["value"] == (
        "Loves explaining how things work."
    )


def test_a_target_that_the_second_sending_no_longer_holds_is_marked_dropped(scene, complete, save):
    complete()
    send(scene)
    return_plan(actor=scene.actor("vs_adviser"), plan_id=scene.plan.pk, reason="One more.")
    row = {
        "id": "zz99zz99zz",
        "cells": {"area": {"value": "Maths"}, "target": {"value": "I count."}},
    }
    save("designated_teacher", "targets", base=1, targets=[row])
    send(scene)

    assert {fact.row_id: fact.is_dropped for fact in Fact.objects.all()} == {
        "a1b2c3d4e5": True,
        "zz99zz99zz": False,
    }


def test_sending_back_without_a_reason_is_refused(scene, complete):
    complete()
    send(scene)
    with pytest.raises(ReasonMissing):
        return_plan(actor=scene.actor("vs_adviser"), plan_id=scene.plan.pk, reason=" \n ")


def test_a_school_can_neither_send_back_nor_agree(scene, complete):
    complete()
    send(scene)
    for action in (agree_plan, lambda **given: return_plan(reason="No.", **given)):
        with pytest.raises(access.Forbidden):
            action(actor=scene.actor("designated_teacher"), plan_id=scene.plan.pk)


def test_an_agreed_plan_never_changes(scene, complete, save):
    complete()
    sent = send(scene)
    agree_plan(actor=scene.actor("vs_head"), plan_id=scene.plan.pk)

    with pytest.raises(WrongState):
        save("designated_teacher", "progress", base=1, going_well="Later.")
    with pytest.raises(WrongState):
        return_plan(actor=scene.actor("vs_head"), plan_id=scene.plan.pk, reason="Too late.")
    with pytest.raises(ValueError, match="never changed"):
        sent.save()
