"""Which form a child is asked: by the year taught in, else by the age, and by the setting.

A council's own forms are chosen by hand; these are the shipped ones, from the youngest on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EARLY_YEARS, PRIMARY, SECONDARY, POST_16 = "early-years", "primary", "secondary", "post-16"
IN_ORDER = (EARLY_YEARS, PRIMARY, SECONDARY, POST_16)

#: The first year group of each phase after Reception, and the age on 31 August that goes with it.
_FIRST_YEAR = ((POST_16, 12), (SECONDARY, 7), (PRIMARY, 1))
_YEAR_ONE_AGE = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form, and what decided: the year group, the setting, the age, or the council's choice."""

    form_key: str
    because: Literal["year_group", "reception", "setting", "age"]


def propose_form(*, age: int, year_group: str, setting: str, reception_form: str) -> Proposal:
    """The form for a child.

    ``age`` in years on 31 August before the school year; ``year_group`` as schools write it ("N1",
    "R", "4"), "" when it is not known; ``setting``: the phase of the school in the national
    register ("Nursery", "16 plus"), "" for none; ``reception_form``: "early-years" or "primary".
    """
    is_nursery = setting.strip().casefold().startswith("nursery")
    if year_group == "R":
        # Some children born in summer stay in the nursery for the year of Reception.
        return Proposal(EARLY_YEARS, "setting") if is_nursery else _reception(reception_form)
    if year_group.isdecimal() and int(year_group) > 0:
        return Proposal(_from_year(int(year_group)), "year_group")
    if year_group:
        return Proposal(EARLY_YEARS, "year_group")
    if is_nursery:
        return Proposal(EARLY_YEARS, "setting")
    if setting.strip().casefold() == "16 plus":
        return Proposal(POST_16, "setting")
    year = age - _YEAR_ONE_AGE + 1
    return Proposal(_from_year(year) if year > 0 else EARLY_YEARS, "age")


def _from_year(year: int) -> str:
    return next((phase for phase, first in _FIRST_YEAR if year >= first), EARLY_YEARS)


def _reception(reception_form: str) -> Proposal:
    return Proposal(EARLY_YEARS if reception_form == EARLY_YEARS else PRIMARY, "reception")
