"""Words that look like somebody's details. A public form must not gather them.

Rules of shape only: nothing here is kept, logged or sent. Check digits keep a telephone number or
a date from being taken for something else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from stdnum import luhn
from stdnum.gb import nhs, upn

# python-stdnum has no UK National Insurance number. HMRC, NIM39110: two letters (not D, F, I, Q, U
# or V; the second not O; not BG, GB, KN, NK, NT, TN, ZZ), six figures, a letter from A to D.
_NINO = re.compile(
    r"(?<![A-Za-z0-9])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"(?:[ .-]{0,2}\d){6}[ .-]{0,2}[A-D](?![A-Za-z0-9])",
    re.I,
)
_CARD = re.compile(r"(?<!\d)(?:\d[ -]{0,2}){12,18}\d(?!\d)")
_NHS = re.compile(r"(?<!\d)\d{3}[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}(?!\d)")
_UPN = re.compile(r"(?<![A-Za-z0-9])[A-Z]\d{11}[0-9A-Z](?![A-Za-z0-9])", re.I)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"(?:\d{4}|\d{2})(?!\d)"
_DATE = re.compile(
    # 27 March 2012, 27th of March, 2012, 27/3/12 ... March 27th, 2012 ... 2012-03-27, 2012/3/27.
    rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?(?:{_MONTH}|\d{{1,2}})[\s.,/-]+{_YEAR}"
    rf"|\b{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?[\s,]+{_YEAR}"
    r"|(?<!\d)\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)",
    re.I,
)
_BORN = re.compile(r"\b(?:born|dob|d\.o\.b|date of birth|birthday|birth date)\b", re.I)
#: A word of letters, with the marks that stand inside names.
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NO_NAME_WORDS = """
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday autumn spring summer winter
term terms holiday holidays half christmas easter bank day days date dates year
school schools council page plan plans pep peps form forms education personal template templates
library word pdf early years post pupil premium plus virtual head team meeting
the this that these those last first next your our my it is in on at by from to and but if
when where please
"""
#: Two words with capitals side by side are a name more often than not. With one of these they are
#: a day, a term, the start of a sentence or something on these pages.
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
#: Characters on either side of a date in which a name or "born" makes it a birthday.
_NEAR = 40


def found_in(words: str) -> list[str]:
    """What the words seem to hold, each in words for the person who typed them; none is fine."""
    return list(dict.fromkeys(_found(_as_typed_plainly(words))))


def _as_typed_plainly(words: str) -> str:
    """Figures and spaces as a keyboard has them: pasted text brings others, and hides in them."""
    plain = unicodedata.normalize("NFKC", words)
    return re.sub(
        r"[\u2010-\u2015\u2212]", "-", re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", plain)
    )


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
    figures = re.sub(r"\D", "", text)
    # Sixteen equal figures pass the check and are nobody's card.
    return luhn.is_valid(figures) and len(set(figures)) > 1


def _is_birthday(words: str, start: int, end: int) -> bool:
    before, after = words[max(0, start - _NEAR) : start], words[end : end + _NEAR]
    return any(_BORN.search(part) or _has_name(part) for part in (before, after))


def _has_name(part: str) -> bool:
    found = list(_WORD.finditer(part))
    return any(
        _may_be_of_a_name(one[0])
        and _may_be_of_a_name(next_one[0])
        and part[one.end() : next_one.start()].isspace()
        for one, next_one in pairwise(found)
    )


def _may_be_of_a_name(word: str) -> bool:
    return word[0].isupper() and word.casefold() not in _NO_NAMES
