"""Whatever is typed, of any kind: stored, put back, read again, it is the same."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pep_plugin.sections import answers, kinds
from tests.sections.asking import OF_EVERY_KIND

typed = st.one_of(
    st.text(st.characters(codec=None)),
    st.text("0123456789 /.-,:£%apm", max_size=12),
    st.dates().map(lambda day: f"{day.day}/{day.month}/{day.year:04}"),
    st.times().map(lambda time: f"{time:%H:%M}"),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.sampled_from(["yes", "No", "a", "Pear, ripe", "b; c", "3", "R201100018042", "T (123456)"]),
)
asked = st.sampled_from(OF_EVERY_KIND)
# Eighteen questions share the examples.
many = settings(max_examples=600)


@many
@given(asked, typed)
@example(OF_EVERY_KIND[3], "School (1)\n (123456)")
def test_what_is_read_can_be_put_back_and_read_again(question, text):
    kind = kinds.get(question.kind)
    answer = answers.read(question, text)
    if answer and "value" in answer:
        assert kind.parse(kind.raw(answer["value"], question), question) == answer["value"]


@many
@given(asked, typed)
def test_reading_never_fails_and_what_is_stored_is_json(question, text):
    answer = answers.read(question, text)
    assert json.loads(json.dumps(answer)) == answer
    assert all(isinstance(line, str) for line in answers.problems(question, answer))
    assert isinstance(answers.as_text(question, answer), str)


@many
@given(asked, typed)
def test_text_that_could_not_be_read_is_kept_says_why_and_counts_as_unanswered(question, text):
    answer = answers.read(question, text)
    if answer and "typed" in answer:
        assert answers.problems(question, answer)
        assert not answers.is_answered(question, answer)
        assert answers.as_text(question, answer) == answer["typed"]


@many
@given(asked, typed)
def test_every_export_column_is_filled_with_text(question, text):
    kind = kinds.get(question.kind)
    answer = answers.read(question, text) or {}
    exported = kind.export(answer.get("value"), question)
    assert set(exported) == {suffix for suffix, _heading in kind.export_columns(question)}
    assert all(isinstance(cell, str) for cell in exported.values())


@pytest.mark.parametrize("question", OF_EVERY_KIND, ids=lambda question: question.kind)
def test_the_sample_of_a_kind_is_right_by_its_own_rules(question):
    kind = kinds.get(question.kind)
    sample = kind.sample(question)
    assert not kind.is_blank(sample)
    assert kind.errors(sample, question) == []
    assert kind.parse(kind.raw(sample, question), question) == sample
    assert kind.as_text(sample, question)


def test_every_registered_kind_is_tried_here():
    tried = {question.kind for question in OF_EVERY_KIND} | {"table", "computed", "file"}
    assert tried == set(kinds.registered())
