"""What one types or picks on a screen, drawn for whoever sits there; read as in the wizard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pep_plugin.entry.controls import Control
from pep_plugin.entry.renderer import EntryRenderer
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds import choose, texts
from pep_plugin.sections.schema import Question
from pep_plugin.voice.own_page.pictures import picture_of_choice

#: Options up to this number are large cards side by side; numbers and longer lists are small.
_MOST_CARDS = 6


@dataclass(frozen=True, slots=True)
class Option:
    code: str
    label: str
    picture: str
    is_chosen: bool
    id: str


class Box:
    """One control. ``look``: faces, cards, list, numbers, many, words, line or plain."""

    def __init__(
        self, question: Question, *, name: str, answer: Answer | None, data: Any = None
    ) -> None:
        self.question = question
        made = Control.make(
            question, [], name=name, answer=answer, data=data, renderer=EntryRenderer()
        )
        if made is None:
            raise KeyError(question.kind)
        self.control = made
        self.name = name
        self.error = ""

    @property
    def id(self) -> str:
        return self.control.id

    @property
    def label(self) -> str:
        return self.question.label

    @property
    def text(self) -> str:
        return self.control.raw if isinstance(self.control.raw, str) else ""

    @property
    def rows(self) -> int:
        return 5 if self.look == "words" else 2

    @property
    def look(self) -> str:
        kind = kinds.get(self.question.kind)
        if isinstance(kind, choose.ManyChoices):
            return "many"
        if isinstance(kind, choose.OneChoice):
            if self.question.choices == "faces":
                return "faces"
            if isinstance(kind, choose.Scale) and not self.question.choices:
                return "numbers"
            return "cards" if len(kind.choices(self.question)) <= _MOST_CARDS else "list"
        if isinstance(kind, texts.LongText):
            return "words"
        return "line" if isinstance(kind, texts.ShortText) else "plain"

    @property
    def is_group(self) -> bool:
        return self.look not in ("words", "line") and self.control.is_group

    @property
    def options(self) -> list[Option]:
        kind = kinds.get(self.question.kind)
        if not isinstance(kind, choose.OneChoice):
            return []
        raw = self.control.raw
        chosen = set(raw) if isinstance(raw, list) else {raw}
        return [
            Option(
                choice.code,
                choice.label,
                picture_of_choice(self.question.choices, choice.code),
                choice.code in chosen,
                f"{self.id}_{number}",
            )
            for number, choice in enumerate(kind.choices(self.question))
        ]

    def read(self) -> Answer | None:
        """The answer; fills ``error`` when it cannot be taken as it is."""
        answer = self.control.read()
        self.error = next(iter(answers_of.problems(self.question, answer)), "")
        return answer


def boxes_for(
    columns: tuple[Question, ...], held: Mapping[str, Answer], *, prefix: str, data: Any = None
) -> list[Box]:
    """One box a column, of those in which something can be typed."""
    return [
        Box(column, name=f"{prefix}-{column.key}", answer=held.get(column.key), data=data)
        for column in columns
        if column.is_typed and column.kind not in ("file", "computed", "table")
    ]
