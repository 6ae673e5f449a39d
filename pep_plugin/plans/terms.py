"""The terms of an academic year, as a start that a council edits."""

import datetime

from pep_plugin.conf import today
from pep_plugin.plans.clock import last_working_day
from pep_plugin.plans.models import Term

#: key, label, first day, last day, last day to send: (years after the year's start, month, day).
_USUAL = (
    ("autumn", "Autumn term", (0, 9, 1), (0, 12, 20), (0, 12, 11)),
    ("spring", "Spring term", (1, 1, 4), (1, 4, 1), (1, 3, 24)),
    ("summer", "Summer term", (1, 4, 12), (1, 7, 21), (1, 7, 2)),
)


def academic_year(day: datetime.date) -> int:
    """The year in which the academic year of a day began (it begins on 1 September)."""
    return day.year if day.month >= 9 else day.year - 1


def ensure_terms(year: int | None = None) -> list[Term]:
    """Last year's, this year's and next year's terms, made where missing; edited ones stay."""
    first = academic_year(today()) if year is None else year
    made = []
    for start in (first - 1, first, first + 1):
        for key, label, *days in _USUAL:
            begins, ends, send = (datetime.date(start + after, m, d) for after, m, d in days)
            term, _is_new = Term.objects.get_or_create(
                academic_year=start,
                key=key,
                defaults={
                    "label": f"{label} {begins.year}",
                    "starts": begins,
                    "ends": ends,
                    "last_day_to_send": last_working_day(send),
                },
            )
            made.append(term)
    return made


def term_for(day: datetime.date) -> Term:
    """The term of a day; made on the spot where a council has entered none for that year."""
    return Term.objects.at(day) or ensure_terms(academic_year(day))[3]
