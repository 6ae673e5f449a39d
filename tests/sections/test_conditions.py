"""Conditions: when they hold, how they read in plain words, and that they survive as JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pep_plugin.sections import conditions
from pep_plugin.sections.conditions import All, Answered, AnyOf, Compares, Is, Not
from tests.sections.asking import every_condition

values = st.dictionaries(
    st.sampled_from(["context.year_group", "context.age", "care.legal_status", "a.b"]),
    st.one_of(
        st.none(),
        st.text(max_size=5),
        st.integers(-5, 100),
        st.lists(st.text(max_size=2)),
        st.just({"name": "Harrow Lane", "urn": ""}),
    ),
)


@given(every_condition)
def test_a_condition_survives_as_json(condition):
    data = json.loads(json.dumps(conditions.to_json(condition)))
    assert conditions.from_json(data) == condition


@given(every_condition, values)
def test_any_condition_can_be_asked_of_any_answers(condition, found):
    assert condition.holds(found) is not Not(condition).holds(found)


@given(every_condition)
def test_any_condition_has_words_and_says_what_it_looks_at(condition):
    words = condition.words()
    assert isinstance(words, str)
    for path in condition.paths():
        assert f"“{path}”" in words


def test_is_looks_at_one_choice_or_among_many():
    chosen = Is("support.sen_status", ("K", "E"))
    assert chosen.holds({"support.sen_status": "E"})
    assert chosen.holds({"support.sen_status": ["N", "K"]})
    assert not chosen.holds({"support.sen_status": "N"})
    assert not chosen.holds({})


def test_a_number_in_the_context_is_compared_like_one_that_was_typed():
    assert Is("context.age", ("8",)).holds({"context.age": 8})
    assert Compares("context.age", ">=", "4").holds({"context.age": 8})


@pytest.mark.parametrize(("how", "holds"), [("<", [1]), ("<=", [1, 2]), (">", [3]), (">=", [2, 3])])
def test_each_comparison(how, holds):
    compared = Compares("a.b", how, "2")
    assert [number for number in (1, 2, 3) if compared.holds({"a.b": str(number)})] == holds


@pytest.mark.parametrize("value", [None, "", "about ten", [], "NaN"])
def test_what_is_no_number_is_on_no_side_of_one(value):
    for how in conditions.COMPARISONS:
        assert not Compares("a.b", how, "2").holds({"a.b": value})


@pytest.mark.parametrize("blank", [None, "", [], {}])
def test_a_blank_is_not_an_answer(blank):
    assert not Answered("a.b").holds({"a.b": blank})
    assert Answered("a.b").holds({"a.b": "0"})


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Is("a.b", ("K", "E")), "“a.b” is K or E"),
        (Not(Is("a.b", ("K",))), "“a.b” is not K"),
        (Not(Answered("a.b")), "“a.b” is not answered"),
        (Compares("a.b", "<", "95"), "“a.b” is less than 95"),
        (All((Answered("a.b"), Is("c.d", ("x",)))), "“a.b” is answered and “c.d” is x"),
        (AnyOf((Answered("a.b"), Is("c.d", ("x",)))), "“a.b” is answered or “c.d” is x"),
        (
            All((Answered("a.b"), AnyOf((Is("c.d", ("x",)), Is("e.f", ("y",)))))),
            "“a.b” is answered and (“c.d” is x or “e.f” is y)",
        ),
    ],
)
def test_conditions_read_in_plain_words(condition, words):
    assert condition.words() == words


def test_a_condition_of_a_later_version_is_refused():
    with pytest.raises(ValueError, match="not known"):
        conditions.from_json({"phase_of_the_moon": "full"})
