"""A document as one long row of tokens, and what lies over it: controls, bookmarks, tables.

Everything is a range of tokens: so it does not matter whether a control stands in a line, round
paragraphs, round a cell or a row, in a text box or a header, nor how deep it is nested. Tracked
changes are read as accepted; what is hidden is marked and never part of an answer.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from lxml import etree

#: Kinds of tokens.
WORDS, BREAK, PARAGRAPH, END_PARAGRAPH, ROW, END_ROW, CELL, END_CELL, PICTURE = range(9)
#: Flags of words.
PROMPT_STYLE, IN_PROMPT, HIDDEN = 1, 2, 4


#: (kind, text, flags): a plain tuple, since there are thousands.
Token = tuple[int, str, int]


@dataclass(slots=True)
class Range:
    start: int
    end: int = -1

    def holds(self, other: Range) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(slots=True)
class Paragraph(Range):
    style: str = ""
    #: Before its words: a bullet, or a number.
    sign: str = ""
    #: The mark at its end was deleted: the next one goes on in the same line.
    goes_on: bool = False


@dataclass(slots=True, eq=False)
class Cell(Range):
    row: Row | None = None
    #: Which column of the grid it begins in, with the spans before it.
    column: int = 0
    span: int = 1
    #: Its paragraphs, by their numbers in the document: from the first to before the second.
    paragraphs: tuple[int, int] = (0, 0)
    #: It was deleted while changes were tracked.
    is_dropped: bool = False


@dataclass(slots=True, eq=False)
class Row(Range):
    table: Table | None = None
    cells: list[Cell] = field(default_factory=list)
    next_column: int = 0
    is_dropped: bool = False


@dataclass(slots=True, eq=False)
class Table(Range):
    #: The cell that it stands in, for a table in a table.
    cell: Cell | None = None
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Control(Range):
    tag: str = ""
    title: str = ""
    #: "box", "date", "list" or "".
    kind: str = ""
    is_ticked: bool = False
    #: ISO, of a date that was picked.
    day: str = ""
    is_prompt: bool = False
    #: (part id, path, prefixes) of what Word shows in place of what stands here.
    bound: tuple[str, str, str] | None = None
    #: Words that the list shows -> what it stores for them.
    listed: etree._Element | None = None


@dataclass(slots=True, eq=False)
class Mark(Range):
    name: str = ""


@dataclass(slots=True)
class Beside(Range):
    """Where a comment or a footnote hangs. ``kind``: "comment", "footnote" or "endnote"."""

    kind: str = ""
    number: str = ""


@dataclass(slots=True)
class Document:
    """``stories``: the first is the body; then headers and footers."""

    tokens: list[Token] = field(default_factory=list)
    stories: list[Range] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    has_picture: bool = False
    #: Paragraphs by the token that begins them, and how many there were when that was made.
    _paragraph_at: dict[int, Paragraph] = field(default_factory=dict)
    _indexed: int = -1

    def paragraph_at(self, start: int) -> Paragraph | None:
        if self._indexed != len(self.paragraphs):
            self._paragraph_at = {one.start: one for one in self.paragraphs}
            self._indexed = len(self.paragraphs)
        return self._paragraph_at.get(start)

    def paragraphs_in(self, cell: Cell) -> list[Paragraph]:
        """The paragraphs of a cell, in order."""
        return self.paragraphs[slice(*cell.paragraphs)]

    def paragraph_round(self, number: int) -> Paragraph | None:
        """The innermost paragraph that holds a token."""
        last = bisect_left(self.paragraphs, number + 1, key=_start)
        for paragraph in reversed(self.paragraphs[max(0, last - 20) : last]):
            if paragraph.end > number:
                return paragraph
        return None

    def text(
        self, start: int, end: int, *, without: bytearray | None = None, hidden: bool = False
    ) -> str:
        """The words of a range: a line for each paragraph, and for each row of a table in it.

        ``without``: tokens that are left out; ``hidden``: read what cannot be seen, too.
        """
        if end - start == 1:
            kind, text, flags = self.tokens[start]
            left_out = (without and without[start]) or (flags & HIDDEN and not hidden)
            return "" if left_out or kind not in (WORDS, BREAK) else text
        out: list[str] = []
        is_new = begun = in_cell = goes_on = False
        cells = 0
        for number in range(start, end):
            kind, text, flags = self.tokens[number]
            if kind in (WORDS, BREAK):
                if (without and without[number]) or (flags & HIDDEN and not hidden):
                    continue
                if is_new:
                    out.append(" " if in_cell and cells else "\n")
                    is_new = False
                out.append(text)
                begun = in_cell = True
            elif kind == PARAGRAPH:
                is_new = is_new or (begun and not goes_on and (in_cell or not cells))
                goes_on = False
                paragraph = self.paragraph_at(number)
                if paragraph is not None and paragraph.sign and self._says(paragraph, without):
                    if is_new:
                        out.append("\n")
                        is_new = False
                    out.append(paragraph.sign)
                    begun = in_cell = True
            elif kind == END_PARAGRAPH:
                # An empty line between two others is a line too.
                if is_new and begun and not cells:
                    out.append("\n")
                goes_on = bool(text)
                is_new = begun and not goes_on and (in_cell or not cells)
            elif kind == CELL:
                if cells and begun:
                    out.append(" | ")
                is_new = is_new and not cells
                cells, in_cell = cells + 1, False
            elif kind in (ROW, END_ROW):
                is_new, cells, in_cell = begun, 0, False
        return "".join(out)

    def _says(self, paragraph: Paragraph, without: bytearray | None) -> bool:
        return any(
            self.tokens[number][0] == WORDS and not (without and without[number])
            for number in range(paragraph.start, paragraph.end)
        )


def _start(one: Range) -> int:
    return one.start
