"""Vectors of working days: bank holidays of England, 2025 and 2026."""

import datetime

import pytest

from pep_plugin.plans.clock import add_working_days, is_working_day
from pep_plugin.plans.terms import ensure_terms, term_for

D = datetime.date


@pytest.mark.parametrize(
    ("start", "ten", "twenty"),
    [
        (D(2026, 1, 12), D(2026, 1, 26), D(2026, 2, 9)),
        (D(2025, 12, 18), D(2026, 1, 6), D(2026, 1, 20)),
        (D(2026, 3, 23), D(2026, 4, 8), D(2026, 4, 22)),
        (D(2026, 4, 4), D(2026, 4, 20), D(2026, 5, 5)),
        (D(2026, 7, 20), D(2026, 8, 3), D(2026, 8, 17)),
    ],
)
def test_ten_and_twenty_working_days(start, ten, twenty):
    assert add_working_days(start, 10) == ten
    assert add_working_days(start, 20) == twenty


def test_a_council_may_close_on_days_of_its_own(settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "EXTRA_HOLIDAYS": ("2026-12-29",)}
    assert not is_working_day(D(2026, 12, 29))
    assert is_working_day(D(2026, 12, 30))


def test_the_last_day_to_send_is_a_working_day(db):
    assert all(is_working_day(term.last_day_to_send) for term in ensure_terms(2026))


def test_terms_that_a_council_changed_stay_as_they_are(db):
    term = ensure_terms(2026)[3]
    term.last_day_to_send = D(2026, 11, 27)
    term.save()
    ensure_terms(2026)
    term.refresh_from_db()
    assert term.last_day_to_send == D(2026, 11, 27)


def test_a_day_in_the_holidays_belongs_to_the_term_to_come(db):
    ensure_terms(2026)
    assert term_for(D(2026, 12, 28)).key == "spring"
    assert term_for(D(2027, 8, 10)).key == "autumn"
