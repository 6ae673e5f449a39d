"""The columns of a list of children, and what a cell of each may hold.

An empty cell changes nothing. Sentences name the column and never repeat what stands in it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from pep_plugin.conf import today
from pep_plugin.exchange.reading import Heading
from pep_plugin.exchange.reading.workbook import ERROR, FORMULA
from pep_plugin.sections.kinds import Unreadable
from pep_plugin.sections.kinds.identifiers import NO_UPN_YET, compact, is_upn
from pep_plugin.sections.kinds.numbers import Date
from pep_plugin.sections.schema import Question
from pep_plugin.sections.text import normalise_text

HEADINGS = (
    Heading("council_number", required=True),
    Heading("first_name", required=True),
    Heading("last_name", required=True),
    Heading("preferred_name"),
    Heading("date_of_birth", required=True),
    Heading("upn"),
    Heading("looked_after_since", required=True),
    Heading("school_urn"),
    Heading("year_group"),
    Heading("social_worker_email"),
)
_REQUIRED = tuple(heading.name for heading in HEADINGS if heading.required)
#: Care ends at 18, and support as a care leaver at 25: older is a slip of the pen.
OLDEST = 25
_DATE = Question(key="date", label="Date", kind="date")
_READ_DATE = Date()
_FORMULA_SIGNS = ("=", "+", "-", "@")


class Bad(ValueError):
    """The cell is not taken; ``str()`` ends a sentence that begins with the column."""


def name(cell: str) -> str:
    value = " ".join(normalise_text(cell).split())
    if value.startswith(_FORMULA_SIGNS):
        raise Bad("begins like a formula. Enter the name itself.")
    if not any(character.isalpha() for character in value):
        raise Bad("holds no letter. Enter a name.")
    if len(value) > 100:
        raise Bad("is longer than 100 characters.")
    return value


def council_number(cell: str) -> str:
    value = normalise_text(cell)
    if value.startswith(_FORMULA_SIGNS):
        raise Bad("begins like a formula. Enter the number itself.")
    if len(value) > 40 or not value.isprintable():
        raise Bad("must be one line of at most 40 characters.")
    return value


@lru_cache(maxsize=20_000)
def date(cell: str) -> datetime.date:
    try:
        value = _READ_DATE.parse(cell, _DATE)
    except Unreadable:
        raise Bad("is not a date in the calendar. Enter one like 27/3/2012.") from None
    return datetime.date.fromisoformat(str(value))


def upn(cell: str) -> str:
    """The number, or "" for a code that says why there is none yet."""
    value = compact(cell)
    if value in NO_UPN_YET:
        return ""
    if not is_upn(value):
        raise Bad(
            "is not a UPN, which has 13 characters, a letter first. They do not fit together: "
            "check each one."
        )
    return value


def urn(cell: str) -> str:
    value = compact(cell)
    if not re.fullmatch(r"\d{6}", value):
        raise Bad("must be the six figures of a school’s URN.")
    return value


_YEAR_WORDS = {"RECEPTION": "R", "0": "R", "YR": "R", "NURSERY1": "N1", "NURSERY2": "N2"}
_YEAR_WORDS |= {"-2": "N1", "-1": "N2"}
_YEARS = frozenset({"R", "N1", "N2", *(str(number) for number in range(1, 15))})


def year_group(cell: str) -> str:
    """ "Year 4", "Y4", "04", "Reception" and "0" are what they mean."""
    value = "".join(cell.split()).upper()
    value = _YEAR_WORDS.get(value, value)
    for prefix in ("YEAR", "Y"):
        value = value.removeprefix(prefix)
    value = value.lstrip("0") or value
    if value not in _YEARS:
        raise Bad("must be R, N1, N2 or a year from 1 to 14.")
    return value


@lru_cache(maxsize=5_000)
def email(cell: str) -> str:
    value = cell.strip().casefold()
    try:
        validate_email(value)
    except ValidationError:
        raise Bad("is not an e-mail address.") from None
    if len(value) > 254:
        raise Bad("is not an e-mail address.")
    return value


_READERS: dict[str, Callable[[str], Any]] = {
    "council_number": council_number,
    "first_name": name,
    "last_name": name,
    "preferred_name": name,
    "date_of_birth": date,
    "upn": upn,
    "looked_after_since": date,
    "school_urn": urn,
    "year_group": year_group,
    "social_worker_email": email,
}


def read_child(row: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """(column -> value of every cell that holds something, sentences on what is wrong)."""
    values: dict[str, Any] = {}
    faults = []
    for column, cell in row.items():
        if not cell:
            continue
        if cell == FORMULA:
            faults.append(f"{column} holds a formula. Copy the column and paste it as values.")
        elif cell == ERROR:
            faults.append(f"{column} holds an error of the spreadsheet.")
        else:
            try:
                value = _READERS[column](cell)
            except Bad as bad:
                faults.append(f"{column} {bad}")
                continue
            if value != "":
                values[column] = value
    faults += [f"{column} is empty." for column in _REQUIRED if not row.get(column)]
    return values, faults + _dates(values)


def _dates(values: Mapping[str, Any]) -> list[str]:
    """Dates that are in the calendar and still cannot be."""
    born, since = values.get("date_of_birth"), values.get("looked_after_since")
    day = today()
    faults = []
    if born and born > day:
        faults.append("date_of_birth is in the future.")
    elif born and born.year < day.year - OLDEST:
        faults.append(f"date_of_birth is over {OLDEST} years ago. Check the year.")
    if since and since > day:
        faults.append("looked_after_since is in the future.")
    elif born and since and since < born:
        faults.append("looked_after_since is before date_of_birth.")
    return faults
