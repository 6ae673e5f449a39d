"""The class that every kind of question is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from pep_plugin.sections.schema import Question
from pep_plugin.sections.text import normalise_text

#: What a person typed: text, or several texts for a kind that takes many.
Raw = str | list[str]
#: What is stored: JSON.
Value = Any


class Unreadable(ValueError):
    """The text cannot be read by its kind. ``str(error)`` is a sentence for the person."""


class Kind:
    """Parse, store, blank, text, validation, export, sample: all a kind knows.

    Instances hold no state. ``takes_many``: a raw value is a list of texts.
    """

    key: ClassVar[str] = ""
    label: ClassVar[str] = ""
    takes_many: ClassVar[bool] = False

    def parse(self, raw: Raw, question: Question) -> Value:
        """The stored value of what was typed, ``None`` for nothing; raises :class:`Unreadable`.

        Only what cannot be read is unreadable; what can be read but is out of limits is stored
        and reported by :meth:`errors`, so that a save never loses it.
        """
        return normalise_text(raw if isinstance(raw, str) else "\n".join(raw)) or None

    def raw(self, value: Value, question: Question) -> Raw:
        """What to put back into the control; ``parse(raw(value)) == value``."""
        return "" if value is None else str(value)

    def is_blank(self, value: Value) -> bool:
        return value in (None, "", [], {})

    def as_text(self, value: Value, question: Question) -> str:
        """The value in words for a reader; "" when blank."""
        return "" if self.is_blank(value) else str(value)

    def errors(self, value: Value, question: Question) -> list[str]:
        """Sentences on what is wrong with a value that could be read."""
        return []

    def export_columns(self, question: Question) -> Sequence[tuple[str, str]]:
        """(suffix, heading) of each column in a flat export; one with suffix "" by default."""
        return (("", question.label),)

    def export(self, value: Value, question: Question) -> dict[str, str]:
        """Text for each suffix of :meth:`export_columns`."""
        return {"": self.as_text(value, question)}

    def sample(self, question: Question) -> Value:
        """A valid value, for tests, previews and the sandbox."""
        raise NotImplementedError


class UnknownKind(Kind):
    """A kind that is no longer installed: its answers are still shown and exported as text."""

    label = "Unknown"

    def __init__(self, key: str = "") -> None:
        self.unknown_key = key

    def as_text(self, value: Value, question: Question) -> str:
        if self.is_blank(value):
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def sample(self, question: Question) -> Value:
        return "As it was stored"
