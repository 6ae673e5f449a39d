"""Kinder words for a text: which of the council's glossary stand in it. Nothing is changed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

#: Kinds of questions in which people write in their own words.
WORDS = frozenset({"text", "long_text"})


@dataclass(frozen=True, slots=True)
class Kinder:
    """A word of the glossary: ``word`` as it may be written, and what to say instead."""

    word: str
    instead: str
    why: str = ""


class Glossary:
    """All of them, ready to be looked for: whole words, capital or small, with or without an s."""

    def __init__(self, words: Sequence[Kinder] = ()) -> None:
        self.words = tuple(words)

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def _by_word(self) -> dict[str, Kinder]:
        return {_plain(one.word): one for one in self.words}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The longest first, so that "contact centre" is found before "contact".
        known = sorted(self._by_word, key=len, reverse=True)
        either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in known)
        return re.compile(rf"(?<![\w-])({either})s?(?!\w|-\w)", re.IGNORECASE)

    def suggestions(self, text: str) -> list[Kinder]:
        """Each word of the glossary that stands in the text, once, in the order of the text."""
        if not self.words:
            return []
        found = (self._by_word[_plain(match)] for match in self._pattern.findall(text))
        return list(dict.fromkeys(found))

    @property
    def as_json(self) -> str:
        """For the script: the same words, so that it needs to ask for nothing."""
        return json.dumps([[one.word, one.instead, one.why] for one in self.words])


def _plain(word: str) -> str:
    return " ".join(word.lower().split())
