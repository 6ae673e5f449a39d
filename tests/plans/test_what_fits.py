"""An answer told under one form starts the next plan only where the next form can hold it."""

from types import SimpleNamespace

import pytest

from pep_plugin.plans.carrying import carried
from pep_plugin.sections.schema import Choice, Table
from tests.sections.asking import form, question, section

APPLE, PEAR = Choice("a", "Apple"), Choice("b", "Pear")


def passed_on(before, after, value):
    """What of the answer to ``before`` arrives at ``after``, under the same key."""
    sent = SimpleNamespace(
        pk=1,
        form=form(section(before)),
        answers={"part": {before.key: {"value": value}}},
        context={},
    )
    answer = carried(form(section(after)), sent, lambda day: 0).get("part", {}).get(after.key)
    return answer and answer["value"]


def test_a_choice_that_is_no_longer_offered_starts_empty():
    before = question("choice", choices=(APPLE, PEAR))
    assert passed_on(before, question("choice", choices=(APPLE,)), "a") == "a"
    assert passed_on(before, question("choice", choices=(APPLE,)), "b") is None
    many = question("choices", choices=(APPLE,))
    assert passed_on(question("choices", choices=(APPLE, PEAR)), many, ["a", "b"]) is None


@pytest.mark.parametrize("kind", ["date", "number", "table", "school", "choices"])
def test_words_do_not_become_another_kind_of_answer(kind):
    more = {"table": Table(columns=(question("text"),))} if kind == "table" else {}
    if kind == "choices":
        more = {"choices": (APPLE,)}
    assert passed_on(question("text"), question(kind, **more), "soon") is None


def test_a_row_leaves_behind_the_columns_that_the_next_form_does_not_have():
    def table(*keys):
        columns = tuple(question("text", key) for key in keys)
        return question("table", table=Table(columns=columns))

    rows = [{"id": "k3v9x2m4p7", "cells": {"one": {"value": "1"}, "two": {"value": "2"}}}]
    arrived = passed_on(table("one", "two"), table("two", "three"), rows)
    assert arrived == [{"id": "k3v9x2m4p7", "cells": {"two": {"value": "2"}}}]
    assert set(rows[0]["cells"]) == {"one", "two"}, "what was sent is not touched"
