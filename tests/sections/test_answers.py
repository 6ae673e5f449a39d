"""An answer is an object: a value, a reason for none, or text that could not be read."""

import pytest

from pep_plugin.sections import answers, kinds
from tests.sections.asking import question


def test_nothing_typed_is_no_answer():
    assert answers.read(question("text"), "  \r\n") is None
    assert answers.read(question("date"), "") is None
    assert answers.read(question("number"), "\x00") is None


def test_text_that_cannot_be_read_is_kept_as_it_was_typed():
    assert answers.read(question("date"), "31 Feb") == {"typed": "31 Feb"}
    assert answers.read(question("number"), "about ten") == {"typed": "about ten"}


def test_even_unreadable_text_holds_nothing_that_a_database_refuses():
    assert answers.read(question("number"), "ten\x00\ud800") == {"typed": "ten"}


def test_several_texts_that_cannot_be_read_are_kept_as_one():
    asked = question("choices", choices="sen_need")
    assert answers.read(asked, ["MLD", "nonsense"]) == {"typed": "MLD; nonsense"}


def test_text_that_can_be_read_by_now_is_no_problem_and_still_unanswered():
    answer = {"typed": "27 3 2012"}
    assert answers.problems(question("date"), answer) == []
    assert not answers.is_answered(question("date"), answer)


@pytest.mark.parametrize("answer", [None, {}, {"value": None}, {"value": ""}, {"value": []}])
def test_a_blank_is_unanswered_and_compares_as_nothing(answer):
    assert not answers.is_answered(question("text"), answer)
    assert answers.content(answer) is None
    assert answers.as_text(question("text"), answer) == ""


def test_who_typed_it_and_when_are_not_compared():
    one = {"value": "x", "by": "a", "at": "2026-01-12T10:00:00+00:00"}
    two = {"value": "x", "by": "b", "at": "2026-01-13T10:00:00+00:00", "source": "word"}
    assert answers.content(one) == answers.content(two)


def test_for_whom_and_for_whose_eyes_are_compared():
    assert answers.content({"value": "x"}) != answers.content({"value": "x", "readers": ["iro"]})
    assert answers.content({"value": "x"}) != answers.content({"value": "x", "for": "child"})


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"value": "2026-01-12"}, "12 January 2026"),
        ({"none": "unknown", "ask": "social_worker"}, "Not known yet"),
        ({"none": "not_said"}, "Prefers not to say"),
        ({"none": "not_applicable"}, "Does not apply"),
        ({"typed": "31 Feb"}, "31 Feb"),
        (
            {"removed": {"on": "24 November 2026", "reason": "Another child’s"}},
            "Removed on 24 November 2026: Another child’s",
        ),
    ],
)
def test_every_answer_has_words(answer, words):
    assert answers.as_text(question("date"), answer) == words


def test_what_was_removed_counts_as_answered():
    assert answers.is_answered(question("text"), {"removed": {"on": "x", "reason": "y"}})


def test_an_answer_of_a_kind_no_longer_installed_is_shown_as_text():
    asked = question("of_somebody_elses")
    assert isinstance(kinds.get("of_somebody_elses"), kinds.UnknownKind)
    assert answers.as_text(asked, {"value": "blue"}) == "blue"
    assert answers.as_text(asked, {"value": {"shade": "ŵyrdd"}}) == '{"shade": "ŵyrdd"}'
    assert answers.is_answered(asked, {"value": "blue"})
