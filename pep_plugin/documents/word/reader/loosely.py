"""What people type where a form wants a date, a number or one of its options."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from pep_plugin.documents.word.reader.boxes import is_mark
from pep_plugin.documents.word.reader.layout import label, options, plain
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import NONE_REASONS
from pep_plugin.sections.kinds import Unreadable, choose, numbers
from pep_plugin.sections.schema import Question

_WEEKDAY = re.compile(
    r"[(,]?\s*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?\s*[),]?", re.I
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})", re.I)
_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | {"\N{NO-BREAK SPACE}": " ", "|": "/"}
)
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufeff]")


def spellings(question: Question, text: str) -> Iterator[str]:
    """The text, and then what it may have been meant as, likeliest first."""
    yield text
    kind = kinds.get(question.kind)
    clean = " ".join(_ZERO_WIDTH.sub("", text).translate(_DASHES).split())
    if isinstance(kind, numbers.Date):
        yield from _dates(clean)
    elif isinstance(kind, numbers.Time):
        yield from _times(clean)
    elif isinstance(kind, numbers.Number):
        yield from _numbers(clean)


def _dates(text: str) -> Iterator[str]:
    yield text
    bare = _WEEKDAY.sub(" ", text).strip(" .,;")
    yield " ".join(bare.replace("\\", "/").replace(":", "/").split())
    if found := _MONTH_FIRST.fullmatch(bare):
        yield f"{found[2]} {found[1]} {found[3]}"
    yield re.sub(r"([A-Za-z]{3,9})\.", r"\1", bare)
    # One figure to a box: “2 7 | 0 3 | 2 0 1 2”, “27 03 2012” without anything between.
    figures = re.sub(r"[^0-9]", "", bare)
    if not re.search("[A-Za-z]", bare) and len(figures) in (6, 8):
        yield f"{figures[:2]}/{figures[2:4]}/{figures[4:]}"


def _times(text: str) -> Iterator[str]:
    yield text.replace(" ", "")
    yield re.sub(r"(?i)\s*(?:o['’]?clock|hrs?|hours|h)\s*$", ":00", text)
    if found := re.fullmatch(r"(\d{1,2})[h.:]?(\d{2})\s*(?:hrs?|hours|h)?", text, re.I):
        yield f"{found[1]}:{found[2]}"


def _numbers(text: str) -> Iterator[str]:
    yield text.replace(" ", "")
    yield re.sub(r"(?i)\s*(?:per cent|percent|pounds|gbp)$", "", text).rstrip(".")


def picked(question: Question, text: str, day: str) -> str | None:
    """The day that was picked from a calendar, if the words are still those of that day."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return None
    figures = [int(one) for one in re.findall(r"\d+", text)]
    allowed = [date.day, date.month, date.year, date.year % 100]
    is_whole = date.day in figures and (date.year in figures or date.year % 100 in figures)
    return date.isoformat() if is_whole and all(one in allowed for one in figures) else None


def option(question: Question, text: str) -> str | None:
    """The code of the option that is meant: its label first, since a label is what one sees."""
    kind = kinds.get(question.kind)
    if not isinstance(kind, choose.OneChoice):
        return None
    listed = options(question)
    exact = text.strip()
    for choice in listed:
        if exact == choice.label:
            return choice.code
    words = label(text)
    by_label: dict[str, str] = {}
    for choice in listed:
        by_label.setdefault(label(choice.label), choice.code)
    if words in by_label:
        return by_label[words]
    for choice in listed:
        if words in (plain(choice.code), label(f"{choice.label} {choice.hint}")):
            return choice.code
    if isinstance(kind, choose.YesNo):
        return {"y": "yes", "n": "no"}.get(words) or ("yes" if is_mark(text) else None)
    if words in map(plain, NONE_REASONS.values()):
        return None
    starts = [code for one, code in by_label.items() if len(words) > 3 and one.startswith(words)]
    return starts[0] if len(starts) == 1 else None


def parse(question: Question, text: str) -> object:
    """The stored value; raises :class:`Unreadable` when no spelling of it can be read."""
    kind = kinds.get(question.kind)
    first: Unreadable | None = None
    for spelling in spellings(question, text):
        try:
            return kind.parse(spelling, question)
        except Unreadable as error:
            first = first or error
    raise first or Unreadable(text)
