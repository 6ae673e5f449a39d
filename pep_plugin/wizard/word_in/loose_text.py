"""Text that was typed beside the questions of a file: shown, and given to a question by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.schema import Question


@dataclass(frozen=True, slots=True)
class Loose:
    """``near``: the words that stand before it in the file. ``path``: the question it goes to."""

    number: int
    text: str
    near: str
    path: str = ""

    @property
    def address(self) -> str:
        return f"loose-{self.number}"


def loose_texts(
    unplaced: list[dict[str, Any]], data: Mapping[str, str] | None = None
) -> list[Loose]:
    """The texts, with what was chosen for each in ``data``."""
    found = []
    for number, one in enumerate(unplaced):
        text = Loose(number, str(one.get("text", "")), str(one.get("near", "")))
        chosen = (data or {}).get(text.address, "")
        found.append(Loose(number, text.text, text.near, chosen))
    return found


def places(opened: OpenPlan) -> list[tuple[str, list[tuple[str, str]]]]:
    """(section, [(path, label)]) of the long texts that this person may write."""
    offered = []
    for section in opened.form.sections:
        if not opened.may_write(section):
            continue
        inside = [
            (f"{section.key}.{question.key}", question.label)
            for question in section.questions
            if _takes_text(question) and opened.may_read(section, question)
        ]
        if inside:
            offered.append((section.title, inside))
    return offered


def _takes_text(question: Question) -> bool:
    return question.kind == "long_text" and question.is_typed


def given(opened: OpenPlan, texts: list[Loose]) -> list[Loose]:
    """Those that were given to a question which takes them; another address is nobody's offer."""
    offered = {path for _title, inside in places(opened) for path, _label in inside}
    return [text for text in texts if text.path in offered]
