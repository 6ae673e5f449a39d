"""The terms of an academic year, as a start that a council edits."""

import datetime
from collections.abc import Sequence

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


def _usual(year: int) -> list[Term]:
    """The terms of one academic year as they usually lie; not saved."""
    made = []
    for key, label, *days in _USUAL:
        begins, ends, send = (datetime.date(year + after, m, d) for after, m, d in days)
        made.append(
            Term(
                academic_year=year,
                key=key,
                label=f"{label} {begins.year}",
                starts=begins,
                ends=ends,
                last_day_to_send=last_working_day(send),
            )
        )
    return made


def ensure_terms(year: int | None = None) -> list[Term]:
    """Last year's, this year's and next year's terms, made for a year that has none.

    A council with six terms keeps its six: what it changed or took away is not made again.
    """
    this = academic_year(today()) if year is None else year
    years = (this - 1, this, this + 1)
    known = set(
        Term.objects.filter(academic_year__in=years).values_list("academic_year", flat=True)
    )
    Term.objects.bulk_create(
        [term for start in years if start not in known for term in _usual(start)],
        ignore_conflicts=True,
    )
    return list(Term.objects.filter(academic_year__in=years))


def term_on(day: datetime.date) -> Term:
    """The term of a day, for looking: the usual one, unsaved, where a council entered none."""
    found = Term.objects.at(day)
    if found is not None:
        return found
    usual = _usual(academic_year(day))
    return next((term for term in usual if term.ends >= day), usual[-1])


def term_after(term: Term) -> Term:
    """The term that follows; the same one where none is known to follow it."""
    return Term.objects.filter(starts__gt=term.starts).order_by("starts").first() or term


def terms_since(day: datetime.date, term: Term, known: Sequence[Term]) -> int:
    """How many terms have begun after a day, up to and with ``term``; usual ones fill the gaps."""
    years = range(academic_year(day), term.academic_year + 1)
    entered = {one.academic_year for one in known}
    every = [*known, *(one for year in years if year not in entered for one in _usual(year))]
    return len({one.starts for one in every if day < one.starts <= term.starts})


def term_for(day: datetime.date) -> Term:
    """The term of a day, for a plan to belong to; made on the spot where there is none."""
    if Term.objects.at(day) is None:
        ensure_terms(academic_year(day))
    return term_on(day)
