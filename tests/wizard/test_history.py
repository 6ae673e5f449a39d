"""Every save of a section can be read by who may write there, and put back as one more save."""

import pytest
from django.urls import reverse

from pep_plugin.plans.actions import ask_removal, remove_from_record, save_answers
from pep_plugin.plans.models import RemovalRequest, SectionHistory
from pep_plugin.plans.reading import open_plan

WELL = "progress-going_well"


@pytest.fixture
def save(scene):
    """Save answers of a section as somebody, from what stands there now."""

    def saving(role, section="progress", source="wizard", **posted):
        actor = scene.actor(role)
        return save_answers(
            actor=actor,
            plan_id=scene.plan.pk,
            section=section,
            posted=posted,
            base_revision=open_plan(actor, scene.plan.pk).revisions.get(section, 0),
            source=source,
        )

    return saving


@pytest.fixture
def twice(save):
    """What is going well, written by the teacher and then by the deputy."""
    save("designated_teacher", going_well={"value": "Loves bridges."})
    save("deputy", going_well={"value": "Loves tunnels."})


def test_newest_first_with_who_and_what(twice, browser):
    teacher = browser("designated_teacher")
    teacher.open("history", "progress")
    words = teacher.words
    assert words.index("Tom Ashby, today at") < words.index("You, today at")
    assert words.index("Loves tunnels.") < words.index("Loves bridges.")


def test_an_earlier_answer_is_put_back_as_a_save_of_its_own(twice, browser):
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    assert "Loves tunnels." in teacher.words
    assert "Loves bridges." in teacher.words
    teacher.press("=", put_back="going_well", follow=True)
    assert "It is put back." in teacher.words
    assert "Put back from an earlier save" in teacher.words
    assert teacher.answer("progress", "going_well") == "Loves bridges."
    newest = SectionHistory.objects.order_by("-revision").first()
    assert (newest.revision, newest.source) == (3, "restored")
    assert newest.by == teacher.scene.designated_teacher


def test_what_somebody_changed_since_the_page_was_drawn_stays(twice, browser, save):
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    save("deputy", going_well={"value": "Loves towers."})
    teacher.press("=", put_back="going_well")
    assert teacher.page.status_code == 409
    assert "Loves towers." in teacher.words
    assert teacher.answer("progress", "going_well") == "Loves towers."
    teacher.press("=", put_back="going_well")
    assert teacher.answer("progress", "going_well") == "Loves bridges."


def test_only_what_was_chosen_comes_back(save, browser):
    both = {"going_well": {"value": "A"}, "attendance": {"value": "97"}}
    save("designated_teacher", **both)
    save("deputy", going_well={"value": "B"}, attendance={"value": "12"})
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    teacher.press("=", put_back="attendance")
    assert teacher.answer("progress", "attendance") == "97"
    assert teacher.answer("progress", "going_well") == "B"


def test_choosing_nothing_is_said(twice, browser):
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    teacher.press("=", put_back=[])
    assert teacher.page.status_code == 422
    assert "Choose what to put back." in teacher.words


def test_what_was_taken_away_comes_back_and_emptiness_does_not(save, browser):
    save("designated_teacher", going_well={"value": "Loves bridges."})
    save("deputy", going_well=None)
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    teacher.press("=", put_back="going_well")
    assert teacher.answer("progress", "going_well") == "Loves bridges."
    # The save that emptied it has nothing to give.
    teacher.open("restore", "progress", 2, 2)
    assert "stands in the plan already, or may not be put back" in teacher.words


def row(row_id, **cells):
    return {"id": row_id, "cells": {key: {"value": text} for key, text in cells.items()}}


def test_rows_that_were_added_since_stay_beside_those_that_come_back(save, browser):
    first, second = (
        row("a1b2c3d4e5", area="Reading", target="A chapter"),
        row("f6g7h8j9k0", area="Art"),
    )
    save("designated_teacher", "targets", targets={"value": [first]})
    save("deputy", "targets", targets={"value": [second]})
    teacher = browser("designated_teacher")
    teacher.open("restore", "targets", 1, 1)
    teacher.press("=", put_back="targets")
    rows = teacher.answer("targets", "targets")
    assert sorted(one["cells"]["area"]["value"] for one in rows) == ["Art", "Reading"]


def test_cells_come_back_and_what_was_written_beside_them_stays(save, browser):
    save("designated_teacher", "targets", targets={"value": [row("a1b2c3d4e5", area="Reading")]})
    later = row("a1b2c3d4e5", area="Art", target="A picture a week")
    save("deputy", "targets", targets={"value": [later]})
    teacher = browser("designated_teacher")
    teacher.open("restore", "targets", 1, 1)
    teacher.press("=", put_back="targets")
    (only,) = teacher.answer("targets", "targets")
    assert only["cells"]["area"]["value"] == "Reading"
    assert only["cells"]["target"]["value"] == "A picture a week"


