"""Times of day."""

import pytest

from pep_plugin.sections import kinds
from tests.sections.asking import question

TIME = question("time")
KIND = kinds.get("time")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2:30pm", "14:30"),
        ("2.30 pm", "14:30"),
        ("2.30 p.m.", "14:30"),
        ("14:30", "14:30"),
        ("2pm", "14:00"),
        ("9 AM", "09:00"),
        ("12am", "00:00"),
        ("12:15pm", "12:15"),
        ("midday", "12:00"),
        ("0:05", "00:05"),
    ],
)
def test_a_time_is_read_in_the_forms_that_people_type(typed, stored):
    assert KIND.parse(typed, TIME) == stored


@pytest.mark.parametrize(
    "typed", ["2", "25:00", "13pm", "0pm", "14:60", "2:5", "after lunch", "-1"]
)
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(kinds.Unreadable, match=r"like 2:30pm or 14:30\."):
        KIND.parse(typed, TIME)


@pytest.mark.parametrize(
    ("stored", "printed"),
    [("14:32", "2:32pm"), ("00:05", "12:05am"), ("12:00", "12:00pm"), ("09:00", "9:00am")],
)
def test_a_time_prints_in_twelve_hours(stored, printed):
    assert KIND.as_text(stored, TIME) == printed
