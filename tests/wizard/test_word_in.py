"""A filled-in Word file comes back: compared answer by answer, taken over by choice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pep_plugin.documents.actions import bring_file as bringing
from pep_plugin.documents.models import FilledFile
from pep_plugin.documents.word.reader import Found
from pep_plugin.files.child import Refused
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.models import SectionAnswers, SectionHistory
from tests.factories import PlanFactory
from tests.wizard.conftest import Browser

GOING_WELL = "progress.going_well"


def row(row_id, **cells):
    return {"id": row_id, "cells": {key: {"value": value} for key, value in cells.items()}}


@pytest.fixture
def reads(monkeypatch):
    """What the reader finds in whatever file comes next; the reader has tests of its own."""

    def finding(answers, **more):
        found = Found(answers=answers, **more)
        monkeypatch.setattr(bringing, "read_filled", lambda data, form, **about: found)

    return finding


@pytest.fixture
def teacher(scene):
    return Browser(scene, "designated_teacher")


def bring(browser, name="filled.docx", data=b"PK filled in"):
    browser.path = browser.address("word_in")
    browser.page = browser.client.post(
        browser.path, {"file": SimpleUploadedFile(name, data)}, follow=True
    )
    if browser.page.redirect_chain:
        browser.path = browser.page.redirect_chain[-1][0]
    return browser


def save(scene, role="designated_teacher", section="progress", base=0, **answers):
    return save_answers(
        actor=scene.actor(role),
        plan_id=scene.plan.pk,
        section=section,
        posted={key: {"value": value} for key, value in answers.items()},
        base_revision=base,
    )


def test_what_the_plan_lacks_is_taken_unless_somebody_says_otherwise(teacher, reads, scene):
    reads({GOING_WELL: {"value": "Reads to Reception."}})

    bring(teacher)
    assert "Nothing yet" in teacher.words
    assert "Reads to Reception." in teacher.words
    assert not SectionAnswers.objects.filter(plan=scene.plan).exists(), "looking changes nothing"

    teacher.press("save", follow=True)

    assert teacher.answer("progress", "going_well") == "Reads to Reception."
    assert SectionHistory.objects.get(plan=scene.plan).source == "word"
    assert "1 answer was taken from the file" in teacher.words
    assert FilledFile.objects.get().applied_at


def test_where_both_say_something_the_plan_stands_until_one_chooses(teacher, reads, scene):
    save(scene, going_well="Loves maths.")
    reads({GOING_WELL: {"value": "Loves art."}})

    bring(teacher)
    teacher.press("save", follow=True)
    assert teacher.answer("progress", "going_well") == "Loves maths."

    teacher.press("save", **{f"take-{GOING_WELL}": "file"})
    assert teacher.answer("progress", "going_well") == "Loves art."


def test_two_long_texts_can_both_be_kept(teacher, reads, scene):
    save(scene, going_well="Loves maths.")
    reads({GOING_WELL: {"value": "Loves art."}})

    bring(teacher)
    teacher.press("save", **{f"take-{GOING_WELL}": "both"})

    assert teacher.answer("progress", "going_well") == "Loves maths.\n\nLoves art."


def test_rows_are_compared_cell_by_cell_and_new_ones_come_as_a_whole(teacher, reads, scene):
    first = row("aaaaaaaaaa", area="Reading", target="A chapter a week")
    save(scene, section="targets", targets=[first])
    changed = row("aaaaaaaaaa", area="Reading", target="Two chapters a week", from_to="1 to 2")
    reads({"targets.targets": {"value": [changed, row("bbbbbbbbbb", area="Maths")]}})

    bring(teacher)
    assert "a new target" in teacher.words
    teacher.press("save", **{"take-targets.targets:aaaaaaaaaa.target": "file"})

    one, two = teacher.answer("targets", "targets")
    assert one["cells"]["target"]["value"] == "Two chapters a week"
    assert one["cells"]["from_to"]["value"] == "1 to 2"
    assert two["cells"]["area"]["value"] == "Maths"


def test_a_row_that_the_file_has_lost_stays_in_the_plan(teacher, reads, scene):
    save(scene, section="targets", targets=[row("aaaaaaaaaa", area="Reading")])
    reads({"targets.targets": {"value": [row("bbbbbbbbbb", area="Maths")]}})

    bring(teacher)
    teacher.press("save")

    assert [r["id"] for r in teacher.answer("targets", "targets")] == ["aaaaaaaaaa", "bbbbbbbbbb"]


def test_what_cannot_be_read_says_so_beside_it_and_is_kept_as_typed(teacher, reads):
    reads({"progress.attendance": {"typed": "about ten"}})

    bring(teacher)
    assert "about ten" in teacher.words
    assert teacher.page.content.count(b"pep-error") == 1
    teacher.press("save")

    assert teacher.answer("progress", "attendance") == "about ten"


def test_text_beside_the_questions_can_be_given_to_one(teacher, reads, scene):
    save(scene, going_well="Loves maths.")
    reads({}, unplaced=[{"text": "And she sings.", "near": "Learning"}])

    bring(teacher)
    assert "And she sings." in teacher.words
    teacher.press("save", **{"loose-0": GOING_WELL})

    assert teacher.answer("progress", "going_well") == "Loves maths.\n\nAnd she sings."


def test_what_others_write_is_theirs_to_take(teacher, reads, scene, browser):
    reads({"care.legal_status": {"value": "CANARY order"}, GOING_WELL: {"value": "Reads."}})

    bring(teacher)
    assert "CANARY" not in teacher.text
    assert "Care and family" in teacher.words

    worker = browser("social_worker")
    worker.open("word_in_compare", str(FilledFile.objects.get().pk))
    assert "CANARY order" in worker.words
    worker.press("save")
    assert worker.answer("care", "legal_status") == "CANARY order"


def test_notes_and_comments_of_a_file_are_for_who_brought_it(teacher, reads, scene, browser):
    reads(
        {GOING_WELL: {"value": "Reads."}},
        unplaced=[{"text": "CANARY text", "near": ""}],
        comments=[{"text": "CANARY comment", "path": ""}],
    )
    bring(teacher)
    assert "CANARY comment" in teacher.words

    worker = browser("social_worker")
    worker.open("word_in_compare", str(FilledFile.objects.get().pk))
    assert "CANARY" not in worker.text


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(teacher, reads, scene):
    save(scene, going_well="Loves maths.")
    reads({GOING_WELL: {"value": "Loves art."}, "progress.attendance": {"value": "97"}})
    bring(teacher)
    save(scene, "deputy", base=1, going_well="Loves maths and music.")

    page = teacher.press("save", **{f"take-{GOING_WELL}": "file"})

    assert page.status_code == 409
    assert "Loves maths and music." in teacher.words
    assert teacher.answer("progress", "going_well") == "Loves maths and music."
    assert teacher.answer("progress", "attendance") == "97", "the rest is saved"


def test_saving_the_same_choices_twice_changes_nothing_more(teacher, reads, scene):
    reads({GOING_WELL: {"value": "Reads."}})
    bring(teacher)
    fields = teacher.fields()
    teacher.client.post(teacher.path, dict(fields.lists()))
    teacher.client.post(teacher.path, dict(fields.lists()))

    assert SectionHistory.objects.filter(plan=scene.plan).count() == 1


@pytest.mark.parametrize("whose", [{"differs": ["child"]}, {"reference": "PEP-0000-0000"}])
def test_a_file_of_another_child_is_told_and_not_kept(teacher, reads, scene, whose):
    reads({GOING_WELL: {"value": "CANARY"}}, **whose)

    bring(teacher)

    assert teacher.page.status_code == 422
    assert "another child’s PEP" in teacher.words
    assert not FilledFile.objects.exists()
    assert not PrivateFile.objects.exists()


def test_a_file_of_an_earlier_plan_of_the_same_child_is_explained(teacher, reads, scene):
    earlier = PlanFactory(child=scene.child, signed_off=True)
    reads({GOING_WELL: {"value": "Reads."}}, reference=earlier.reference)

    bring(teacher)

    assert "earlier PEP of the same child" in teacher.words


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "The file is empty"), (None, "Choose a file first")],
)
def test_no_file_and_an_empty_one_say_what_to_do(teacher, data, sentence):
    if data is None:
        teacher.path = teacher.address("word_in")
        teacher.page = teacher.client.post(teacher.path, {})
    else:
        bring(teacher, data=data)

    assert teacher.page.status_code == 422
    assert sentence in teacher.words


def test_a_file_that_cannot_be_read_says_why(teacher, monkeypatch):
    def refuse(data, form, **about):
        raise Refused("The file has a password. Take it off and try again.")

    monkeypatch.setattr(bringing, "read_filled", refuse)
    bring(teacher)

    assert teacher.page.status_code == 422
    assert "Take it off and try again." in teacher.words


def test_a_page_of_differences_that_somebody_tampered_with_is_refused(teacher, reads, scene):
    reads({GOING_WELL: {"value": "Reads."}})
    bring(teacher)

    page = teacher.press("save", drawn="tampered")

    assert page.status_code == 400
    assert not SectionAnswers.objects.filter(plan=scene.plan).exists()


def test_a_text_cannot_be_given_to_a_question_that_was_not_offered(teacher, reads, scene):
    reads({}, unplaced=[{"text": "Stray", "near": ""}])
    bring(teacher)

    teacher.press("save", **{"loose-0": "care.no_contact"})

    assert not SectionAnswers.objects.filter(plan=scene.plan).exists()


def test_once_the_plan_is_sent_nothing_is_brought_in(teacher, reads, scene):
    reads({GOING_WELL: {"value": "Reads."}})
    type(scene.plan).objects.filter(pk=scene.plan.pk).update(state="submitted")

    bring(teacher)

    assert teacher.page.status_code == 409
    assert not FilledFile.objects.exists()


@pytest.mark.parametrize("who", ["iro", "web_editor", "superuser"])
def test_who_writes_nothing_brings_nothing(scene, who, reads):
    reads({GOING_WELL: {"value": "Reads."}})

    page = Browser(scene, who)
    bring(page)

    assert page.page.status_code in (403, 404)
    assert not FilledFile.objects.exists()
