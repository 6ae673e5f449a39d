"""What stands on a page: questions that are typed, records that are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pep_plugin.entry import none
from pep_plugin.entry.around import Around
from pep_plugin.entry.controls import Control
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Question

#: Last term's day or number says nothing about this term's, unless the form carries it on.
_NEVER_AGAIN = frozenset({"date", "time", "number", "money"})
_WORDS = frozenset({"text", "long_text", "person"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the summary: a sentence, and the control that it leads to."""

    sentence: str
    control_id: str


@dataclass(slots=True)
class ShownPart:
    """A record, or what is worked out: to be read and not typed."""

    question: Question
    text: str
    template_name: str = "pep_plugin/entry/shown.html"


@dataclass(slots=True)
class FilesPart:
    """Files that were added, and the way to the page where that is done. Nothing is posted here."""

    question: Question
    text: str
    address: str
    is_required: bool
    template_name: str = "pep_plugin/entry/files.html"

    @property
    def names(self) -> list[str]:
        """One line a file."""
        return self.text.splitlines()


@dataclass(slots=True)
class TypedPart:
    """A question with all that stands round it.

    ``base``: the section's revision when the question was drawn. ``last``: what stood there last
    term, where that differs. ``unsure``: the list behind "I do not know yet", where it is offered.
    """

    control: Control
    base: int
    is_required: bool
    last: str = ""
    last_is_mine: bool = False
    unsure: list[tuple[str, str]] = field(default_factory=list)
    unsure_chosen: str = ""
    template_name: str = "pep_plugin/entry/question.html"

    @property
    def question(self) -> Question:
        return self.control.question

    @property
    def is_optional(self) -> bool:
        return not self.is_required

    @property
    def can_start_from_last(self) -> bool:
        """Words are worth starting from; a choice is made as quickly anew."""
        return bool(self.last) and self.question.kind in _WORDS

    @property
    def unsure_name(self) -> str:
        return f"{self.control.name}__none"

    def read(self) -> Answer | None:
        """What was typed; a reason for having nothing only counts where nothing was typed."""
        answer = self.control.read()
        if answer is None and self.control.answer and "removed" in self.control.answer:
            return self.control.answer
        return answer or none.read(self.unsure_chosen)

    def check(self, sentences: list[str]) -> list[Problem]:
        """Put the sentences at the control, and hand them on for the summary."""
        self.control.errors = sentences
        return [Problem(sentence, self.control.first_id) for sentence in sentences]


def typed_part(
    control: Control,
    *,
    base: int,
    is_required: bool,
    previous: Answer | None,
    around: Around,
    data: Mapping[str, Any] | None,
) -> TypedPart:
    """The question with last term's words and with whom one may ask."""
    answer = control.answer
    last = answers_of.as_text(control.question, previous)
    if answer and (origin := around.origin(answer)):
        control.notes.append(origin)
    if control.question.kind in _NEVER_AGAIN and control.question.carry == "never":
        last = ""
    if answers_of.content(previous) == answers_of.content(answer):
        last = ""
    chosen = none.value_of(answer)
    if data is not None:
        chosen = data.get(f"{control.name}__none") or ""
    offered = is_required or bool(answer and "none" in answer) or bool(chosen)
    return TypedPart(
        control,
        base,
        is_required,
        last=last,
        last_is_mine=bool(previous and around.person and previous.get("by") == around.person),
        unsure=none.options(around.people, answer, chosen=chosen) if offered else [],
        unsure_chosen=chosen,
    )