def test_saves_while_one_types_are_one_line(save, browser):
    for text in ("Lo", "Loves", "Loves bridges."):
        save("designated_teacher", source="autosave", going_well={"value": text})
    teacher = browser("designated_teacher")
    teacher.open("history", "progress")
    assert teacher.text.count('class="pep-save"') == 1
    assert "Loves bridges." in teacher.words


def test_removed_words_are_in_no_save_and_never_come_back(twice, browser, scene):
    scene.plan.state = "returned"
    scene.plan.save()
    asker, doer = scene.actor("vs_adviser"), scene.actor("vs_head")
    ask_removal(
        actor=asker, plan_id=scene.plan.pk, path="progress.going_well", reason="Another child."
    )
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    remove_from_record(actor=doer, request_id=RemovalRequest.objects.get().pk)
    teacher.press("=", put_back="going_well", follow=True)
    assert "bridges" not in teacher.words
    teacher.open("history", "progress")
    assert "bridges" not in teacher.words
    assert "Another child." in teacher.words
    assert "bridges" not in str(list(SectionHistory.objects.values("changes")))


@pytest.mark.parametrize("role", ["designated_teacher", "deputy", "iro"])
def test_the_history_of_a_section_is_for_who_may_write_there(save, browser, role):
    save("social_worker", "care", legal_status={"value": "Full care order"})
    person = browser(role)
    assert person.open("history", "care").status_code == 404
    assert person.open("restore", "care", 1, 1).status_code == 404


def test_what_one_may_not_read_is_in_no_save(save, browser, scene):
    save("vs_head", "care", legal_status={"value": "Full care order", "readers": ["vs_head"]})
    save("vs_head", "care", no_contact={"value": "Nobody"})
    worker = browser("social_worker")
    worker.open("history", "care")
    assert "Nobody" in worker.words
    assert "Full care order" not in worker.words
    assert worker.open("restore", "care", 1, 1).status_code == 200
    assert "Full care order" not in worker.words
    path = worker.address("restore", "care", 1, 1)
    worker.client.post(path, {"put_back": "legal_status", "revision": "2"})
    assert SectionHistory.objects.count() == 2


def test_words_of_then_stay_as_closed_as_they_were(save, browser, scene):
    held = {"value": "In confidence", "readers_then": ["designated_teacher"]}
    save("designated_teacher", going_well={"value": "In confidence"})
    SectionHistory.objects.update(changes={"going_well": held})
    save("designated_teacher", going_well={"value": "For everybody"})
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    teacher.press("=", put_back="going_well")
    stored = open_plan(scene.actor("vs_head"), scene.plan.pk).answers["progress"]["going_well"]
    assert stored["readers_then"] == ["designated_teacher"]


def test_a_plan_that_was_sent_is_read_and_not_put_back(twice, browser, scene):
    scene.plan.state = "withdrawn"
    scene.plan.save()
    teacher = browser("designated_teacher")
    assert teacher.open("history", "progress").status_code == 200
    path = teacher.address("restore", "progress", 1, 1)
    response = teacher.client.post(path, {"put_back": "going_well", "revision": "2"})
    assert response.status_code == 409
    assert SectionHistory.objects.count() == 2


@pytest.mark.parametrize("revision", ["", "-1", "many", "9" * 30, "1\x00"])
def test_a_revision_that_is_none_overwrites_nothing_unseen(twice, browser, revision):
    teacher = browser("designated_teacher")
    path = teacher.address("restore", "progress", 1, 1)
    response = teacher.client.post(path, {"put_back": "going_well", "revision": revision})
    assert response.status_code == 409
    assert teacher.answer("progress", "going_well") == "Loves tunnels."


@pytest.mark.parametrize("save_of", [(7, 7), (0, 0), (2, 1)])
def test_a_save_that_is_not_there(twice, browser, save_of):
    teacher = browser("designated_teacher")
    first, last = save_of
    response = teacher.open("restore", "progress", first, last)
    assert response.status_code == (200 if last == 1 else 404)


def test_a_section_that_is_not_there(browser, scene):
    teacher = browser("designated_teacher")
    assert teacher.open("history", "nothing").status_code == 404
    assert (
        teacher.client.get(
            reverse("pep_plugin:history", args=[scene.child.pk, "progress"])
        ).status_code
        == 404
    )


def test_pressing_twice_is_one_save(twice, browser):
    teacher = browser("designated_teacher")
    teacher.open("restore", "progress", 1, 1)
    teacher.press("=", put_back="going_well")
    again = teacher.client.post(teacher.path, {"put_back": "going_well", "revision": "2"})
    assert again.status_code == 302
    assert SectionHistory.objects.count() == 3
