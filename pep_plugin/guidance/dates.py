"""The dates that a public page prints."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pep_plugin.conf import today
from pep_plugin.plans.models import Term


def year_at_a_glance() -> list[Term]:
    """The terms of this academic year, or of the next once this one is over."""
    now = Term.objects.at(today())
    return list(Term.objects.filter(academic_year=now.academic_year)) if now else []


def next_year() -> list[Term]:
    """The terms of the year after, as far as the council has checked them: no guess is printed."""
    now = Term.objects.at(today())
    if now is None:
        return []
    return list(Term.objects.filter(academic_year=now.academic_year + 1, is_checked=True))


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the year. ``until`` ends a stretch of time; None for a single day."""

    words: str
    day: datetime.date
    until: datetime.date | None = None
    is_over: bool = False
    is_deadline: bool = False


def moments(terms: list[Term]) -> list[Moment]:
    """What happens in these terms, in order: each term's meetings, and its last day to send."""
    now = today()
    found = []
    for term in terms:
        meetings = _("%(term)s: PEP meetings") % {"term": term.label}
        last = _("%(term)s: last day to send") % {"term": term.label}
        found += [
            Moment(meetings, term.starts, term.last_day_to_send, term.last_day_to_send < now),
            Moment(
                last, term.last_day_to_send, is_over=term.last_day_to_send < now, is_deadline=True
            ),
        ]
    return found
