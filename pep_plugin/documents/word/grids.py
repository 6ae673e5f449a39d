"""A grid to tick: a line for each thing asked, a column for each step, a box where they meet."""

from __future__ import annotations

from collections.abc import Sequence

from pep_plugin.documents.outline import Entry, Item, Row, TableEntry
from pep_plugin.documents.word import boxes, controls, look, names, xml
from pep_plugin.documents.word.boxes import Box
from pep_plugin.documents.word.desk import Desk, height
from pep_plugin.sections.schema import Choice, Question

#: In millimetres.
_FACE, _ROW_PICTURE, _ROW_ROOM = 12.0, 8.5, 11
#: In points, so that a face and its box stand beside each other.
_LOWER = -10
_MOST_STEPS = 11
_MANY_ROWS = 7

Line = tuple[Entry | Row, Box]


def is_scale(question: Question) -> bool:
    """Whether its steps fit side by side on a page."""
    return question.kind == "scale" and 0 < len(controls.options(question)) <= _MOST_STEPS


def is_grid(item: Item) -> bool:
    """Whether each row of a table is one tick on a scale."""
    return isinstance(item, TableEntry) and len(item.columns) == 1 and is_scale(item.columns[0])


def is_large(item: Item) -> bool:
    """Whether it is a grid that would fall apart over two pages."""
    return isinstance(item, TableEntry) and is_grid(item) and len(item.rows) >= _MANY_ROWS


def of_table(item: TableEntry, desk: Desk) -> str:
    key = item.columns[0].key
    lines = [(row, Box(row.cells[0], item.path, row.id, key, row.label)) for row in item.rows]
    return write(item.label, lines, desk)


def write(title: str, lines: Sequence[Line], desk: Desk) -> str:
    """The table. ``title``: the heading of its first column; the steps are those of all lines."""
    steps = lines[0][1].options
    has_faces = desk.pictures.has(_face(steps[0]))
    name = round(look.WIDTH * (0.27 if has_faces else 0.34))
    widths = [name, *[(look.WIDTH - name) // len(steps)] * len(steps)]
    heads = [title, *(step.label for step in steps)]
    head = desk.heads(heads, widths, centres=True)
    rows = (_line(said, box, widths, desk, has_faces=has_faces) for said, box in lines)
    return desk.boxed([head, *rows], widths, title)


def _line(
    said: Entry | Row, box: Box, widths: Sequence[int], desk: Desk, *, has_faces: bool
) -> str:
    start, end = xml.bookmark_ends(box.bookmark, desk.ids)
    name = xml.cell(
        _name(said, box, desk, has_faces=has_faces),
        widths[0],
        fill=desk.dress.soft,
        is_centred=True,
    )
    cells = [name]
    last = len(box.options) - 1
    for number, (step, width) in enumerate(zip(box.options, widths[1:], strict=True)):
        face = desk.pictures.draw(_face(step), _FACE, lift=_LOWER) if has_faces else ""
        ticked = boxes.tick(box, step, desk.ids)
        ticked = (start if number == 0 else "") + ticked + (end if number == last else "")
        made = xml.paragraph(face + xml.runs(" ") + ticked if face else ticked, "PEPFace")
        cells.append(xml.cell(made, width, is_centred=True))
    return xml.row(cells, height=height(box.question, _ROW_ROOM))


def _name(said: Entry | Row, box: Box, desk: Desk, *, has_faces: bool) -> str:
    words = xml.runs(said.label, "<w:b/>")
    picture = box.question.picture
    if isinstance(said, Row):
        words = xml.bookmarked(words, names.row_bookmark(box.path, said.id), desk.ids)
        # Beside faces a row is drawn by the picture named like it; elsewhere some rows would have
        # one and some not, as if something were missing.
        picture = said.id.replace("_", "-") if has_faces else ""
    drawn = desk.pictures.draw(picture, _ROW_PICTURE)
    shown = xml.paragraph(drawn, "PEPLabel") if drawn else ""
    return shown + xml.paragraph(words, "PEPLabel")


def _face(step: Choice) -> str:
    """The drawing of a step from very sad to very happy; steps in numbers have none."""
    return f"face-{step.code}" if not step.label.isdigit() else ""
