"""Numbers that are worked out from others, and never typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pep_plugin.sections import answers, kinds
from pep_plugin.sections.conditions import Compares
from pep_plugin.sections.kinds.numbers import percent
from pep_plugin.sections.schema import Choice, Table
from tests.sections.asking import form, question, section

PERCENT = question("computed", limits={"how": "percent", "of": ["part", "whole"]})
SUM = question("computed", limits={"how": "sum", "of": ["a", "b"]})


def compute(asked, **values):
    return kinds.get("computed").compute(asked, values)


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [("54", "56", "96.4%"), ("1", "3", "33.3%"), ("56", "56", "100.0%"), ("0", "56", "0.0%")],
)
def test_a_percentage_has_one_decimal(part, whole, printed):
    value = compute(PERCENT, part=part, whole=whole)
    assert kinds.get("computed").as_text(value, PERCENT) == printed


def test_halves_are_rounded_up():
    assert percent(Decimal("1905"), Decimal("2000")) == "95.3"


def test_nothing_is_worked_out_of_what_is_missing_or_of_nought():
    assert compute(PERCENT, part="3") is None
    assert compute(PERCENT, part="3", whole=None) is None
    assert compute(PERCENT, part="0", whole="0") is None
    assert compute(PERCENT, part="3", whole="not a number") is None


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=2, max_size=2))
def test_a_sum_loses_nothing(numbers):
    found = compute(SUM, a=str(numbers[0]), b=str(numbers[1]))
    assert Decimal(found) == sum(numbers)


def test_a_condition_can_look_at_one_cell_of_a_table_by_way_of_a_worked_out_number():
    sessions = question(
        "table",
        "sessions",
        table=Table(
            rows="fixed",
            fixed_rows=(Choice("now", "Now"),),
            columns=(question("number", "attended"), question("number", "possible")),
        ),
    )
    shown = question(
        "computed",
        "percent",
        limits={"how": "percent", "of": ["sessions.now.attended", "sessions.now.possible"]},
    )
    why = question("long_text", "why", applies=Compares("part.percent", "<", "95"))
    whole = form(section(sessions, shown, why))

    def asked(attended):
        cells = {"attended": {"value": attended}, "possible": {"value": "100"}}
        given_answers = {"part": {"sessions": {"value": [{"id": "now", "cells": cells}]}}}
        return answers.Asked(whole, given_answers, {}).is_asked("part.why")

    assert asked("94")
    assert not asked("95")
    assert not answers.Asked(whole, {}, {}).is_asked("part.why")
    # A row that nobody has filled in yet.
    assert not answers.Asked(whole, {"part": {"sessions": {"value": []}}}, {}).is_asked("part.why")


def test_worked_out_answers_stand_among_the_typed_ones():
    part = section(question("number", "part"), question("number", "whole"), PERCENT)
    given_answers = {"part": {"value": "54"}, "whole": {"value": "56"}}
    assert answers.with_computed(part, given_answers) == {
        **given_answers,
        "thing": {"value": "96.4"},
    }
    assert answers.with_computed(part, {"part": {"value": "54"}}) == {"part": {"value": "54"}}


def test_a_cell_is_worked_out_from_its_row():
    row = {"part": {"value": "54"}, "whole": {"value": "56"}}
    assert answers.cell_value(PERCENT, row) == "96.4"
    assert answers.cell_text(PERCENT, row) == "96.4%"
    assert answers.cell_value(question("number", "part"), row) == "54"
    assert answers.cell_value(question("number", "gone"), row) is None
    assert answers.cell_text(question("number", "gone"), row) == ""
