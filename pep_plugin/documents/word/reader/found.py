"""What was found in a file: answers, and all that could not be placed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from pep_plugin.sections.answers import Answer


@dataclass
class Found:
    """``form`` and ``version``: what the file says it is, "" and 0 where it does not say.

    ``answers``: ``section.question`` -> answer, as :mod:`pep_plugin.sections.answers` describes
    it; a place of the file that is empty is in ``how`` and not in ``answers``. ``how``: "tag",
    "bookmark" or "label". ``columns``: table -> columns that stand in the file, since a copy may
    leave some out. ``new_rows``: table -> ids of rows that were not in the plan when the file was
    made. ``shown``: what the file says where a record is shown, such as the child's name.
    ``unplaced``: ``text`` and ``near``; ``comments``: ``text`` and ``path``; ``notes``: sentences.
    ``differs``: what somebody should know before using the file: "form", "version", "unknown",
    "paper", "plan", "child".
    """

    form: str = ""
    version: int = 0
    reference: str = ""
    upn: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    unplaced: list[dict[str, str]] = field(default_factory=list)
    comments: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    how: dict[str, str] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    new_rows: dict[str, list[str]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    differs: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Found:
        return cls(**data)
