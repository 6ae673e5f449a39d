"""What the review of a last target says next: kept, followed by a smaller step, or done."""

import pytest

from pep_plugin.plans.actions import ask_removal, remove_from_record, save_answers, start_plan
from pep_plugin.plans.facts import project
from pep_plugin.plans.models import SectionAnswers, SectionHistory
from tests.factories import PlanFactory, live_primary


@pytest.fixture
def following(scene):
    """Maya's second plan; the first had sample targets, sent and agreed."""
    live_primary()
    first = PlanFactory(child=scene.child, signed_off=True)
    project(first.submissions.get())
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    scene.__dict__["plan"] = plan
    return scene


def answer(scene, section, key):
    row = SectionAnswers.objects.filter(plan=scene.plan, section=section).first()
    return (row.data.get(key) if row else None) or {}


def set_targets(scene):
    return answer(scene, "targets", "targets").get("value", [])


def review(scene, step, role="designated_teacher", number=0):
    """Say of one last target what comes next; its id."""
    row = SectionAnswers.objects.get(plan=scene.plan, section="last_targets")
    rows = [{**one, "cells": {**one["cells"]}} for one in row.data["review"]["value"]]
    rows[number]["cells"]["next_step"] = {"value": step}
    save_answers(
        actor=scene.actor(role),
        plan_id=scene.plan.pk,
        section="last_targets",
        posted={"review": {"value": rows}},
        base_revision=row.revision,
    )
    return rows[number]["id"]


def sent(scene, row_id):
    rows = scene.plan.previous.submissions.get().answers["targets"]["targets"]["value"]
    return next(row for row in rows if row["id"] == row_id)["cells"]


def test_a_kept_target_is_the_same_one_for_life_without_its_day(following):
    row_id = review(following, "keep")
    [row] = set_targets(following)
    then = sent(following, row_id)
    assert row["id"] == row["from_row"] == row_id
    for column in ("area", "target", "from_to", "who_does_what"):
        assert row["cells"][column]["value"] == then[column]["value"]
    assert not row["cells"].keys() & {"by_when", "child_agrees"}


def test_a_smaller_step_says_nothing_but_the_area_and_where_it_comes_from(following):
    row_id = review(following, "smaller_step")
    [row] = set_targets(following)
    assert row["from_row"] == row_id
    assert row["id"] != row_id
    assert row["cells"] == {"area": {"value": sent(following, row_id)["area"]["value"]}}


@pytest.mark.parametrize("step", ["close", "replace", "before_us"])
def test_what_is_done_or_was_never_ours_goes_nowhere(following, step):
    review(following, step)
    assert set_targets(following) == []


def test_whoever_thinks_again_finds_what_they_said_last(following):
    row_id = review(following, "keep")
    review(following, "smaller_step")
    [row] = set_targets(following)
    assert (row["from_row"], row["id"] == row_id) == (row_id, False)
    review(following, "close")
    assert set_targets(following) == []


def test_what_somebody_typed_into_the_row_since_stays(following):
    review(following, "smaller_step")
    [row] = set_targets(following)
    row["cells"]["target"] = {"value": "I read one page aloud."}
    held = SectionAnswers.objects.get(plan=following.plan, section="targets")
    save_answers(
        actor=following.actor("designated_teacher"),
        plan_id=following.plan.pk,
        section="targets",
        posted={"targets": {"value": [row]}},
        base_revision=held.revision,
    )
    review(following, "close")
    assert set_targets(following)[0]["cells"]["target"]["value"] == "I read one page aloud."


def test_a_row_that_was_taken_off_does_not_come_back_by_saving_the_review_again(following):
    review(following, "keep")
    held = SectionAnswers.objects.get(plan=following.plan, section="targets")
    save_answers(
        actor=following.actor("designated_teacher"),
        plan_id=following.plan.pk,
        section="targets",
        posted={"targets": {"value": []}},
        base_revision=held.revision,
    )
    review(following, "keep")
    review(following, "keep", number=1)
    assert [row["from_row"] for row in set_targets(following)] == [
        answer(following, "last_targets", "review")["value"][1]["id"]
    ]


def test_it_is_a_save_of_its_own_in_the_history(following):
    review(following, "keep")
    save = SectionHistory.objects.get(plan=following.plan, section="targets")
    assert (save.source, save.by) == ("carried", following.designated_teacher)


def test_words_that_were_wrong_then_are_taken_out_of_the_kept_target_too(following):
    row_id = review(following, "keep")
    words = sent(following, row_id)["target"]["value"]
    request = ask_removal(
        actor=following.actor("vs_head"),
        plan_id=following.plan.previous_id,
        path="targets.targets",
        reason="About another child.",
    )
    remove_from_record(actor=following.actor("vs_admin"), request_id=request.pk)
    assert all(
        row["cells"].get("target", {}).get("value") != words for row in set_targets(following)
    )


def test_a_review_of_nothing_costs_nothing(scene, save):
    save("designated_teacher", "progress", going_well="Well.")
    assert not SectionHistory.objects.filter(plan=scene.plan, section="targets").exists()
