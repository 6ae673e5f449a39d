"""Dates as people type them, and dates that are none."""

import pytest

from pep_plugin.sections import kinds
from tests.sections.asking import question

DATE = question("date")
KIND = kinds.get("date")


@pytest.mark.parametrize(
    "typed",
    [
        "27 3 2012",
        "27/3/2012",
        "27/03/2012",
        "27.03.12",
        "27-3-2012",
        "27 March 2012",
        "27th March 2012",
        "27th of March 2012",
        "27 mar 2012",
        "27-Mar-12",
        "Tuesday 27 March 2012",
        "Tue, 27 MARCH 2012",
        "27 March, 2012",
        "2012-03-27",
        "  27  3\n2012 ",
        "27\u00a03\u00a02012",
    ],
)
def test_a_date_is_read_in_the_forms_that_people_type(typed):
    assert KIND.parse(typed, DATE) == "2012-03-27"


@pytest.mark.parametrize(
    "typed",
    [
        "31 2 2026",
        "29 February 2026",
        "0 1 2026",
        "32 1 2026",
        "1 13 2026",
        "31 Feb",
        "soon",
        "27 Marble 2012",
        "March 2012",
        "1/2/3/4",
        "2012-13-01",
        "27 3 20123",
        "27032012",
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(typed):
    with pytest.raises(kinds.Unreadable, match=r"\.$"):
        KIND.parse(typed, DATE)


def test_the_29th_of_february_is_a_date_in_a_leap_year():
    assert KIND.parse("29 2 2024", DATE) == "2024-02-29"


def test_september_may_be_written_in_four_letters():
    assert KIND.parse("1 Sept 2026", DATE) == "2026-09-01"


def test_two_figures_mean_the_century_that_a_childs_record_can_mean():
    assert KIND.parse("1 1 49", DATE) == "2049-01-01"
    assert KIND.parse("1 1 50", DATE) == "1950-01-01"


def test_a_date_prints_with_the_month_in_words_and_no_leading_nought():
    assert KIND.as_text("2026-01-02", DATE) == "2 January 2026"


def test_nothing_typed_is_no_date():
    assert KIND.parse("  ", DATE) is None
    assert KIND.as_text(None, DATE) == ""
    assert KIND.raw(None, DATE) == ""


def test_a_year_outside_four_hundred_years_is_kept_and_reported():
    value = KIND.parse("0199-01-01", DATE)
    assert value == "0199-01-01"
    assert KIND.errors(value, DATE) == ["Enter a year between 1900 and 2199."]
