"""A paper of the library: filled in by hand as often as on a screen, by people who see one form a
year. So there are boxes to tick instead of lists to open, room to write, big type for children,
and no word about what is optional: all of it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pep_plugin.documents.outline import (
    Block,
    Entry,
    Item,
    OutlineDocument,
    OutlineSection,
    Row,
    TableEntry,
    blocks,
)
from pep_plugin.documents.word import boxes, controls, look, names, xml
from pep_plugin.documents.word.body import Body
from pep_plugin.documents.word.boxes import Box
from pep_plugin.documents.word.pictures import Pictures
from pep_plugin.sections.schema import Choice, Form, Question

_MILLIMETRE = 56.7
#: Room to write in, in millimetres, unless the question says another (``limits={"room": 40}``).
_ROOM, _LONG_ROOM, _DRAWING_ROOM, _ROW_ROOM = 10, 21, 105, 11
#: Millimetres for each point of the text beside it.
_PICTURE = 0.56
_FACE, _ROW_PICTURE = 12.0, 8.5
_LABEL = 3500
#: In points, so that a face and its box stand beside each other.
_LOWER = -10
_MANY_ROWS = 7
_HEADS = {
    "child": ("What we ask", "What I say"),
    "carer": ("What we ask", "What you say"),
    "staff": ("What", "Notes"),
}
_TICKED = ("When", "Tick when it is done")
#: A column's share of the width; the rows' names take the most.
_SHARES = {"long_text": 9, "number": 4, "time": 4, "date": 5, "scale": 4, "yes_no": 4}
_NAME_SHARE, _OTHER_SHARE, _TICK_SHARE = 13, 6, 3


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
        drawn = self.pictures.draw(self.paper.sections[0].picture, size * 0.62, lift=-size / 3)
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
                yield self._heading(part.title, level, on_new_page=any(map(_is_large, part.items)))
            yield from (xml.says(words, "PEPIntro") for words in part.intro.splitlines())
            for block in blocks(part.items):
                if block.table and block.table.label not in (part.title, section.title):
                    yield from self._own_heading(block.table, level + bool(part.title))
                yield from self._block(block)

    def _own_heading(self, item: TableEntry, level: int) -> Iterator[str]:
        """What a table asks; a grid to tick says so in its first column's heading."""
        if not _is_grid(item):
            yield self._heading(item.label, level)

    def _heading(
        self, title: str, level: int, picture: str = "", *, on_new_page: bool = False
    ) -> str:
        drawn = self.pictures.draw(picture, self.dress.size * 0.9, lift=-6) if picture else ""
        before = "<w:pageBreakBefore/>" if on_new_page else ""
        before += look.ruled(look.side_of(self.audience)) if level == 1 else ""
        space = xml.runs("  ") if drawn else ""
        return xml.paragraph(drawn + space + xml.runs(title), f"Heading{level}", before=before)

    def _block(self, block: Block) -> Iterator[str]:
        """Tables with a gap after each: the table of the block, or runs of like questions."""
        if block.table is not None:
            yield self._paper_table(block.table) + xml.says("", "PEPGap")
        for layout, run in groupby(block.entries, key=_layout):
            entries = tuple(run)
            if layout == "drawing":
                made = "".join(map(self._drawing, entries))
            elif layout == "scale":
                made = self._scale("", [(entry, _box(entry)) for entry in entries])
            else:
                made = self._answers(entries)
            yield made + xml.says("", "PEPGap")

    # -- questions and room for answers ---------------------------------------------------------

    def _answers(self, entries: tuple[Entry, ...]) -> str:
        heads = _HEADS.get(self.audience, _HEADS["staff"])
        if self.audience == "staff" and entries[0].question.kind == "choices":
            heads = _TICKED
        label = 2100 if heads is _TICKED else _LABEL
        widths = (label, look.WIDTH - label)
        lines = (
            xml.row(
                (
                    xml.cell(self._asks(entry.label, entry.question), label, fill=self.dress.soft),
                    xml.cell(boxes.write(_box(entry), self.ids), widths[1]),
                ),
                height=_height(entry.question),
            )
            for entry in entries
        )
        return self._boxed([self._heads(heads, widths), *lines], widths, entries[0].label)

    def _asks(self, label: str, question: Question) -> str:
        """What is asked, under its picture."""
        drawn = self.pictures.draw(question.picture, self.dress.size * _PICTURE)
        picture = xml.paragraph(drawn, "PEPLabel") if drawn else ""
        said = xml.paragraph(xml.runs(label, "<w:b/>"), "PEPLabel", text=label)
        return picture + said + (xml.says(question.help, "PEPHint") if question.help else "")

    def _drawing(self, entry: Entry) -> str:
        """One wide box under what is asked."""
        drawn = self.pictures.draw(entry.question.picture, self.dress.size * 0.85, lift=-8)
        space = xml.runs("  ") if drawn else ""
        words = xml.paragraph(drawn + space + xml.runs(entry.label, "<w:b/>"), "PEPLabel")
        if entry.question.help:
            words += xml.says(entry.question.help, "PEPHint")
        head = xml.row([xml.cell(words, look.WIDTH, fill=self.dress.soft)], is_header=True)
        room = xml.row(
            [xml.cell(boxes.write(_box(entry), self.ids), look.WIDTH)],
            height=_height(entry.question),
        )
        return self._boxed([head, room], (look.WIDTH,), entry.label)

    # -- tables ---------------------------------------------------------------------------------

    def _paper_table(self, item: TableEntry) -> str:
        columns = item.columns
        if _is_grid(item):
            spots = [
                (row, Box(row.cells[0], item.path, row.id, columns[0].key, row.label))
                for row in item.rows
            ]
            return self._scale(item.label, spots)
        shares = [_share(column) for column in columns]
        if item.names_rows:
            shares.insert(0, _NAME_SHARE)
        widths = [look.WIDTH * share // sum(shares) for share in shares]
        heads = [column.label for column in columns]
        if item.names_rows:
            heads.insert(0, item.row_heading)
        hints = {row.code: row.hint for row in item.question.table.fixed_rows}  # type: ignore[union-attr]
        lines = (self._row(item, row, hints.get(row.id, ""), widths) for row in item.rows)
        return self._boxed([self._heads(heads, widths), *lines], widths, item.label)

    def _row(self, item: TableEntry, row: Row, hint: str, widths: list[int]) -> str:
        start, end = xml.bookmark_ends(names.row_bookmark(item.path, row.id), self.ids)
        cells = []
        if item.names_rows:
            label = xml.paragraph(start + xml.runs(row.label, "<w:b/>") + end, "PEPLabel")
            words = label + (xml.says(hint, "PEPHint") if hint else "")
            cells.append(xml.cell(words, widths[0], fill=self.dress.soft))
        for number, cell in enumerate(row.cells):
            box = Box(cell, item.path, row.id, cell.question.key, f"{row.label}, {cell.label}")
            cells.append(
                xml.cell(boxes.write(box, self.ids), widths[len(cells)], is_centred=box.is_one_tick)
            )
            if number == 0 and not item.names_rows:
                cells[-1] = cells[-1].replace("<w:r>", f"{start}{end}<w:r>", 1)
        return xml.row(cells, height=round(_ROW_ROOM * _MILLIMETRE))

    def _scale(self, title: str, lines: Sequence[tuple[Entry | Row, Box]]) -> str:
        """A line for each thing asked, a column for each step, and a box where they meet."""
        steps = lines[0][1].options
        has_faces = self.pictures.has(_face(steps[0]))
        name = round(look.WIDTH * (0.27 if has_faces else 0.34))
        widths = [name, *[(look.WIDTH - name) // len(steps)] * len(steps)]
        heads = [title or "How I feel", *(step.label for step in steps)]
        head = self._heads(heads, widths, is_centred=True)
        rows = (self._steps(said, box, widths, has_faces) for said, box in lines)
        return self._boxed([head, *rows], widths, title or lines[0][0].label)

    def _steps(self, said: Entry | Row, box: Box, widths: list[int], has_faces: bool) -> str:
        picture = _picture_of(said) if isinstance(said, Row) else box.question.picture
        # Some pictures and some gaps would look as if something were missing.
        is_drawn = has_faces or not isinstance(said, Row)
        drawn = self.pictures.draw(picture, _ROW_PICTURE) if is_drawn else ""
        start, end = xml.bookmark_ends(box.bookmark, self.ids)
        label = xml.paragraph(drawn, "PEPLabel") if drawn else ""
        words = xml.runs(said.label, "<w:b/>")
        if isinstance(said, Row):
            words = xml.bookmarked(words, names.row_bookmark(box.path, said.id), self.ids)
        label += xml.paragraph(words, "PEPLabel")
        cells = [xml.cell(label, widths[0], fill=self.dress.soft, is_centred=True)]
        last = len(box.options) - 1
        for number, (step, width) in enumerate(zip(box.options, widths[1:], strict=True)):
            ticked = boxes.tick(box, step, self.ids)
            ticked = (start if number == 0 else "") + ticked + (end if number == last else "")
            face = self.pictures.draw(_face(step), _FACE, lift=_LOWER) if has_faces else ""
            made = xml.paragraph(face + xml.runs(" ") + ticked if face else ticked, "PEPFace")
            cells.append(xml.cell(made, width, is_centred=True))
        return xml.row(cells, height=round(_ROW_ROOM * _MILLIMETRE))

    def _heads(
        self,
        labels: tuple[str, ...] | list[str],
        widths: tuple[int, ...] | list[int],
        *,
        is_centred: bool = False,
    ) -> str:
        centre = '<w:jc w:val="center"/>'
        return xml.row(
            (
                xml.cell(
                    xml.paragraph(
                        xml.runs(label), "PEPHead", before=centre if is_centred and number else ""
                    ),
                    width,
                    fill=self.dress.soft,
                )
                for number, (label, width) in enumerate(zip(labels, widths, strict=True))
            ),
            is_header=True,
        )

    def _boxed(self, rows: list[str], widths: tuple[int, ...] | list[int], title: str) -> str:
        return xml.table(rows, widths, title=title, line=self.dress.line, is_boxed=True)


def _layout(entry: Entry) -> str:
    if entry.question.limits.get("drawing"):
        return "drawing"
    if entry.question.kind == "choices":
        return "ticks"
    is_scale = entry.question.kind == "scale" and controls.options(entry.question)
    return "scale" if is_scale else "answers"


def _box(entry: Entry) -> Box:
    return Box(entry, entry.path, name=entry.label)


def _is_grid(item: Item) -> bool:
    """Whether each row is one tick on a scale."""
    return isinstance(item, TableEntry) and [one.kind for one in item.columns] == ["scale"]


def _is_large(item: Item) -> bool:
    """Whether it is a grid that would fall apart over two pages."""
    return isinstance(item, TableEntry) and _is_grid(item) and len(item.rows) >= _MANY_ROWS


def _picture_of(row: Row) -> str:
    """A row that a form names is drawn by the picture of that name."""
    return row.id.replace("_", "-")


def _face(step: Choice) -> str:
    """The drawing of a step from very sad to very happy; steps in numbers have none."""
    return f"face-{step.code}" if not step.label.isdigit() else ""


def _height(question: Question) -> int:
    """The least height of an answer, in twentieths of a point."""
    usual = _LONG_ROOM if question.kind == "long_text" else _ROOM
    if question.limits.get("drawing"):
        usual = _DRAWING_ROOM
    elif controls.options(question):
        usual = 0
    return round(float(question.limits.get("room", usual)) * _MILLIMETRE)


def _share(column: Question) -> int:
    if column.kind == "choices" and len(column.choices) == 1:
        return _TICK_SHARE
    return int(column.limits.get("share", _SHARES.get(column.kind, _OTHER_SHARE)))
