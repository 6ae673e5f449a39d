"""Words that look like somebody's details. A public form must not gather them.

Rules of shape only: nothing here is kept, logged or sent. Check digits keep a telephone number or
a date from being taken for something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn
from stdnum.gb import nhs, upn

# python-stdnum has no UK National Insurance number. HMRC, NIM39110: two letters (not D, F, I, Q, U
# or V; the second not O; not BG, GB, KN, NK, NT, TN, ZZ), six figures, a letter from A to D.
_NINO = re.compile(
    r"(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"(?:[ -]?\d){6}[ -]?[A-D](?![A-Za-z0-9])",
    re.I,
)
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)")
_NHS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_UPN = re.compile(r"(?<![A-Za-z0-9])[A-Z]\d{11}[0-9A-Z](?![A-Za-z0-9])", re.I)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?(?:{_MONTH}|\d{{1,2}})[\s.,/-]+"
    r"(?:\d{4}|\d{2})(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)",
    re.I,
)
_BORN = re.compile(r"\b(?:born|dob|d\.o\.b|date of birth|birthday)\b", re.I)
_MONTH_NAMES = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
# Two words with capitals side by side are a name more often than not. Months, days and what
# dates of the school year are called are none.
_NAME = re.compile(
    rf"\b(?!(?:{_MONTH_NAMES}|Monday|Tuesday|Wednesday|Thursday|Friday)\b)[A-Z][a-z’'-]+\s+"
    rf"(?!(?:{_MONTH_NAMES}|Terms?|School|Holidays?|Council|Plans?|Page|Form)\b)[A-Z][a-z’'-]+\b"
)
#: Characters on either side of a date in which a name or "born" makes it a birthday.
_NEAR = 40


def found_in(words: str) -> list[str]:
    """What the words seem to hold, each in words for the person who typed them; none is fine."""
    return list(dict.fromkeys(_found(words)))


def _found(words: str) -> Iterator[str]:
    if _NINO.search(words):
        yield "a National Insurance number"
    if any(nhs.is_valid(found[0]) for found in _NHS.finditer(words)):
        yield "an NHS number"
    if any(_is_card(found[0]) for found in _CARD.finditer(words)):
        yield "a payment card number"
    if any(upn.is_valid(found[0].upper()) for found in _UPN.finditer(words)):
        yield "a unique pupil number"
    if any(_is_birthday(words, *found.span()) for found in _DATE.finditer(words)):
        yield "somebody’s date of birth"


def _is_card(text: str) -> bool:
    figures = re.sub(r"[ -]", "", text)
    # Sixteen equal figures pass the check and are nobody's card.
    return luhn.is_valid(figures) and len(set(figures)) > 1


def _is_birthday(words: str, start: int, end: int) -> bool:
    before, after = words[max(0, start - _NEAR) : start], words[end : end + _NEAR]
    return any(pattern.search(part) for part in (before, after) for pattern in (_BORN, _NAME))
