"""'I do not know yet' is an answer: it says whom to ask and needs no script."""

import pytest

from pep_plugin.sections.schema import Question
from tests.entry.pages import draw, one_page, posted

PEOPLE = (("social_worker", "Sam Reid, social worker"),)
REQUIRED = Question(key="x", label="Why", required=True)


def test_a_required_question_offers_it_with_the_people_of_the_plan():
    html = str(draw(one_page(REQUIRED), people=PEOPLE))
    assert "I do not know yet" in html
    assert "Ask Sam Reid, social worker" in html


def test_an_optional_question_does_not():
    assert "I do not know yet" not in str(draw(one_page(Question(key="x", label="X"))))


def test_choosing_somebody_is_an_answer_and_continue_goes_on():
    page = posted(
        one_page(REQUIRED), people=PEOPLE, changes={"part-x__none": "unknown:social_worker"}
    )
    assert page.collect() == {"x": {"none": "unknown", "ask": "social_worker"}}
    assert page.is_valid()


def test_what_was_typed_counts_more():
    changes = {"part-x__none": "unknown:", "part-x": "Because"}
    assert posted(one_page(REQUIRED), changes=changes).collect() == {"x": {"value": "Because"}}


def test_it_can_be_taken_back():
    stored = {"x": {"none": "unknown", "ask": "social_worker"}}
    page = posted(one_page(REQUIRED), stored, changes={"part-x__none": ""})
    assert page.collect() == {"x": None}


@pytest.mark.parametrize(
    "answer",
    [
        {"none": "not_said"},
        {"none": "not_applicable"},
        {"none": "unknown", "ask": "the head of year"},
    ],
)
def test_a_reason_that_is_stored_is_offered_even_where_it_would_not_be(answer):
    page = posted(one_page(Question(key="x", label="X")), {"x": answer})
    assert page.collect() == {"x": answer}


def test_a_reason_that_nobody_knows_is_no_answer():
    page = posted(one_page(REQUIRED), changes={"part-x__none": "bribed:me"})
    assert page.collect() == {"x": None}
    assert not page.is_valid()
    assert [problem.sentence for problem in page.problems] == ["Answer “Why”."]
