"""Numbers and money: what is read, what is refused, and what is out of limits."""

import pytest

from pep_plugin.sections import kinds
from tests.sections.asking import question

NUMBER, MONEY = kinds.get("number"), kinds.get("money")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("12", "12"),
        ("007", "7"),
        ("7.50", "7.5"),
        (".5", "0.5"),
        ("-0", "0"),
        ("+3", "3"),
        ("1,234,567", "1234567"),
        ("1 000", "1000"),
        ("96.4%", "96.4"),
        ("100", "100"),
        ("123456789012345.123456", "123456789012345.123456"),
    ],
)
def test_a_number_is_kept_to_its_last_figure(typed, stored):
    assert NUMBER.parse(typed, question("number")) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "about ten",
        "1.2.3",
        "7,5",
        "1,23",
        "12 5",
        "1e5",
        "--1",
        ".",
        "%",
        "½",
        "٣",
        "NaN",
        "1" * 16,
    ],
)
def test_what_is_no_number_is_refused_and_never_guessed(typed):
    with pytest.raises(kinds.Unreadable, match=r"\.$"):
        NUMBER.parse(typed, question("number"))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("250", "250.00"),
        ("£250", "250.00"),
        ("£ 1,234.5", "1234.50"),
        ("-£3.20", "-3.20"),
        ("0.00", "0.00"),
        ("-0", "0.00"),
        ("1000000000000", "1000000000000.00"),
    ],
)
def test_money_is_kept_in_pounds_and_pence(typed, stored):
    assert MONEY.parse(typed, question("money")) == stored


@pytest.mark.parametrize("typed", ["£1.2.3", "1.005", "5%", "££5", "250 pounds", "£", "€5", "1,5"])
def test_what_is_no_money_is_refused(typed):
    with pytest.raises(kinds.Unreadable, match=r"\.$"):
        MONEY.parse(typed, question("money"))


@pytest.mark.parametrize(
    ("stored", "printed"),
    [("1234.50", "£1,234.50"), ("250.00", "£250"), ("-3.20", "-£3.20"), ("0.00", "£0")],
)
def test_money_prints_with_its_sign_and_no_empty_pence(stored, printed):
    assert MONEY.as_text(stored, question("money")) == printed


def test_a_number_out_of_limits_is_kept_and_reported():
    asked = question("number", limits={"min": 0, "max": 40, "whole": True})
    assert NUMBER.parse("41", asked) == "41"
    assert NUMBER.errors("41", asked) == ["Enter a number that is 40 or less."]
    assert NUMBER.errors("-1", asked) == ["Enter a number that is 0 or more."]
    assert NUMBER.errors("1.5", asked) == ["Enter a whole number, without a decimal point."]
    assert NUMBER.errors("40", asked) == []


def test_money_out_of_limits_is_reported():
    asked = question("money", limits={"min": 0})
    assert MONEY.errors("-1.00", asked) == ["Enter a number that is 0 or more."]
