"""Year groups and ages in words."""

import datetime

_YEARS = {"R": "Reception", "N1": "Nursery 1", "N2": "Nursery 2"}


def year_words(year_group: str) -> str:
    """ "Year 4", "Reception", or "" when it is not known."""
    return _YEARS.get(year_group, f"Year {year_group}") if year_group else ""


def age_words(born: datetime.date, day: datetime.date) -> str:
    """ "3 years and 4 months"; months alone below two, as people speak of the youngest."""
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if months < 24:
        return f"{months} month{'s' if months != 1 else ''}"
    years, rest = divmod(months, 12)
    return f"{years} years and {rest} month{'s' if rest != 1 else ''}" if rest else f"{years} years"
