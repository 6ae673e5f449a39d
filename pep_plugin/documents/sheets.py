"""CSV and XLSX that open safely and lose nothing: no text of ours ever runs as a formula.

Both writers stream: ``rows`` may be a generator of a hundred thousand rows. Every cell is text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Protocol

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

#: What makes a spreadsheet read a cell as a formula. The wide forms are what a Japanese keyboard
#: types, and Excel takes them for the plain ones.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
#: The most that Excel holds in one cell, counted as it counts: in units of UTF-16.
CELL_LIMIT = 32_767
# Excel reads _x0041_ as the character of that number; the underscore itself is written that way.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

Row = Sequence[Any]


class TextStream(Protocol):
    """Anything that text can be written to."""

    def write(self, text: str, /) -> Any: ...


def guard(value: Any) -> str:
    """The cell's text, with an apostrophe before what would run as a formula.

    A text that already is such a guarded one gets another, so that :func:`unguard` can undo it.
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip("'").startswith(_STARTS_A_FORMULA) else text


def unguard(text: str) -> str:
    """The text as it was before :func:`guard`."""
    bare = text[1:]
    return bare if text.startswith("'") and guard(bare) == text else text


def write_csv(stream: TextStream, header: Row, rows: Iterable[Row]) -> int:
    """Write the table as CSV (commas, CRLF) to a stream of text; returns how many rows there were.

    The caller chooses the encoding: ``utf-8-sig``, or Excel takes Ł for Å.
    """
    writer = csv.writer(stream)
    writer.writerow([guard(value) for value in header])
    count = 0
    for row in rows:
        writer.writerow([guard(value) for value in row])
        count += 1
    return count


class _Line:
    """A stream that gives back what was just written; csv needs one to write to."""

    def write(self, text: str) -> str:
        return text


def csv_lines(header: Row, rows: Iterable[Row]) -> Iterator[bytes]:
    """The table as lines of UTF-8 with a byte order mark, for a streaming response."""
    writer = csv.writer(_Line())
    yield b"\xef\xbb\xbf" + writer.writerow([guard(value) for value in header]).encode()
    for row in rows:
        yield writer.writerow([guard(value) for value in row]).encode()


def pieces(text: str, size: int = CELL_LIMIT) -> list[str]:
    """The text cut into parts that fit a cell; no character is cut in two."""
    # Most texts fit however they are counted.
    if len(text) * 2 <= size:
        return [text]
    parts, start, units = [], 0, 0
    for index, character in enumerate(text):
        width = 2 if ord(character) > 0xFFFF else 1
        if units + width > size:
            parts.append(text[start:index])
            start, units = index, 0
        units += width
    return [*parts, text[start:]]


def write_xlsx(
    target: str | Path | IO[bytes], header: Row, rows: Iterable[Row], *, title: str = "Sheet1"
) -> int:
    """Write the table as an XLSX workbook; returns how many rows there were.

    Cells are strings with ``quotePrefix`` and the format ``@``. Excel refuses more than 32,767
    characters in a cell: of a longer text the first part stands in its place, and every part, in
    order, on a second sheet called "Long texts".
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    style = _as_text(WriteOnlyCell(sheet))
    names = [str(name) for name in header]
    long_texts: list[tuple[int, str, int, str]] = []

    def cell(value: Any) -> WriteOnlyCell:
        made = WriteOnlyCell(sheet)
        # openpyxl would read a leading "=" as a formula: the type is set beside the value.
        made._value = value
        made.data_type = "s"
        made._style = style
        return made

    def line(values: Iterable[Any], number: int) -> list[WriteOnlyCell | None]:
        cells: list[WriteOnlyCell | None] = []
        for index, value in enumerate(values):
            text = "" if value is None else _escaped(str(value))
            parts = pieces(text)
            if len(parts) > 1:
                name = names[index] if index < len(names) else ""
                long_texts.extend((number, name, part, it) for part, it in enumerate(parts, 1))
            cells.append(cell(parts[0]) if text else None)
        return cells

    sheet.append(line(names, 1))
    count = 0
    for row in rows:
        count += 1
        sheet.append(line(row, count + 1))
    if long_texts:
        more = book.create_sheet("Long texts")
        more.append([cell(name) for name in ("Row", "Column", "Part", "Text")])
        for number, name, part, text in long_texts:
            more.append([cell(str(value)) for value in (number, name, part, text)])
    book.save(target)
    return count


def _as_text(cell: WriteOnlyCell) -> Any:
    """The style of a cell that is text whatever stands in it, made once for the whole book."""
    cell.number_format = "@"
    cell.quotePrefix = True
    return cell._style


def _escaped(text: str) -> str:
    return _LOOKS_ESCAPED.sub("_x005F_", text)
