"""What was typed into a question that somebody else's save has hidden since is kept, and said."""

import pytest

from pep_plugin.sections import answers
from tests.factories import council, live_primary
from tests.wizard.conftest import Browser


@pytest.fixture
def pair(db):
    """The designated teacher and the deputy, on the primary form."""
    live_primary()
    scene = council()
    return Browser(scene, "designated_teacher"), Browser(scene, "deputy")


def answer_suspended(person, answer):
    person.open("step", "attendance-2")
    return person.press("later", **{"attendance-2-suspended": answer})


def test_a_whole_page_that_is_gone_is_still_taken_in(pair):
    teacher, deputy = pair
    answer_suspended(teacher, "yes")
    assert teacher.open("step", "attendance-3").status_code == 200
    row_id = teacher.fields()["attendance-3-suspensions-rows"]
    answer_suspended(deputy, "no")
    response = teacher.press(**{f"attendance-3-suspensions-{row_id}-sessions": "4"})
    assert response.url == teacher.address("plan") + "?note=hidden"
    teacher.open("plan", note="hidden")
    assert "it is kept, and not printed" in teacher.words
    assert teacher.open("step", "attendance-3").status_code == 404
    answer_suspended(deputy, "yes")
    teacher.open("step", "attendance-3")
    assert teacher.fields()[f"attendance-3-suspensions-{row_id}-sessions"] == "4"


def test_continue_passes_over_a_page_on_which_nothing_is_asked(pair):
    teacher, _deputy = pair
    teacher.open("step", "attendance-2")
    response = teacher.press(**{"attendance-2-suspended": "yes"})
    assert response.url == teacher.address("step", "attendance-3")
    teacher.open("step", "attendance-2")
    response = teacher.press(**{"attendance-2-suspended": "no"})
    assert response.url == teacher.address("plan") + "?note=saved"


def test_an_answer_brings_its_question_onto_the_same_page(pair):
    _teacher, deputy = pair
    worker = Browser(deputy.scene, "social_worker")
    worker.open("step", "care")
    assert "care-planned_move_education" not in worker.fields()
    sample = answers.sample(worker.opened().form)["care"]
    given = {f"care-{key}": sample[key]["value"] for key in ("legal_status", "placement_type")}
    dates = {f"care-placement_since_{part}": text for part, text in enumerate(("1", "9", "2026"))}
    response = worker.press(**{**given, **dates, "care-planned_move": "yes"})
    assert response.url.endswith("?note=more"), worker.words
    worker.open("step", "care", note="more")
    assert "They bring another question onto this page." in worker.words
    assert "care-planned_move_education" in worker.fields()
