"""Where in a document each answer stands: by tag, then by bookmark, then by its label."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pep_plugin.documents.outline import LEFT_OUT
from pep_plugin.documents.word import prompts
from pep_plugin.documents.word.reader import boxes
from pep_plugin.documents.word.reader.binding import Bound
from pep_plugin.documents.word.reader.layout import Address, Layout, options, plain
from pep_plugin.documents.word.reader.tokens import (
    BREAK,
    CELL,
    HIDDEN,
    PICTURE,
    PROMPT_STYLE,
    ROW,
    WORDS,
    Cell,
    Control,
    Document,
    Range,
    Row,
)
from pep_plugin.sections.schema import Question

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Styles of ours whose words are never an answer.
_OUR_STYLES = frozenset({"PEPHint", "PEPNote"})
#: What we print beneath an answer, where a program took the style away.
_NOTE = re.compile(r"(?:From the last PEP|Written down for the (?:child|carer)\.|To ask: )")


NOWHERE = Address("")
_WORDS_OF_PROMPTS = "|".join(map(re.escape, sorted(prompts.EVERY, key=len, reverse=True)))
_ANY = rf"(?:{_WORDS_OF_PROMPTS})(?: \(optional\))?"
_PROMPT = re.compile(rf"\A\s*{_ANY}|{_ANY}\s*\Z")


@dataclass(slots=True, eq=False)
class Hit(Range):
    """A range that is the place of an answer, or of one box of an answer."""

    address: Address = NOWHERE
    how: str = ""
    control: Control | None = None
    cell: Cell | None = None


@dataclass(slots=True)
class Content:
    """What stands in a place. ``day``: ISO, of a date that was picked; ``code``: what a list
    stores for the words; ``ticks``: option -> ticked, where there are boxes; ``is_ours``: words
    in place of an answer that is not given in this copy.
    """

    text: str = ""
    day: str = ""
    code: str = ""
    ticks: dict[str, bool] | None = None
    is_ours: bool = False
    has_picture: bool = False
    texts: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() and not (self.ticks and any(self.ticks.values()))

    def to_json(self) -> dict[str, object]:
        found: dict[str, object] = {"text": self.text}
        if self.day:
            found["day"] = self.day
        if self.code:
            found["code"] = self.code
        if self.ticks is not None:
            found["ticks"] = self.ticks
        if self.has_picture:
            found["picture"] = True
        return found


@dataclass
class Places:
    """The hits of one document, and which of its tokens have been read.

    ``claimed``: 1 for every token that is part of an answer or of what is ours; the rest is what
    somebody typed where nothing was asked.
    """

    document: Document
    layout: Layout
    bound: Bound
    claimed: bytearray = field(default_factory=bytearray)
    hits: list[Hit] = field(default_factory=list)
    #: Bookmarks of rows: address without a column, and where it stands.
    row_marks: list[Hit] = field(default_factory=list)
    _cells: list[Cell | None] = field(default_factory=list)
    _in_cell: dict[int, list[Hit]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        document = self.document
        self.claimed = bytearray(one[0] not in (WORDS, BREAK) for one in document.tokens)
        self._cells = [None] * (len(document.tokens) + 1)
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        for cell in sorted(cells, key=lambda one: one.start):
            self._cells[cell.start : cell.end] = [cell] * (cell.end - cell.start)
        self._find()

    # -- finding --------------------------------------------------------------------------------

    def _find(self) -> None:
        also = dict(self._of_rows())
        for control in self.document.controls:
            if address := self.layout.find(control.tag, also):
                self._add(Hit(control.start, control.end, address, "tag", control))
        tagged: dict[Address, list[Hit]] = {}
        for hit in self.hits:
            tagged.setdefault(hit.address, []).append(hit)
        for mark in self.document.marks:
            address = self.layout.find(mark.name, also)
            if address is None:
                continue
            hit = Hit(mark.start, max(mark.end, mark.start), address, "bookmark")
            if address.row and not address.column:
                hit.cell = self.cell_at(hit.start)
                self.row_marks.append(hit)
            elif address not in tagged:
                self._add(hit)
        self.hits.sort(key=lambda one: (one.start, -one.end))

    def _of_rows(self) -> Iterator[tuple[str, Address]]:
        if not any(mark.name.startswith("o_") for mark in self.document.marks):
            return
        for row in {self.layout.find(mark.name) for mark in self.document.marks}:
            if row is not None and row.row and not row.column:
                yield from self.layout.of_row(row.path, row.row)

    def _add(self, hit: Hit) -> None:
        hit.cell = self.cell_at(hit.start)
        while hit.control is not None and hit.cell is not None and hit.end > hit.cell.end:
            # It stands round a whole table, and in the cell that the table stands in, if any.
            row = hit.cell.row
            hit.cell = row.table.cell if row is not None and row.table is not None else None
        self.hits.append(hit)
        if hit.cell is not None:
            self._in_cell.setdefault(id(hit.cell), []).append(hit)

    def cell_at(self, start: int) -> Cell | None:
        """The innermost cell at a token; of one that begins a row, the row's first cell."""
        tokens = self.document.tokens
        while start < len(tokens) and tokens[start][0] == ROW:
            start += 1
        return self._cells[start]

    def hits_in(self, cell: Cell) -> list[Hit]:
        """Hits whose innermost cell it is."""
        return self._in_cell.get(id(cell), [])

    def has_hit(self, row: Row) -> bool:
        return any(self.hits_in(cell) for cell in row.cells)

    # -- reading --------------------------------------------------------------------------------

    def read(self, found: list[Hit]) -> Content:
        """What stands in the place of one address: its control or bookmark, its boxes, its cell."""
        whole = [hit for hit in found if not hit.address.option]
        ticked = [hit for hit in found if hit.address.option]
        question = self.layout.question_at(found[0].address.whole)
        content = Content()
        foreign = self._foreign(found)
        listed = options(question)
        for hit in ticked:
            self._draw_box(hit)
        is_loose = whole and not ticked and all(hit.control is None for hit in whole)
        for hit in whole:
            if is_loose and self._own_cell(found) is not None:
                # Typed over, a bookmark may hold the first word only: the cell is the answer's.
                continue
            # Over several cells a bookmark holds the boxes of a grid, and its lines are no words.
            if not (ticked and hit.control is None and self._crosses_cells(hit)):
                self._take(hit, content, foreign)
        content.text = "\n".join(content.texts)
        if ticked or (listed and _has_box(content.text)):
            self._tick(ticked, whole, content, found[0].address)
        elif content.text:
            self._list(whole, content)
        self._rest(found, content)
        if is_loose and listed and _has_box(content.text):
            self._tick(ticked, whole, content, found[0].address)
        content.has_picture = self.document.has_picture and any(map(self._has_picture, whole))
        return content

    def _has_picture(self, hit: Hit) -> bool:
        kinds = {self.document.tokens[number][0] for number in _numbers(hit)}
        return PICTURE in kinds and CELL not in kinds

    def _crosses_cells(self, hit: Hit) -> bool:
        return any(self.document.tokens[number][0] == CELL for number in _numbers(hit))

    def _take(self, hit: Hit, content: Content, foreign: bytearray | None) -> None:
        start, end = self._inside(hit)
        bound = self.bound.text(hit.control) if hit.control and hit.control.bound else ""
        text = bound or self.document.text(start, end, without=foreign)
        self.claim(start, end, foreign)
        if self._is_prompt(hit, start, end, text):
            return
        text = without_prompt(text)
        if hit.control is None and _stands_for_nothing(text):
            content.is_ours = True
            return
        if not text.strip():
            return
        # The same once more, as when somebody copied a control, is said once.
        if plain(text) not in content.seen:
            content.seen.add(plain(text))
            content.texts.append(text)
        if hit.control is not None and hit.control.day:
            content.day = hit.control.day

    def _is_prompt(self, hit: Hit, start: int, end: int, text: str) -> bool:
        if self.layout.is_prompt(text):
            return True
        if hit.control is None or not hit.control.is_prompt:
            return False
        words = [one for one in self.document.tokens[start:end] if one[0] == WORDS]
        # Some programs keep saying "prompt" of what somebody has typed since.
        return all(one[2] & PROMPT_STYLE for one in words)

    def _list(self, whole: list[Hit], content: Content) -> None:
        for hit in whole:
            if hit.control is not None and hit.control.listed is not None:
                content.code = _stored(hit.control.listed, content.text.strip())

    def _inside(self, hit: Hit) -> tuple[int, int]:
        """The range without the cell's own ends, where a control stands round a whole cell."""
        start, end = hit.start, hit.end
        tokens = self.document.tokens
        while start < end and tokens[start][0] in (ROW, CELL):
            start += 1
        cell = self._cells[start] if start < len(tokens) else None
        if cell is not None and start - 1 == cell.start and end == cell.end:
            end = cell.end - 1
        return start, end

    def _foreign(self, found: list[Hit]) -> bytearray | None:
        """Tokens of other answers that lie inside these hits."""
        here = found[0].address.whole
        mask: bytearray | None = None
        for hit in found:
            if hit.end - hit.start < 2 or hit.address.option:
                continue
            for other in self._inner(hit):
                if other.address.whole != here:
                    mask = mask or bytearray(len(self.document.tokens))
                    mask[other.start : other.end] = b"\1" * (other.end - other.start)
        return mask

    def _inner(self, hit: Hit) -> Iterator[Hit]:
        number = bisect_left(self.hits, hit.start, key=lambda one: one.start)
        for other in self.hits[number:]:
            if other.start >= hit.end:
                return
            if other is not hit and hit.holds(other):
                yield other

    def claim(self, start: int, end: int, without: bytearray | None = None) -> None:
        """Say that tokens have been read; what is hidden stays to be told of."""
        for number in range(start, end):
            hidden = self.document.tokens[number][2] & HIDDEN
            if not hidden and not (without and without[number]):
                self.claimed[number] = 1

    # -- boxes ----------------------------------------------------------------------------------

    def _tick(
        self, ticked: list[Hit], whole: list[Hit], content: Content, address: Address
    ) -> None:
        question = self.layout.question_at(address.whole)
        by_text, other = boxes.in_text(content.text, options(question), has_others=bool(ticked))
        content.ticks = dict(by_text)
        for hit in ticked:
            state = boxes.is_ticked(
                self.document.text(hit.start, hit.end),
                by_control=hit.control is not None and hit.control.is_ticked,
            )
            code = hit.address.option
            content.ticks[code] = content.ticks.get(code, False) or state
            self.claim(hit.start, hit.end)
            if not state and self._is_marked_beside(hit, whole):
                content.ticks[code] = True
        # An option that the list no longer holds stands there by its code.
        gone = {code for code in content.ticks if plain(code) in map(plain, other.split("\n"))}
        content.text = "\n".join(
            line for line in other.split("\n") if plain(line) not in map(plain, gone)
        )

    def _draw_box(self, hit: Hit) -> None:
        """An x in place of a box is read as a box from here on, beside the words that follow."""
        words = self.document.text(hit.start, hit.end)
        if not boxes.is_mark(words):
            return
        for number in range(hit.start, hit.end):
            kind, _text, flags = self.document.tokens[number]
            if kind == WORDS:
                self.document.tokens[number] = (kind, "☒", flags)
                return

    def _is_marked_beside(self, hit: Hit, whole: list[Hit]) -> bool:
        """Whether somebody put an x beside the box, in its cell or before its words."""
        if any(one.holds(hit) and one.control is not None for one in whole) or hit.cell is None:
            return False
        paragraph = self.document.paragraph_round(hit.start)
        if paragraph is None:
            return False
        for number in range(paragraph.start, paragraph.end):
            kind, text, _flags = self.document.tokens[number]
            if kind == WORDS and not self.claimed[number] and boxes.is_mark(text):
                self.claimed[number] = 1
                return True
        return False

    # -- what stands in the cell beside the control ---------------------------------------------

    def _rest(self, found: list[Hit], content: Content) -> None:
        """Words in the answer's cell but outside of its control: people click beside it."""
        cell = self._own_cell(found)
        if cell is None:
            return
        question = self.layout.question_at(found[0].address.whole)
        takes_more = content.is_blank or question.kind in ("text", "long_text")
        rest = self.cell_text(cell, question, claims=takes_more)
        if _stands_for_nothing(rest) and not any(hit.control for hit in found):
            content.is_ours = True
        if not rest or not takes_more or content.is_ours:
            return
        if content.ticks is not None and boxes.is_mark(rest):
            return
        content.text = f"{content.text}\n{rest}" if content.text else rest

    def _own_cell(self, found: list[Hit]) -> Cell | None:
        """The cell of an answer that shares it with no other."""
        cell = found[0].cell
        if cell is None:
            return None
        here, whole = self.hits_in(cell), found[0].address.whole
        if len(here) == 1 or all(hit.address.whole == whole for hit in here):
            return cell
        return None

    def is_left(self, within: Range) -> bool:
        """Whether there are words in a range that nobody has claimed."""
        return self.claimed.find(0, within.start, within.end) >= 0

    def cell_text(self, cell: Cell, question: Question, *, claims: bool) -> str:
        """What is typed in the cell of an answer and not yet read, without what we print there."""
        if not self.is_left(cell):
            return ""
        is_typed = False
        for paragraph in self.document.paragraphs_in(cell):
            start, end = paragraph.start, paragraph.end
            if not self.is_left(paragraph):
                continue
            text = self.document.text(start, end, without=self.claimed)
            if not text.strip():
                continue
            if paragraph.style in _OUR_STYLES or self._is_ours(text, question):
                self.claim(start, end)
            else:
                is_typed = True
        if not is_typed:
            return ""
        whole = self.document.text(cell.start + 1, cell.end - 1, without=self.claimed)
        if claims:
            self.claim(cell.start, cell.end)
        return without_prompt(whole).strip("\n")

    def _is_ours(self, text: str, question: Question) -> bool:
        """A prompt, the options beside a list, the words beside a box, a note on an answer."""
        if self.layout.is_prompt(text) or _NOTE.match(text.strip()):
            return True
        words, listed = plain(text), options(question)
        if words == plain("; ".join(choice.label for choice in listed)) and len(listed) > 1:
            return True
        if self.layout.form.purpose != "template" or not text.startswith(("\t", " ")):
            return False
        return any(
            words in (plain(choice.label), plain(f"{choice.label} {choice.hint}"))
            for choice in listed
        )

    def first_line(self, cell: Cell) -> str:
        """The words of a cell's first paragraph that has any."""
        for paragraph in self.document.paragraphs_in(cell):
            text = self.document.text(paragraph.start, paragraph.end).strip()
            if text:
                return text
        return ""

    def read_cell(self, cell: Cell, address: Address) -> Content:
        """What stands in a cell that is known by its label, or by where it stands, alone."""
        text = self.cell_text(cell, self.layout.question_at(address), claims=True)
        content = Content(is_ours=True) if _stands_for_nothing(text) else Content(text)
        listed = options(self.layout.question_at(address))
        if listed and (boxes.has_box(text) or (len(listed) == 1 and boxes.is_mark(text))):
            self._tick([], [], content, address)
            if len(listed) == 1 and boxes.is_mark(text):
                content.ticks, content.text = {listed[0].code: True}, ""
        return content


def without_prompt(text: str) -> str:
    """What was typed before or behind a prompt that did not go away."""
    left = _PROMPT.sub("", text)
    return text if left == text else left.strip()


def _stored(listed: etree._Element, words: str) -> str:
    """What a list stores for one of its words."""
    for item in listed.iter(f"{W}listItem"):
        if item.get(f"{W}displayText", item.get(f"{W}value", "")) == words:
            return str(item.get(f"{W}value", ""))
    return ""


def _stands_for_nothing(text: str) -> bool:
    clean = text.strip()
    return clean == LEFT_OUT or clean.startswith("Removed on ")


def _has_box(text: str) -> bool:
    return boxes.has_box(text)


def _numbers(hit: Hit) -> range:
    return range(hit.start, hit.end)
