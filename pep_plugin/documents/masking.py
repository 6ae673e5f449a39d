"""Names and numbers that a copy must not hold, wherever in its words somebody wrote them down.

Leaving an answer out is not enough: the carer's name stands in a sentence about homework, the
telephone number in a note. What is left out of a copy in its own place is therefore looked for in
every other answer too. What is written in another spelling is not found: that is why a person
reads the copy before it is given.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pep_plugin.sections import roles
from pep_plugin.sections.answers import Answers
from pep_plugin.sections.schema import Form, Question

MASK = "[left out]"
#: Shorter words stand inside too many others.
_SHORTEST_NAME = 3
_FEWEST_DIGITS = 6
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir"})
_ROLE, _NAME = "role", "name"
# How the people at a meeting are listed, beside the role keys.
_ALSO: Mapping[str, tuple[str, ...]] = {
    roles.PARENT: ("family",),
    roles.DESIGNATED_TEACHER: ("class_teacher", "key_person", "tutor", "school_other"),
}


class Masks:
    """Words to be left out of a text; none at all for most copies."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted(set(words), key=lambda word: (-len(word), word)))
        self._pattern = re.compile("|".join(map(_pattern_of, self.words))) if self.words else None

    def text(self, text: str) -> str:
        """The text with each of the words replaced."""
        return self._pattern.sub(MASK, text) if self._pattern else text

    def value(self, value: Any) -> Any:
        """The same for a stored value, however deep its texts lie."""
        if self._pattern is None:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if isinstance(value, Mapping):
            return {key: self.value(one) for key, one in value.items()}
        return value


def words_of_people(people: Collection[Mapping[str, str]], left_out: Collection[str]) -> set[str]:
    """Names, and the surnames in them, of everybody whose role is left out of a copy."""
    return {
        word
        for person in people
        if person["role"] in left_out
        for word in words_of_name(person["name"])
    }


def words_of_rows(form: Form, answers: Answers, left_out: Collection[str]) -> set[str]:
    """Names in tables of people, such as who came to the meeting, by the role in the same row."""
    wanted = {code for role in left_out for code in (role, *_ALSO.get(role, ()))}
    found: set[str] = set()
    for section, question in _tables(form):
        for row in answers.get(section, {}).get(question.key, {}).get("value") or ():
            cells = row.get("cells", {})
            if cells.get(_ROLE, {}).get("value") in wanted:
                found.update(words_of_name(str(cells.get(_NAME, {}).get("value") or "")))
    return found


def words_of_answer(question: Question, value: Any) -> set[str]:
    """What an answer that is left out may not say elsewhere: a name, a number, an address.

    Ordinary words are no secret by themselves: a yes, a date, a choice from a list.
    """
    if not isinstance(value, str) or "\n" in value.strip():
        return set()
    text = value.strip()
    if question.kind == "person":
        return set(words_of_name(text))
    if question.kind == "school":
        return {text} if len(text) > _SHORTEST_NAME else set()
    is_number = sum(character.isdigit() for character in text) >= _FEWEST_DIGITS
    is_short = question.kind in ("text", "identifier") and len(text) <= 80
    return {text} if is_short and (is_number or "@" in text) else set()


def _tables(form: Form) -> Iterator[tuple[str, Question]]:
    for section in form.sections:
        for question in section.questions:
            columns = {column.key for column in question.table.columns} if question.table else ()
            if {_ROLE, _NAME} <= set(columns):
                yield section.key, question


def words_of_name(name: str) -> Iterator[str]:
    """ "Jo Hart" and "Hart": somebody is spoken of by the surname, with "Mrs" before it."""
    parts = [part for part in name.split() if part.casefold().rstrip(".") not in _TITLES]
    whole = " ".join(parts)
    if len(whole) >= _SHORTEST_NAME:
        yield whole
    if len(parts) > 1 and len(parts[-1]) >= _SHORTEST_NAME:
        yield parts[-1]


def _pattern_of(word: str) -> str:
    """The word as a whole; numbers however they are spaced, addresses in any case."""
    digits = re.sub(r"\D", "", word)
    if len(digits) >= _FEWEST_DIGITS and len(digits) >= len(word) / 2:
        return r"(?<!\d)" + r"[\s()\-.]*".join(digits) + r"(?!\d)"
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    flags = "(?i:%s)" if "@" in word else "%s"
    return r"(?<!\w)" + flags % spaced + r"(?!\w)"
