"""Numbers that are worked out from others, and never typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pep_plugin.sections import answers, definitions, kinds
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


SDQ = definitions.shipped()["primary"].question("health_wellbeing.sdq_band")


@pytest.mark.parametrize(
    ("total", "words"),
    [
        ("0", "Close to average"),
        ("13", "Close to average"),
        ("14", "Raised"),
        ("16", "Raised"),
        ("17", "High"),
        ("40", "High"),
    ],
)
def test_a_total_of_the_wellbeing_questionnaire_falls_into_a_band(total, words):
    assert compute(SDQ, sdq_total=total) == words
    assert kinds.get("computed").as_text(words, SDQ) == words


def test_there_is_no_band_without_a_total_or_below_the_lowest():
    assert compute(SDQ) is None
    assert compute(SDQ, sdq_total="ten") is None
    assert compute(SDQ, sdq_total="-1") is None


ABSENCE = definitions.shipped()["primary"].question("attendance.persistent_absence")


@pytest.mark.parametrize(
    ("attended", "possible", "words"),
    [
        ("100", "100", "No"),
        ("9004", "10000", "No"),
        ("90", "100", "Yes: 10% or more missed"),
        ("51", "100", "Yes: 10% or more missed"),
        ("50", "100", "Yes, severe: half or more missed"),
        ("0", "100", "Yes, severe: half or more missed"),
    ],
)
def test_persistent_absence_begins_at_a_tenth_missed_and_severe_at_a_half(
    attended, possible, words
):
    cells = {"attended": {"value": attended}, "possible": {"value": possible}}
    assert compute(ABSENCE, sessions=[{"id": "this_year", "cells": cells}]) == words


def test_nobody_is_absent_from_a_year_without_sessions():
    cells = {"attended": {"value": "0"}, "possible": {"value": "0"}}
    assert compute(ABSENCE, sessions=[{"id": "this_year", "cells": cells}]) is None
    assert compute(ABSENCE, sessions=[]) is None


GOOD_LEVEL = definitions.shipped()["early-years"].question("progress.early_years_good_level")
GOALS = [name.split(".")[1] for name in GOOD_LEVEL.limits["of"]]


def goals(**other):
    outcomes = {**dict.fromkeys(GOALS, "2"), **other}
    return [
        {"id": goal, "cells": {"outcome": {"value": outcome}}}
        for goal, outcome in outcomes.items()
        if outcome
    ]


def test_a_good_level_of_development_is_expected_in_all_twelve_goals():
    assert len(GOALS) == 12
    assert compute(GOOD_LEVEL, early_goals=goals()) == "Yes"
    # The goals of the other areas do not count.
    assert compute(GOOD_LEVEL, early_goals=goals(natural_world="1")) == "Yes"


@pytest.mark.parametrize("outcome", ["1", "A"])
@pytest.mark.parametrize("goal", ["listening", "patterns"])
def test_one_goal_that_is_not_expected_is_enough_against_it(goal, outcome):
    assert compute(GOOD_LEVEL, early_goals=goals(**{goal: outcome})) == "No"


def test_nothing_is_said_of_the_level_before_all_twelve_are_judged():
    assert compute(GOOD_LEVEL, early_goals=goals(writing="")) is None
    assert compute(GOOD_LEVEL, early_goals=[]) is None
    assert compute(GOOD_LEVEL) is None
