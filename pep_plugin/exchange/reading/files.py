"""A file by its path: how large it is, what it is, and then what reads it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pep_plugin.exchange import limits
from pep_plugin.exchange.problems import Problem, Refused, refuse_rows
from pep_plugin.exchange.reading import csv_file, workbook
from pep_plugin.exchange.reading.table import Heading, Table, place

#: How files begin that are neither CSV nor XLSX, and what an honest person has done.
_OTHERS = (
    (
        b"\xd0\xcf\x11\xe0",
        "This is an old Excel file (.xls), or one with a password. "
        "Open it in Excel, take the password off and save it as .xlsx or as CSV.",
    ),
    (b"%PDF", "This is a PDF. Ask for the list as CSV or as an Excel workbook."),
    (b"\x1f\x8b", "This is a compressed file. Unpack it and import the file that is inside."),
    (b"\x89PNG", "This is a picture, not a list."),
    (b"\xff\xd8\xff", "This is a picture, not a list."),
)


def read(
    path: Path, wanted: Sequence[Heading], *, largest: int, most_rows: int, formats: Sequence[str]
) -> Table:
    """The wanted columns of a CSV or XLSX file; ``formats`` names which may come ("csv", "xlsx").

    What the file is decides, not what it is called. Raises :class:`Refused`.
    """
    start = _begin(path, largest)
    if not start.startswith(b"PK"):
        for mark, sentence in _OTHERS:
            if start.startswith(mark):
                raise Refused(sentence)
        encoding, rows = csv_file.rows(path)
    elif "xlsx" in formats:
        encoding, rows = "XLSX", workbook.rows(path, most_rows=most_rows)
    else:
        raise Refused("This is an Excel workbook or a zip file. The CSV file itself is needed.")
    return _table(encoding, rows, wanted, most_rows)


def _begin(path: Path, largest: int) -> bytes:
    """The first bytes, once the file is known to be one and small enough to read."""
    try:
        if not path.is_file():
            raise Refused(f"There is no file called {path.name}.")
        size = path.stat().st_size
        if size > largest:
            raise Refused(
                f"The file is {size / limits.MEGABYTE:,.0f} MB. "
                f"{largest // limits.MEGABYTE} MB is the most that is read."
            )
        with path.open("rb") as opened:
            return opened.read(8)
    except OSError as error:
        raise Refused(f"{path.name} cannot be opened: {error.strerror}.") from None


def _table(
    encoding: str, rows: Iterator[tuple[int, list[str]]], wanted: Sequence[Heading], most_rows: int
) -> Table:
    filled = (row for row in rows if any(cell.strip() for cell in row[1]))
    try:
        _line, found = next(filled)
    except StopIteration:
        raise Refused("The file is empty.") from None
    at, ignored = place(found, wanted)
    table = Table(list(at), encoding=encoding, ignored=ignored)
    indexes, width = list(at.values()), len(found)
    problems = []
    for line, cells in filled:
        if len(table) == most_rows:
            raise Refused(f"The file has more than {most_rows:,} rows. Divide it into parts.")
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            problems.append(
                Problem(line, f"there are {len(cells)} cells under {width} headings. A text with a "
                "comma in it may want quotation marks.")
            )  # fmt: skip
            continue
        cells += [""] * (width - len(cells))
        table.add(line, [cells[index].strip() for index in indexes])
    table.complete()
    refuse_rows(problems)
    if not len(table):
        raise Refused("The file has headings and no rows.")
    return table
