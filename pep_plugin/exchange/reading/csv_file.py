"""CSV as Windows, Excel and registers write it: whatever the encoding and the separator."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from pep_plugin.exchange import limits
from pep_plugin.exchange.problems import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
_NOT_TEXT = "This is not a text file. Save the list as CSV (UTF-8) or as an Excel workbook."
_RESAVE = "Open it in Excel and save it as “CSV UTF-8”."
#: Quotation marks that are never closed would swallow the rest of the file.
_UNCLOSED = "A quotation mark may have been opened and never closed."


def encoding_of(path: Path) -> str:
    """By its mark, else UTF-8 when all of it is, else Windows-1252, as the register comes.

    Raises :class:`Refused` for what is no text at all.
    """
    utf8 = codecs.getincrementaldecoder("utf-8")()
    is_utf8 = True
    with path.open("rb") as opened:
        start = opened.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name
        opened.seek(0)
        while chunk := opened.read(_CHUNK):
            _check_text(chunk)
            if is_utf8:
                try:
                    utf8.decode(chunk)
                except UnicodeDecodeError:
                    is_utf8 = False
    if is_utf8:
        try:
            utf8.decode(b"", final=True)
        except UnicodeDecodeError:
            is_utf8 = False
    return "utf-8" if is_utf8 else "cp1252"


def _check_text(chunk: bytes) -> None:
    if b"\0" in chunk:
        if chunk.count(b"\0") > len(chunk) // 3:
            raise Refused(f"The file’s encoding is not known (UTF-16 without its mark?). {_RESAVE}")
        raise Refused(f"{_NOT_TEXT} There is a null character in it.")
    if chunk.translate(None, _CONTROLS) != chunk:
        raise Refused(_NOT_TEXT)


#: Controls that no list holds. Excel writes line feeds into cells, and old systems form feeds.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\x0b\x0c\x1a"))


def rows(path: Path) -> tuple[str, Iterator[tuple[int, list[str]]]]:
    """(encoding, (line, cells) of every row, the first one being the headings)."""
    encoding = encoding_of(path)
    return encoding, _rows(path, encoding)


def _rows(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    line = 1
    try:
        with path.open(encoding=encoding, newline="") as opened:
            lines = _Lines(opened)
            delimiter, skipped = _delimiter(next(lines, ""))
            opened.seek(0)
            lines = _Lines(opened)
            for _ in range(skipped):
                next(lines)
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            for cells in reader:
                _check_cells(cells, line + skipped)
                yield line + skipped, cells
                line = reader.line_num + 1
                lines.read = 0
    except UnicodeError:
        raise Refused(
            f"The file’s encoding is not the one that it says ({encoding}). {_RESAVE}"
        ) from None
    except csv.Error:
        raise Refused(f"The file cannot be read from line {line} on. {_UNCLOSED}") from None


class _Lines:
    """Lines of a file, until one row has had more of them than any list's: 90 MB of commas would
    be as many cells. ``read``: characters since the row began.
    """

    def __init__(self, opened: TextIO) -> None:
        self._opened = opened
        self.read = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._opened.readline(limits.LONGEST_ROW + 1)
        if not line:
            raise StopIteration
        self.read += len(line)
        if self.read > limits.LONGEST_ROW:
            raise Refused(f"A row has more than {limits.LONGEST_ROW:,} characters. {_UNCLOSED}")
        return line


def _check_cells(cells: list[str], line: int) -> None:
    if max(map(len, cells), default=0) > limits.LONGEST_CELL:
        raise Refused(
            f"Line {line} has a cell of more than {limits.LONGEST_CELL:,} characters. {_UNCLOSED}"
        )
    if "\0" in "".join(cells):
        raise Refused(f"Line {line} has a null character in it. {_RESAVE}")


def _delimiter(first: str) -> tuple[str, int]:
    """(separator, lines to skip): Excel may say "sep=;" in a line of its own."""
    if first.strip().strip("\ufeff").lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], 1
    counts = {mark: first.count(mark) for mark in ",;\t"}
    best = max(counts, key=lambda mark: counts[mark])
    return (best if counts[best] else ","), 0
