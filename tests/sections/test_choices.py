"""Choosing one, many, yes or no, and a step of a scale."""

import pytest

from pep_plugin.sections import kinds
from pep_plugin.sections.schema import Choice
from tests.sections.asking import CHOICES, question

ONE, MANY = question("choice", choices=CHOICES), question("choices", choices=CHOICES)


@pytest.mark.parametrize("typed", ["b", "Pear, ripe", "PEAR, RIPE", " b "])
def test_an_option_is_named_by_its_code_or_its_label(typed):
    assert kinds.get("choice").parse(typed, ONE) == "b"


@pytest.mark.parametrize("typed", ["d", "B", "Apple Plum"])
def test_what_is_not_on_the_list_is_refused(typed):
    with pytest.raises(kinds.Unreadable, match="is not one of the choices"):
        kinds.get("choice").parse(typed, ONE)


def test_a_code_is_understood_before_a_label_that_looks_like_it():
    asked = question("choice", choices=(Choice("x", "4"), Choice("4", "Four")))
    assert kinds.get("choice").parse("4", asked) == "4"


def test_many_are_kept_once_each_in_the_order_of_the_list():
    kind = kinds.get("choices")
    assert kind.parse(["c", "a", "c"], MANY) == ["a", "c"]
    assert kind.parse("Plum; Pear, ripe", MANY) == ["b", "c"]
    assert kind.parse([], MANY) is None
    assert kind.as_text(["a", "b"], MANY) == "Apple; Pear, ripe"


def test_one_wrong_option_among_many_is_refused():
    with pytest.raises(kinds.Unreadable):
        kinds.get("choices").parse(["a", "z"], MANY)


def test_a_code_that_the_list_no_longer_holds_stands_for_itself():
    assert kinds.get("choice").as_text("gone", ONE) == "gone"


def test_a_list_that_is_no_longer_installed_leaves_the_code():
    asked = question("choice", choices="a_list_of_somebody_elses")
    assert kinds.get("choice").as_text("X1", asked) == "X1"


def test_a_scale_in_numbers_begins_at_nought():
    asked = question("scale", limits={"points": 5})
    assert kinds.get("scale").parse("0", asked) == "0"
    assert kinds.get("scale").parse("5", asked) == "5"
    with pytest.raises(kinds.Unreadable):
        kinds.get("scale").parse("6", asked)


def test_codes_are_exported_beside_their_labels():
    assert kinds.get("choice").export("b", ONE) == {"": "Pear, ripe", "code": "b"}
    assert kinds.get("choices").export(["a", "c"], MANY) == {"": "Apple; Plum", "code": "a; c"}


def test_more_than_the_most_are_kept_and_said():
    asked = question("choices", choices=CHOICES, limits={"max_choices": 2})
    assert kinds.get("choices").errors(["a", "b", "c"], asked) == [
        "Choose 2 at most. You have chosen 3."
    ]
    assert kinds.get("choices").errors(["a", "b"], asked) == []
