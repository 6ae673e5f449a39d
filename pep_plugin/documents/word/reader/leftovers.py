"""What is in a file and in no answer: words where nothing was asked, comments, footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pep_plugin.documents.word.reader.labels import OUR_HEADS
from pep_plugin.documents.word.reader.layout import plain
from pep_plugin.documents.word.reader.numbering import Numbering
from pep_plugin.documents.word.reader.package import Package
from pep_plugin.documents.word.reader.places import Hit, Places, without_prompt
from pep_plugin.documents.word.reader.properties import W
from pep_plugin.documents.word.reader.tokens import (
    Beside,
    Cell,
    Document,
    Paragraph,
    Row,
)
from pep_plugin.documents.word.reader.walk import Walk

#: What stands at the head and the foot of what we make; it depends on the council's settings.
_OUR_STYLES = frozenset(
    {"Title", "Subtitle", "PEPFrom", "PEPLogo", "PEPOpening", "PEPNotice", "PEPOwner", "PEPNote"}
)
_LONGEST = 20_000
#: More than these are shown together: a page of thousands helps nobody.
_MOST = 200
_NEAR = 200


class Leftovers:
    """Asked after everything that has a place has been read."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.document = places.document
        self.layout = places.layout
        self._last_label = ""

    def unplaced(self) -> list[dict[str, str]]:
        """``text`` and ``near``: what we had printed beside it or above it last."""
        found: list[dict[str, str]] = []
        rest: list[str] = []
        body = self.document.stories[0]
        for paragraph in self.document.paragraphs:
            if not self.places.is_left(paragraph):
                continue
            left = self._left(paragraph)
            if not left.strip():
                continue
            if paragraph.start >= body.end and self._is_running(left):
                continue
            if self._is_ours(paragraph, left):
                self._last_label = left[:_NEAR]
                continue
            if len(found) >= _MOST:
                rest.append(left)
                continue
            near = self._near(paragraph)
            if found and found[-1]["near"] == near and self._follows(paragraph):
                found[-1]["text"] = f"{found[-1]['text']}\n{left}"[:_LONGEST]
            else:
                found.append({"text": left[:_LONGEST], "near": near})
            self._previous = paragraph.end
        if rest:
            found.append({"text": "\n".join(rest)[:_LONGEST], "near": ""})
        return found

    _previous = -1

    def _follows(self, paragraph: Paragraph) -> bool:
        return paragraph.start == self._previous

    def _left(self, paragraph: Paragraph) -> str:
        """Words that nobody has claimed, those of paragraphs within this one left to them."""
        text = self.document.text(
            paragraph.start, paragraph.end, without=self.places.claimed, hidden=True
        )
        return without_prompt(text).strip()

    def _is_running(self, text: str) -> bool:
        """Whether it is what stands on every page: a reference, a number, a council's name."""
        words = plain(text)
        return len(words) < 200 and not words.endswith((".", "!", "?"))

    def _is_ours(self, paragraph: Paragraph, left: str) -> bool:
        if paragraph.style in _OUR_STYLES or self.layout.is_prompt(left):
            return True
        if not self.layout.without_ours(left):
            return True
        cell = self.places.cell_at(paragraph.start)
        row = cell.row if cell is not None else None
        if row is None or row.table is None or not row.table.rows:
            return False
        first = row.table.rows[0].cells
        if len(first) != 2:
            return False
        return tuple(plain(self.places.first_line(one)) for one in first) in OUR_HEADS

    def _near(self, paragraph: Paragraph) -> str:
        """The label of its row, else the last words of ours before it."""
        cell = self.places.cell_at(paragraph.start)
        while cell is not None and cell.row is not None:
            if label := self._label(cell, cell.row):
                return label[:_NEAR]
            cell = cell.row.table.cell if cell.row.table is not None else None
        return self._last_label

    def _label(self, cell: Cell, row: Row) -> str:
        for hit in self.places.hits_in(cell):
            return self.layout.question_at(hit.address.whole).label
        if row.cells and row.cells[0] is not cell:
            return self.places.first_line(row.cells[0])
        return ""

    # -- comments and notes at the foot ---------------------------------------------------------

    def comments(self, package: Package) -> list[dict[str, str]]:
        """``text`` and ``path`` of the answer beside which each hangs ("" for none)."""
        texts = {
            kind: dict(_texts(package, name, kind))
            for kind, name in (
                ("comment", "comments"),
                ("footnote", "footnotes"),
                ("endnote", "endnotes"),
            )
        }
        found, seen = [], set()
        for beside in self.document.beside:
            text = texts[beside.kind].get(beside.number, "")
            if text and (beside.kind, beside.number) not in seen:
                seen.add((beside.kind, beside.number))
                found.append({"text": text[:_LONGEST], "path": self._path(beside)})
        for number, text in texts["comment"].items():
            if text and ("comment", number) not in seen:
                found.append({"text": text[:_LONGEST], "path": ""})
        return found

    def _path(self, beside: Beside) -> str:
        cell = self.places.cell_at(beside.start)
        hits: list[Hit] = self.places.hits_in(cell) if cell is not None else []
        hits = hits or [hit for hit in self.places.hits if hit.start <= beside.start <= hit.end]
        if not hits and cell is not None and cell.row is not None:
            hits = [hit for one in cell.row.cells for hit in self.places.hits_in(one)]
        return hits[0].address.path if hits else ""


def _texts(package: Package, kind: str, name: str) -> Iterator[tuple[str, str]]:
    """(number, words) of every comment or note of a part."""
    for part in package.related(package.main, kind):
        root = package.xml(part)
        for one in root.iter(f"{W}{name}") if root is not None else ():
            if one.get(f"{W}type") in ("separator", "continuationSeparator"):
                continue
            yield one.get(f"{W}id", ""), _text(one)


def _text(element: etree._Element) -> str:
    document = Document()
    story = Walk(document, Numbering(None)).story(element)
    return document.text(story.start, story.end).strip()
