"""Where an answer goes on a paper: a control to write in, or a box to tick for each option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pep_plugin.documents.outline import Said
from pep_plugin.documents.word import controls, names, prompts, xml
from pep_plugin.sections import kinds
from pep_plugin.sections.kinds import files
from pep_plugin.sections.schema import Choice, Question

#: More options than these would fill the page: a list that opens, as in the PEP.
_MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """The place of one answer. ``name``: what it is about, for who cannot see the row's head."""

    said: Said
    path: str
    row_id: str = ""
    column: str = ""
    name: str = ""

    @property
    def question(self) -> Question:
        return self.said.question

    @property
    def bookmark(self) -> str:
        return names.bookmark(self.path, self.row_id, self.column)

    @property
    def options(self) -> tuple[Choice, ...]:
        return controls.options(self.question)

    @property
    def is_ticked(self) -> bool:
        """Whether there is a box for each option rather than a place to write."""
        return 0 < len(self.options) <= _MOST_TICKS

    @property
    def is_one_tick(self) -> bool:
        """Whether it is a box by itself, such as "done", whose word is the column's heading."""
        return self.question.kind == "choices" and len(self.options) == 1

    @property
    def prompt(self) -> str:
        """``limits``: ``prompts`` by row, or one ``prompt``; else what suits the kind."""
        by_row = self.question.limits.get("prompts")
        of_row = by_row.get(self.row_id) if isinstance(by_row, Mapping) else ""
        usual = prompts.BOXES.get(self.question.kind, prompts.BOX)
        return str(of_row or self.question.limits.get("prompt") or usual)


def write(box: Box, ids: xml.Ids, *, row_mark: str = "") -> str:
    """The paragraphs of a cell: one to write in, or one for each option.

    ``row_mark``: the bookmark of the row, when no cell names it.
    """
    marks = [box.bookmark, row_mark] if row_mark else [box.bookmark]
    ends = [xml.bookmark_ends(mark, ids) for mark in marks]
    start, end = "".join(pair[0] for pair in ends), "".join(pair[1] for pair in ends)
    if box.is_ticked:
        return "".join(_ticks(box, ids, start, end))
    place = controls.Place(names.tag(box.path, box.row_id, box.column), ids, box.prompt)
    # On a paper a photo is stuck in, on a screen it is put in: both where the question stands.
    is_file = isinstance(kinds.get(box.question.kind), files.Files)
    control = controls.lines(box.said, place) if is_file else controls.write(box.said, place)
    return xml.paragraph(start + control + end, "PEPAnswer")


def tick(box: Box, option: Choice, ids: xml.Ids) -> str:
    """The box of one option, found by its tag and by its bookmark."""
    where = (box.path, option.code, box.row_id, box.column)
    title = f"{box.name or box.said.label}: {option.label}"
    made = controls.tick(title, names.option_tag(*where), _is_chosen(box, option), ids)
    return xml.bookmarked(made, names.option_bookmark(*where), ids)


def _is_chosen(box: Box, option: Choice) -> bool:
    value = box.said.value
    return option.code in value if isinstance(value, list) else option.code == value


def _ticks(box: Box, ids: xml.Ids, start: str, end: str) -> Iterator[str]:
    """A paragraph for each option; the answer's bookmark reaches from the first to the last."""
    if box.is_one_tick:
        yield xml.paragraph(start + tick(box, box.options[0], ids) + end, "PEPFace")
        return
    last = len(box.options) - 1
    for number, option in enumerate(box.options):
        words = f"\t{option.label}" + (f" {option.hint}" if option.hint else "")
        content = tick(box, option, ids) + xml.runs(words)
        yield xml.paragraph(
            (start if number == 0 else "") + content + (end if number == last else ""), "PEPTick"
        )
