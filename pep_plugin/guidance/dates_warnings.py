"""Days on which nobody works: an editor is told, and may have meant it all the same."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pep_plugin.conf import today
from pep_plugin.guidance.dates import next_year, year_at_a_glance
from pep_plugin.plans.clock import next_working_day, why_closed
from pep_plugin.plans.models import Term
from pep_plugin.sections.kinds.numbers import long_date


def of_day(what: str, day: datetime.date) -> str:
    """A sentence that names the day and the next working one; "" for a working day."""
    reason = why_closed(day)
    if not reason:
        return ""
    return _("%(what)s: %(day)s is %(reason)s. The next working day is %(next)s.") % {
        "what": what,
        "day": long_date(day),
        "reason": reason,
        "next": long_date(next_working_day(day)),
    }


def of_terms(terms: Iterable[Term]) -> list[str]:
    """For each last day to send that is no working day."""
    found = [
        of_day(_("%(term)s, last day to send") % {"term": term.label}, term.last_day_to_send)
        for term in terms
    ]
    return [words for words in found if words]


def of_page(page: Any) -> list[str]:
    """For each day to come on a page of dates: the terms' last days, and the page's own."""
    terms = [term for term in (*year_at_a_glance(), *next_year()) if term.ends >= today()]
    own = [(block.value["what"], block.value["day"]) for block in page.own_dates]
    found = [of_day(what, day) for what, day in own if day and day >= today()]
    return [*of_terms(terms), *(words for words in found if words)]


def after_saving(request: HttpRequest, page: Any) -> None:
    """Wagtail's hook after a page was made or changed: says it once more, in a message."""
    if getattr(page, "pep_kind", "") == "dates":
        for words in of_page(page):
            messages.warning(request, words)
