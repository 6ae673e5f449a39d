"""Files that are no list, or a trap: a sentence, and nothing is written."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from pep_plugin.exchange import limits
from tests.exchange.files import (
    CHILDREN,
    child_row,
    children_csv,
    children_xlsx,
    register,
    register_row,
)
from tests.exchange.running import imported, refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["schools", "children"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (b"\n\n  \n,,,\n", "The file is empty."),
        (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is an old Excel file (.xls)"),
        (b"\x1f\x8b\x08rubbish", "This is a compressed file."),
        (b"\x89PNG\r\n\x1a\n", "This is a picture, not a list."),
        (bytes(range(256)) * 50, "This is not a text file."),
        (b"\x01\x02\x03\x04" * 50, "This is not a text file."),
        ("council_number,first_name".encode("utf-16-le"), "The file’s encoding is not known"),
        (b"\xff\xfea\x00b", "The file’s encoding is not the one that it says"),
        (b"\xef\xbb\xbfcouncil\xff\xfe", "The file’s encoding is not the one that it says"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(tmp_path, kind, content, sentence):
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    said, lines = refused(kind, path)

    assert said.startswith(sentence)
    assert lines == []


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refused("children", tmp_path / "x.csv")[0] == "There is no file called x.csv."
    assert refused("children", tmp_path)[0].startswith("There is no file called")


@pytest.mark.parametrize(("kind", "most"), [("schools", "90 MB"), ("children", "10 MB")])
def test_a_hundred_megabytes_are_refused_unread(tmp_path, kind, most, monkeypatch):
    path = tmp_path / "list.csv"
    with path.open("wb") as opened:
        # A hole: it takes no room on the disk, and reading it would take a while.
        opened.truncate(100 * limits.MEGABYTE)
    monkeypatch.setattr("pathlib.Path.open", None)

    said, _lines = refused(kind, path)

    assert said == f"The file is 100 MB. {most} is the most that is read."


def test_missing_columns_are_named_and_what_was_found_is_listed(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("Council Number,Forename,last_name,dob\n1,Maya,Kestrel,2017-10-14\n")

    said, _lines = refused("children", path)

    assert said.startswith(
        "The file has no column called first_name, date_of_birth or looked_after_since."
    )
    assert said.endswith("It holds: Council Number, Forename, last_name, dob.")


def test_a_column_that_stands_twice_is_refused(tmp_path):
    header = [*CHILDREN[:3], "Last Name", *CHILDREN[4:]]
    path = children_csv(tmp_path / "c.csv", child_row(), header=header)

    assert refused("children", path)[0].startswith("More than one column is called last_name.")


def test_headings_without_rows_are_refused(tmp_path):
    path = children_csv(tmp_path / "c.csv")

    assert refused("children", path)[0] == "The file has headings and no rows."


def test_a_row_with_more_cells_than_headings_is_named(tmp_path):
    path = children_csv(tmp_path / "c.csv", child_row())
    with path.open("a") as opened:
        opened.write("AB2,Leo,Finch,,1/2/2015,,1/2/2020,,,,spilt\n")

    _said, lines = refused("children", path)

    assert len(lines) == 1
    assert lines[0].startswith("Line 3: there are 11 cells under 10 headings.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_null_character_is_refused(tmp_path, encoding):
    path = children_csv(tmp_path / "c.csv", child_row(first_name="Ma\0ya"), encoding=encoding)

    assert "null character" in refused("children", path)[0]


def test_a_quotation_mark_that_is_never_closed_is_refused(tmp_path):
    path = register(tmp_path / "r.csv", [register_row(900000 + n) for n in range(200)])
    text = path.read_bytes().replace(b'"Alderbrook"', b'"Alderbrook', 1)
    path.write_bytes(text)

    said, _lines = refused("schools", path)

    assert said.startswith("The file cannot be read from line 2 on. A quotation mark may")


def test_too_many_rows_are_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(limits.MOST_ROWS, "children", 2)
    rows = [child_row(f"AB{n}", first_name=f"Robin{'abc'[n]}") for n in range(3)]

    for path in (
        children_csv(tmp_path / "c.csv", *rows),
        children_xlsx(tmp_path / "c.xlsx", *rows),
    ):
        assert refused("children", path)[0].startswith("The file has more than 2 rows.")


def test_a_workbook_is_not_taken_for_the_register(tmp_path):
    path = children_xlsx(tmp_path / "r.csv.xlsx", child_row())

    assert refused("schools", path)[0].startswith("This is an Excel workbook or a zip file.")


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "XFD2"])
def test_one_forgotten_cell_far_away_is_refused_by_its_name(tmp_path, cell):
    book = Workbook()
    book.active.append(CHILDREN)
    book.active[cell] = "x"
    book.save(tmp_path / "c.xlsx")

    assert f"has something in cell {cell}," in refused("children", tmp_path / "c.xlsx")[0]


def test_cells_far_away_that_are_empty_do_no_harm(tmp_path):
    path = children_xlsx(tmp_path / "c.xlsx", child_row())
    book = load_workbook(path)
    book.active["XFD1048576"].font = Font(bold=True)
    book.save(path)

    assert "added: 1" in imported("children", path)


def zipped(path, parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(data.getvalue())
    return path


def test_a_zip_bomb_is_refused_unopened(tmp_path):
    bomb = zipped(
        tmp_path / "c.xlsx",
        {"[Content_Types].xml": "<x/>", "xl/worksheets/sheet1.xml": b"0" * 7_000_000},
    )

    assert refused("children", bomb)[0].startswith("The file unpacks to more than can be read.")


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    archive = zipped(tmp_path / "c.xlsx", {"letter.txt": "Dear all"})

    assert refused("children", archive)[0].startswith(
        "The file is damaged or is not a Word or Excel"
    )


def test_a_workbook_cut_short_is_refused(tmp_path):
    path = children_xlsx(tmp_path / "c.xlsx", child_row())
    path.write_bytes(path.read_bytes()[:2000])

    assert refused("children", path)[0].startswith("The file is damaged")


def test_a_workbook_whose_parts_are_rubbish_is_refused(tmp_path):
    path = zipped(tmp_path / "c.xlsx", {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<"})

    assert refused("children", path)[0].startswith("The workbook cannot be read.")


@pytest.mark.parametrize(
    "content",
    [b"," * 2_000_000, b'"\n",' * 500_000],
    ids=["commas", "lines that one row joins"],
)
def test_a_row_without_end_is_refused_before_it_is_taken_apart(tmp_path, content):
    path = tmp_path / "list.csv"
    path.write_bytes(content)

    said, _lines = refused("children", path)

    assert said.startswith("A row has more than 1,000,000 characters.")
