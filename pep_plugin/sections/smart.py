"""Is a target SMART: specific, measurable, achievable, relevant, time-bound? Five lights.

Rules of thumb over what stands in a row of the targets table. They say what is missing in general
words, never write anything about the child, and never stand in the way of saving or sending.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.numbers import long_date

#: A target may run so many days beyond the next PEP.
DAYS_BEYOND_NEXT_PEP = 14
#: So few words name a subject, not a thing to be reached.
_FEWEST_WORDS = 3

_SENTENCE_END = re.compile(r"[.!?;]\s+(?=\S)")
_TWO_THINGS = re.compile(r"\band (?:I|to)\b|\bas well as\b|\band also\b|\bplus\b", re.I)
_NUMBER = re.compile(
    r"\d|%|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|once|twice|half"
    r"|all|every|each|none|no|never|always|first|daily|weekly)\b",
    re.I,
)
_OBSERVED = re.compile(
    r"\b(without|alone|independently|by (my|him|her|them)sel\w+|on (my|his|her|their) own|unaided"
    r"|aloud|grade|level|band|stage|phase|score|age|expected|towards|greater depth|secure|pass"
    r"|merit|distinction|seen|heard|shows?|can)\b",
    re.I,
)
_FROM_TO = re.compile(r"\S\s*(?:→|->|–>|=>)\s*\S|\S.*\bto\b\s*\S|\binstead of\b", re.I)
_BASELINE = re.compile(
    r"\b(now|at present|at the moment|currently|so far|already|today|from|was|were|baseline)\b",
    re.I,
)
_REASON = re.compile(
    r"\b(because|so that|in order to|as shown|assessment|questionnaire|sdq|ehcp?|health and care"
    r" plan|review|report|screening|test)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one of the five words asks, and an example of nobody."""

    key: str
    name: str
    means: str
    example: str


@dataclass(frozen=True, slots=True)
class Light:
    """One of the five for one target. ``advice``: what would light it, "" once it is lit."""

    meaning: Meaning
    advice: str

    @property
    def is_lit(self) -> bool:
        return not self.advice


MEANINGS = (
    Meaning("specific", "Specific", "One thing", "“I can read a whole chapter to my carer.”"),
    Meaning(
        "measurable",
        "Measurable",
        "A number, or something that can be seen",
        "“From 20 words a minute to 40.”",
    ),
    Meaning(
        "achievable",
        "Achievable",
        "It starts from where things are now",
        "“From one lesson a day with help to three without.”",
    ),
    Meaning(
        "relevant",
        "Relevant",
        "It answers a need",
        "“Because the reading test in September showed slow decoding.”",
    ),
    Meaning(
        "time_bound",
        "Time-bound",
        "A date not long after the next PEP",
        "“By the end of the spring term.”",
    ),
)


def lights(
    cells: Mapping[str, Answer],
    *,
    next_pep: datetime.date | None = None,
    begins: datetime.date | None = None,
) -> tuple[Light, ...]:
    """The five lights of one target. ``begins``: the day before which no target ends."""
    advice = {
        "specific": _specific(_text(cells, "target")),
        "measurable": _measurable(_text(cells, "from_to")),
        "achievable": _achievable(_text(cells, "from_to")),
        "relevant": _relevant(cells),
        "time_bound": _time_bound(cells, next_pep, begins),
    }
    return tuple(Light(meaning, advice[meaning.key]) for meaning in MEANINGS)


def _text(cells: Mapping[str, Answer], key: str) -> str:
    """What was typed, unreadable or not: this is about words."""
    cell = cells.get(key) or {}
    return " ".join(str(cell.get("value") or cell.get("typed") or "").split())


def _specific(target: str) -> str:
    if not target:
        return "Say the one thing to be reached."
    if len(target.split()) < _FEWEST_WORDS:
        return "Say what will be done, not only the subject."
    if len(_SENTENCE_END.split(target)) > 1 or _TWO_THINGS.search(target):
        return "If these are two things, make two targets of them."
    return ""


def _measurable(from_to: str) -> str:
    if _NUMBER.search(from_to) or _OBSERVED.search(from_to):
        return ""
    return "Add a number, or something that can be seen or heard."


def _achievable(from_to: str) -> str:
    numbers = re.findall(r"\d+", from_to)
    if len(numbers) > 1 or _FROM_TO.search(from_to) or _BASELINE.search(from_to):
        return ""
    return "Say where things are now, then where they will be."


def _relevant(cells: Mapping[str, Answer]) -> str:
    if _text(cells, "need") or any(
        _REASON.search(_text(cells, key)) for key in ("target", "from_to", "who_does_what")
    ):
        return ""
    return "Say which need it answers, and how we know."


def _time_bound(
    cells: Mapping[str, Answer], next_pep: datetime.date | None, begins: datetime.date | None
) -> str:
    held = (cells.get("by_when") or {}).get("value")
    if not held:
        return "Give the day by which it is to be reached."
    try:
        day = datetime.date.fromisoformat(held)
    except (TypeError, ValueError):
        return "Give the day by which it is to be reached."
    if begins and day < begins:
        return "This day is past. Give one that is still to come."
    is_long_term = (cells.get("long_term") or {}).get("value") == "yes"
    if next_pep is None or is_long_term:
        return ""
    if day > next_pep + datetime.timedelta(days=DAYS_BEYOND_NEXT_PEP):
        return (
            f"The next PEP is about {long_date(next_pep)}. Choose a nearer day, or say that the "
            "target is for longer than a term."
        )
    return ""
