"""Working days and the first due dates. Rules as editable data come with their own screens."""

import datetime
from functools import lru_cache

import holidays

from pep_plugin.conf import conf
from pep_plugin.people.models import Child
from pep_plugin.plans.models import Term
from pep_plugin.plans.states import Kind

#: A first PEP must be ready for the first review of the care plan: within 20 working days of
#: coming into care (Care Planning Regulations 2010, reg 33(1); statutory guidance 2018).
FIRST_PLAN_WORKING_DAYS = 20


_WEEKEND = {5: "a Saturday", 6: "a Sunday"}


@lru_cache(maxsize=16)
def _bank_holidays(year: int) -> dict[datetime.date, str]:
    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year, language="en_GB"))


def is_working_day(day: datetime.date) -> bool:
    """Monday to Friday, no bank holiday in England, not closed by the council."""
    return not why_closed(day)


def why_closed(day: datetime.date) -> str:
    """ "a Saturday", "Good Friday", "a day on which the council is closed"; "" on a working day."""
    if day.weekday() in _WEEKEND:
        return _WEEKEND[day.weekday()]
    if day in _bank_holidays(day.year):
        return _bank_holidays(day.year)[day]
    if day.isoformat() in {str(closed) for closed in conf.EXTRA_HOLIDAYS}:
        return "a day on which the council is closed"
    return ""


def add_working_days(day: datetime.date, count: int) -> datetime.date:
    """The ``count``-th working day after ``day``; the day after the start is day one."""
    while count > 0:
        day += datetime.timedelta(days=1)
        count -= is_working_day(day)
    return day


def last_working_day(day: datetime.date) -> datetime.date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= datetime.timedelta(days=1)
    return day


def next_working_day(day: datetime.date) -> datetime.date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += datetime.timedelta(days=1)
    return day


def due_on(child: Child, kind: str, term: Term) -> datetime.date:
    """When a plan is due: a first one by the first review, any other by the term's last day."""
    if kind == Kind.INITIAL:
        return add_working_days(child.looked_after_since, FIRST_PLAN_WORKING_DAYS)
    return term.last_day_to_send
