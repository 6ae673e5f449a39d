"""The first sheet of an XLSX workbook, as text; guarded before anything parses it."""

import datetime
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from pep_plugin.exchange import limits
from pep_plugin.exchange.problems import Refused
from pep_plugin.files import guard

#: Written for a formula or an error, so that a reader of cells can refuse it in its own words.
FORMULA, ERROR = "\x02formula", "\x02error"
#: A cell that holds something: neither closed at once nor with an empty value.
_FILLED_CELL = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*?(?<!/)>"
    rb"(?!</|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)"
)
#: A cell that does not say where it is: it follows the one before.
_UNNAMED_CELL = re.compile(rb"<(?:\w+:)?c(?:\s(?![^>]*\br=)[^>]*)?>")


def rows(path: Path, *, most_rows: int) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of the first sheet. Raises :class:`Refused`."""
    try:
        guard.check_office_file(path)
    except guard.Unsafe as unsafe:
        raise Refused(f"{unsafe} The list can also be saved as CSV.") from None
    widest = _widest(path)
    try:
        found = list(_cells(path, most_rows, widest))
    except Refused:
        raise
    except Exception:
        # openpyxl answers a broken workbook with whatever its parsers raise.
        raise Refused(
            "The workbook cannot be read. Open it in Excel, save it as .xlsx and try again."
        ) from None
    return iter(found)


def _widest(path: Path) -> int:
    """The number of columns that hold something.

    Raises :class:`Refused` for a forgotten cell in the last corner, which would make a parser fill
    in a whole sheet.
    """
    widest = 1
    with ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        for name in sheets:
            data = archive.read(name)
            if _UNNAMED_CELL.search(data):
                widest = limits.MOST_COLUMNS
            for column, row in _FILLED_CELL.findall(data):
                width = column_index_from_string(column.decode())
                if width > limits.MOST_COLUMNS or int(row) > limits.FARTHEST_ROW:
                    raise Refused(
                        f"A sheet has something in cell {column.decode()}{int(row)}, far away from "
                        "the list. Delete that row and column, save and try again."
                    )
                widest = max(widest, width)
    return widest


def _cells(path: Path, most_rows: int, widest: int) -> Iterator[tuple[int, list[str]]]:
    with path.open("rb") as opened, warnings.catch_warnings():
        # Of styles and extensions that are not read anyway.
        warnings.simplefilter("ignore")
        book = load_workbook(opened, read_only=True, data_only=False, keep_links=False)
        try:
            if not book.worksheets:
                raise Refused("The workbook has no sheet with cells.")
            sheet = book.worksheets[0]
            # A sheet may say that it is smaller, or larger, than it is.
            sheet.reset_dimensions()
            reach = {"max_row": most_rows + 2, "max_col": widest}
            for number, row in enumerate(sheet.iter_rows(**reach), start=1):
                cells = [_text(cell) for cell in row]
                while cells and not cells[-1]:
                    cells.pop()
                if cells:
                    yield number, cells
        finally:
            book.close()


def _text(cell: Any) -> str:
    """A cell as a person would have typed it; numbers without the ".0" that Excel stores."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        kind = cell.data_type
        return FORMULA if kind == "f" else ERROR if kind == "e" else value[: limits.LONGEST_CELL]
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Array formulas are objects of openpyxl's own.
    return str(value) if isinstance(value, int | float | datetime.time) else FORMULA
