"""Spreadsheets: nothing runs as a formula, nothing is lost, nothing is held in memory."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from pep_plugin.documents import sheets
from pep_plugin.sections.text import normalise_text

FORMULAS = [
    "=1+1",
    "+44 1632 960001",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "=cmd|'/c calc'!A1",
]
TEXTS = st.text(max_size=60).map(normalise_text)


def as_csv(header: list[str], rows: list[list[str]]) -> list[list[str]]:
    stream = io.StringIO(newline="")
    sheets.write_csv(stream, header, rows)
    return list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


def as_xlsx(header: list[str], rows: list[list[str]]) -> openpyxl.Workbook:
    stream = io.BytesIO()
    sheets.write_xlsx(stream, header, rows)
    return openpyxl.load_workbook(stream)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_csv_cell_or_heading_that_would_run_gets_an_apostrophe(text):
    assert as_csv([text], [[text]]) == [["'" + text], ["'" + text]]


@pytest.mark.parametrize("text", FORMULAS)
def test_an_xlsx_cell_or_heading_that_would_run_is_text_and_stays_as_it_was(text):
    sheet = as_xlsx([text], [[text]]).active
    for row in (1, 2):
        cell = sheet.cell(row, 1)
        assert cell.value == text.replace("\r", "\n") or cell.value == text
        assert (cell.data_type, cell.quotePrefix, cell.number_format) == ("s", True, "@")


def test_no_formula_stands_in_the_file_itself(tmp_path: Path):
    sheets.write_xlsx(tmp_path / "book.xlsx", FORMULAS, [FORMULAS])
    with zipfile.ZipFile(tmp_path / "book.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@given(TEXTS)
def test_every_text_comes_back_from_csv(text):
    assert [[sheets.unguard(cell) for cell in row] for row in as_csv(["a"], [[text, "x"]])][1] == [
        text,
        "x",
    ]


@given(TEXTS)
def test_every_text_comes_back_from_xlsx(text):
    value = as_xlsx(["a"], [[text, "x"]]).active.cell(2, 1).value
    assert unescape(value or "") == text


@pytest.mark.parametrize("length", [20_000, 32_767, 32_768, 50_000])
@pytest.mark.parametrize("character", ["a", "👧"])
def test_a_text_longer_than_a_cell_may_be_goes_on_on_a_second_sheet(length, character):
    text = character * length
    book = as_xlsx(["Views"], [[text]])
    first = book.worksheets[0].cell(2, 1).value
    parts = [row[3] for row in book["Long texts"].values][1:] if "Long texts" in book else [first]
    assert "".join(parts) == text
    assert all(len(part.encode("utf-16-le")) // 2 <= sheets.CELL_LIMIT for part in (first, *parts))


def test_rows_are_asked_for_one_by_one(tmp_path: Path):
    asked: list[int] = []

    def rows() -> Iterator[list[int]]:
        for number in range(3):
            asked.append(number)
            yield [number]

    lines = sheets.csv_lines(["n"], rows())
    assert next(lines) == b"\xef\xbb\xbfn\r\n"
    assert asked == []
    assert next(lines) == b"0\r\n"
    assert asked == [0]


def test_the_writers_say_how_many_rows_there_were(tmp_path: Path):
    assert sheets.write_csv(io.StringIO(), ["a"], [["1"], ["2"]]) == 2
    assert sheets.write_xlsx(tmp_path / "b.xlsx", ["a"], []) == 0
