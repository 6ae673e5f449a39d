"""What a document says, in order, before it is known what it will look like.

``documents.walk`` makes an outline; every output - HTML, PDF, Word, text, JSON - is written from
one and looks at nothing else. What is left out of a copy is not in its outline at all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pep_plugin.sections import codec, roles
from pep_plugin.sections.schema import Question

State = Literal["answered", "none", "not_provided", "typed", "removed", "withheld"]
LEFT_OUT = "Left out of this copy"
#: About how much room a column takes on A4, in fortieths of the page; more than a page: cards.
_ROOM = {
    "number": 4,
    "money": 4,
    "computed": 4,
    "yes_no": 4,
    "scale": 4,
    "time": 4,
    "date": 5,
    "choice": 7,
    "person": 7,
    "identifier": 6,
    "long_text": 14,
}
_OTHER_ROOM = 9
_NAME_ROOM = 7
_PAGE_ROOM = 40
#: A grid is for short words: longer texts, or words that no column holds, are printed as cards.
_CELL_LENGTH = 240
_WORD_LENGTH = 24


def direction(line: str) -> Literal["", "rtl"]:
    """ "rtl" when the first letter with a direction is Hebrew, Arabic or the like, else ""."""
    for character in line:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return ""
    return ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer and the direction in which it is read."""

    text: str
    dir: Literal["", "rtl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What stands in one place of the document, and why.

    ``value`` is the stored value when the state is ``answered``; otherwise ``None``. ``note``: a
    small line beneath, such as where a carried answer comes from.
    """

    label: str
    question: Question
    text: str
    state: State
    value: Any = None
    note: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(text, direction(text)) for text in self.text.split("\n"))

    @property
    def is_given(self) -> bool:
        """Whether somebody's answer stands here, rather than our words for its absence."""
        return self.state in ("answered", "none", "typed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Said):
    """A question that is not a table. ``path`` is ``section.question``."""

    path: str

    is_table = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Said):
    """One cell of a table; ``label`` is its column's. ``path`` is ``section.question.column``."""

    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its id for life, a name for people ("Target 2"), and a cell for each column."""

    id: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def shown(self) -> tuple[Cell, ...]:
        """The cells of a card: what somebody wrote, and what somebody still has to."""
        return tuple(cell for cell in self.cells if not _is_gap(cell))

    @property
    def gaps(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if _is_gap(cell))


def _is_gap(cell: Cell) -> bool:
    return cell.state == "not_provided" and cell.question.required is False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEntry:
    """A table. ``state`` is ``answered`` when it has rows; else ``text`` says why it has none."""

    path: str
    label: str
    question: Question
    columns: tuple[Question, ...]
    rows: tuple[Row, ...]
    text: str
    state: State
    note: str = ""

    is_table = True

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(text, direction(text)) for text in self.text.split("\n"))

    @property
    def is_given(self) -> bool:
        return self.state in ("answered", "none", "typed")

    @property
    def names_rows(self) -> bool:
        """Whether the row's name says something: a day of the grid, last term's target."""
        return self.question.table is not None and self.question.table.rows != "free"

    @property
    def row_heading(self) -> str:
        """The heading over the rows' names."""
        name = self.question.table.row_name if self.question.table else ""
        return name[:1].upper() + name[1:]

    @property
    def is_cards(self) -> bool:
        """Whether each row is printed as a card of its own rather than as a line of a grid."""
        room = sum(_ROOM.get(column.kind, _OTHER_ROOM) for column in self.columns)
        if room + self.names_rows * _NAME_ROOM > _PAGE_ROOM:
            return True
        texts = [cell.text for row in self.rows for cell in row.cells]
        return any(len(text) > _CELL_LENGTH or _longest_word(text) > _WORD_LENGTH for text in texts)


Item = Entry | TableEntry


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


@dataclass(frozen=True, slots=True)
class Block:
    """Answers that stand together in one table of labels, or one table that somebody filled."""

    entries: tuple[Entry, ...] = ()
    table: TableEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one screen of the wizard asks; ``step`` is that screen's name in its address."""

    step: str
    title: str
    intro: str
    items: tuple[Item, ...]
    is_detail: bool = False

    @property
    def gaps(self) -> tuple[Item, ...]:
        """Detail that nobody added: printed as one line of labels, or a plan would be all gaps."""
        return tuple(item for item in self.items if self._is_gap(item))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is printed in full, in order; see :attr:`gaps` for the rest."""
        return blocks(item for item in self.items if not self._is_gap(item))

    def _is_gap(self, item: Item) -> bool:
        return self.is_detail and item.state == "not_provided"


def blocks(items: Iterable[Item]) -> tuple[Block, ...]:
    """The items with neighbours that are no tables put together."""
    found: list[Block] = []
    for item in items:
        if isinstance(item, TableEntry):
            found.append(Block(table=item))
        elif found and found[-1].table is None:
            found[-1] = Block(entries=(*found[-1].entries, item))
        else:
            found.append(Block(entries=(item,)))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSection:
    """A section that is asked. ``owner``: who fills it in, with the name when it is known."""

    key: str
    title: str
    intro: str
    owner_role: str
    owner: str
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for part in self.parts for item in part.items)

    @property
    def side(self) -> str:
        """The side of the table from which it is filled in; each has its colour."""
        return roles.side_of(self.owner_role)

    @property
    def is_withheld(self) -> bool:
        """Whether nothing of the section stands in this copy."""
        return all(item.state == "withheld" for item in self.items)


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the title block."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineDocument:
    """A whole plan, or a blank form when ``reference`` is "".

    ``title`` stands on the first page only; what stands in metadata, footers and file names is the
    reference, since those travel further than the paper does. ``attachments``: the files that go
    with the answers of this copy, by question and name. ``version``: how often it was sent, in
    words. ``masked``: a digest of the words that were left out of its sentences. ``is_open``: still
    being written, so that a Word document of it has room to go on.
    """

    reference: str
    title: str
    subtitle: str
    form_key: str
    form_title: str
    form_version: int
    language: str
    audience: str
    audience_label: str
    facts: tuple[Fact, ...]
    people: tuple[Fact, ...]
    sections: tuple[OutlineSection, ...]
    attachments: tuple[Fact, ...] = ()
    version: str = ""
    masked: str = ""
    is_open: bool = False

    @property
    def name(self) -> str:
        """What the document is called where a name of a child must not stand."""
        return self.reference or self.form_title

    @property
    def items(self) -> Iterator[tuple[OutlineSection, Item]]:
        for section in self.sections:
            for item in section.items:
                yield section, item

    def parts(self) -> list[str]:
        """The addresses of all that this copy gives, in order: what a made document is kept by."""
        given = []
        for _section, item in self.items:
            if item.state == "withheld":
                continue
            # A copy made while the answer was being removed must never be served again.
            given.append(f"{item.path} removed" if item.state == "removed" else item.path)
            if isinstance(item, TableEntry):
                given += [
                    f"{item.path}#{row.id}.{cell.question.key}"
                    for row in item.rows
                    for cell in row.cells
                    if cell.state != "withheld"
                ]
        named = [f"head:{fact.label}" for fact in (*self.facts, *self.people)]
        masked = [f"masked:{self.masked}"] if self.masked else []
        return [*named, *masked, *given]

    def parts_digest(self) -> str:
        """:meth:`parts` as 64 hexadecimal characters."""
        return codec.digest(self.parts())
