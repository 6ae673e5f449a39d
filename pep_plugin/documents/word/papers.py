"""A paper of the library: filled in by hand as often as on a screen, by people who see one form a
year. So there are boxes to tick instead of lists to open, room to write, big type for children,
and no word about what is optional: all of it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from pep_plugin.documents.outline import (
    Block,
    Entry,
    OutlineDocument,
    OutlineSection,
    Row,
    TableEntry,
    blocks,
)
from pep_plugin.documents.word import boxes, controls, grids, look, names, xml
from pep_plugin.documents.word.body import Body
from pep_plugin.documents.word.boxes import Box
from pep_plugin.documents.word.desk import Desk, height, number_of
from pep_plugin.documents.word.pictures import Pictures
from pep_plugin.sections.schema import Form, Question

#: Room to write in, in millimetres, unless the question says another (``limits={"room": 40}``).
_ROOM, _LONG_ROOM, _DRAWING_ROOM, _ROW_ROOM = 10, 21, 105, 11
_LABEL, _SHORT_LABEL = 3500, 2100
#: Millimetres for each point of the text beside them.
_PICTURE, _WIDE_PICTURE, _TITLE_PICTURE = 0.56, 0.85, 0.62
_HEADS = {
    "child": ("What we ask", "What I say"),
    "carer": ("What we ask", "What you say"),
    "staff": ("What", "Notes"),
}
_TICKED = ("When", "Tick when it is done")
#: A column's share of the width; the rows' names take the most.
_SHARES = {"long_text": 9, "number": 4, "time": 4, "date": 5, "scale": 4, "yes_no": 4}
_NAME_SHARE, _OTHER_SHARE, _TICK_SHARE = 13, 6, 3
#: A table of more columns is written row by row, as the PEP does.
_MOST_COLUMNS = 6


class Paper(Body):
    """Writes a blank paper; ``form`` is a template."""

    def __init__(
        self, outline: OutlineDocument, form: Form, pictures: Pictures, dress: look.Dress
    ) -> None:
        super().__init__(outline, form)
        self.paper = form
        self.audience = form.audience or "staff"
        self.pictures = pictures
        self.dress = dress
        self.desk = Desk(pictures, dress, self.ids)

    @property
    def subtitle(self) -> str:
        """The first line of the paper's own words; a child is not told of versions."""
        version = "" if self.audience == "child" else super().subtitle
        return " · ".join(filter(None, (*self.paper.intro.splitlines()[:1], version)))

    @property
    def title_picture(self) -> str:
        if len(self.paper.sections) > 1:
            return ""
        size = self.dress.title
        picture = self.paper.sections[0].picture
        drawn = self.pictures.draw(picture, size * _TITLE_PICTURE, lift=-size / 3)
        return f"<w:r><w:tab/></w:r>{drawn}" if drawn else ""

    # -- sections and parts ---------------------------------------------------------------------

    def _section(self, section: OutlineSection) -> Iterator[str]:
        # The only section of a paper is called what the paper is called.
        level = 1 if len(self.outline.sections) == 1 else 2
        if level == 2:
            yield self._heading(section.title, 1, self.paper.section(section.key).picture)
        yield from (xml.says(words, "PEPIntro") for words in section.intro.splitlines())
        for part in section.parts:
            if part.title:
                starts_page = any(map(grids.is_large, part.items))
                yield self._heading(part.title, level, on_new_page=starts_page)
            yield from (xml.says(words, "PEPIntro") for words in part.intro.splitlines())
            for block in blocks(part.items):
                yield from self._block(block, level, (part.title, section.title))

    def _heading(
        self, title: str, level: int, picture: str = "", *, on_new_page: bool = False
    ) -> str:
        drawn = self.pictures.draw(picture, self.dress.size * 0.9, lift=-6)
        before = "<w:pageBreakBefore/>" if on_new_page else ""
        before += look.ruled(look.side_of(self.audience)) if level == 1 else ""
        space = xml.runs("  ") if drawn else ""
        return xml.paragraph(drawn + space + xml.runs(title), f"Heading{level}", before=before)

    def _block(self, block: Block, level: int, titles: tuple[str, str]) -> Iterator[str]:
        """Tables with a gap after each: the table of the block, or runs of like questions."""
        if block.table is not None:
            # A grid asks in the heading of its first column.
            if block.table.label not in titles and not grids.is_grid(block.table):
                level += bool(titles[0])
                yield self._heading(block.table.label, level)
            yield from self._paper_table(block.table, level)
            yield xml.says("", "PEPGap")
        for layout, run in groupby(block.entries, key=_layout):
            entries = tuple(run)
            if layout[0] == "drawing":
                made = xml.says("", "PEPGap").join(map(self._drawing, entries))
            elif layout[0] == "scale":
                lines = [(entry, _box(entry)) for entry in entries]
                made = grids.write("How I feel", lines, self.desk)
            else:
                made = self._answers(entries)
            yield made + xml.says("", "PEPGap")

    # -- questions and room for answers ---------------------------------------------------------

    def _answers(self, entries: tuple[Entry, ...]) -> str:
        heads = _HEADS.get(self.audience, _HEADS["staff"])
        label = _LABEL
        if self.audience == "staff" and entries[0].question.kind == "choices":
            heads, label = _TICKED, _SHORT_LABEL
        widths = (label, look.WIDTH - label)
        lines = (
            xml.row(
                (
                    xml.cell(self._asks(entry), label, fill=self.dress.soft),
                    xml.cell(boxes.write(_box(entry), self.ids), widths[1]),
                ),
                height=height(entry.question, _usual_room(entry.question)),
            )
            for entry in entries
        )
        head = self.desk.heads(heads, widths)
        return self.desk.boxed([head, *lines], widths, entries[0].label)

    def _asks(self, entry: Entry) -> str:
        """What is asked, under its picture."""
        drawn = self.pictures.draw(entry.question.picture, self.dress.size * _PICTURE)
        picture = xml.paragraph(drawn, "PEPLabel") if drawn else ""
        said = xml.paragraph(xml.runs(entry.label, "<w:b/>"), "PEPLabel", text=entry.label)
        return picture + said + self._hint(entry.question)

    def _drawing(self, entry: Entry) -> str:
        """One wide box under what is asked."""
        size = self.dress.size * _WIDE_PICTURE
        drawn = self.pictures.draw(entry.question.picture, size, lift=-8)
        space = xml.runs("  ") if drawn else ""
        words = xml.paragraph(drawn + space + xml.runs(entry.label, "<w:b/>"), "PEPLabel")
        words += self._hint(entry.question)
        head = xml.row([xml.cell(words, look.WIDTH, fill=self.dress.soft)], is_header=True)
        room = xml.row(
            [xml.cell(boxes.write(_box(entry), self.ids), look.WIDTH)],
            height=height(entry.question, _DRAWING_ROOM),
        )
        return self.desk.boxed([head, room], (look.WIDTH,), entry.label)

    def _hint(self, question: Question) -> str:
        return xml.says(question.help, "PEPHint") if question.help else ""

    # -- tables ---------------------------------------------------------------------------------

    def _paper_table(self, item: TableEntry, level: int) -> Iterator[str]:
        if grids.is_grid(item):
            yield grids.of_table(item, self.desk)
            return
        if len(item.columns) > _MOST_COLUMNS:
            for row in item.rows:
                yield from self._card(item, row, level + 1, explains=False)
            return
        shares = [_share(column) for column in item.columns]
        heads = [column.label for column in item.columns]
        if item.names_rows:
            shares.insert(0, _NAME_SHARE)
            heads.insert(0, item.row_heading)
        widths = [look.WIDTH * share // sum(shares) for share in shares]
        fixed = item.question.table.fixed_rows if item.question.table else ()
        hints = {row.code: row.hint for row in fixed}
        lines = [self._row(item, row, hints.get(row.id, ""), widths) for row in item.rows]
        yield self.desk.boxed([self.desk.heads(heads, widths), *lines], widths, item.label)

    def _row(self, item: TableEntry, row: Row, hint: str, widths: list[int]) -> str:
        mark = names.row_bookmark(item.path, row.id)
        cells = []
        if item.names_rows:
            name = xml.bookmarked(xml.runs(row.label, "<w:b/>"), mark, self.ids)
            words = xml.paragraph(name, "PEPLabel") + (xml.says(hint, "PEPHint") if hint else "")
            cells.append(xml.cell(words, widths[0], fill=self.dress.soft))
            mark = ""
        for cell in row.cells:
            box = Box(cell, item.path, row.id, cell.question.key, f"{row.label}, {cell.label}")
            made = boxes.write(box, self.ids, row_mark=mark)
            cells.append(xml.cell(made, widths[len(cells)], is_centred=box.is_one_tick))
            mark = ""
        return xml.row(cells, height=height(item.question, _ROW_ROOM))


def _layout(entry: Entry) -> tuple[Any, ...]:
    """Neighbours of one layout stand in one table; scales only when their steps are the same."""
    if entry.question.limits.get("drawing"):
        return ("drawing",)
    if grids.is_scale(entry.question):
        return ("scale", controls.options(entry.question))
    return ("ticks",) if entry.question.kind == "choices" else ("answers",)


def _box(entry: Entry) -> Box:
    return Box(entry, entry.path, name=entry.label)


def _usual_room(question: Question) -> float:
    if controls.options(question):
        return 0
    return _LONG_ROOM if question.kind == "long_text" else _ROOM


def _share(column: Question) -> int:
    is_one_tick = column.kind == "choices" and len(controls.options(column)) == 1
    usual = _TICK_SHARE if is_one_tick else _SHARES.get(column.kind, _OTHER_SHARE)
    return max(1, round(number_of(column, "share", usual)))
