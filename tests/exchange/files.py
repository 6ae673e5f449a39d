"""Files as councils and the register send them, made for a test. Every school is invented."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

#: The heading of the national register, 139 columns, as published.
REGISTER_HEADER = next(
    csv.reader([(Path(__file__).parent / "register_header.csv").read_text(encoding="utf-8")])
)
#: Columns that the register writes without quotation marks.
_BARE = {"URN", "StatutoryLowAge", "StatutoryHighAge", "UKPRN", "Easting", "Northing"}

CHILDREN = [
    "council_number",
    "first_name",
    "last_name",
    "preferred_name",
    "date_of_birth",
    "upn",
    "looked_after_since",
    "school_urn",
    "year_group",
    "social_worker_email",
]


def register_row(urn: int | str, **cells: str) -> dict[str, str]:
    """One school of the register; ``cells`` by column, with "_" for what no keyword can hold."""
    row = {
        "URN": str(urn),
        "LA (code)": "999",
        "LA (name)": "Alderbrook",
        "EstablishmentNumber": "2001",
        "EstablishmentName": f"St Wilfrid’s School {urn}",
        "TypeOfEstablishment (code)": "01",
        "TypeOfEstablishment (name)": "Community school",
        "EstablishmentTypeGroup (code)": "4",
        "EstablishmentStatus (code)": "1",
        "EstablishmentStatus (name)": "Open",
        "OpenDate": "01-09-1998",
        "PhaseOfEducation (code)": "02",
        "PhaseOfEducation (name)": "Primary",
        "StatutoryLowAge": "4",
        "StatutoryHighAge": "11",
        "UKPRN": "10079999",
        "Street": "O'Connor Road ",
        "Town": "Alderbrook",
        "Postcode": "ZZ1 2AB",
        "SchoolWebsite": "www.school.example",
        "TelephoneNum": "01632960123",
        "HeadTitle (name)": "Ms",
        "HeadFirstName": "Joan",
        "HeadLastName": "Aldous",
    }
    unknown = set(cells) - set(REGISTER_HEADER)
    assert not unknown, unknown
    return {**row, **cells}


def register(path: Path, rows: Iterable[Mapping[str, str]], *, encoding: str = "cp1252") -> Path:
    """The register as published: cp1252, text quoted, numbers bare."""
    with path.open("w", encoding=encoding, newline="") as opened:
        opened.write(",".join(f'"{name}"' for name in REGISTER_HEADER) + "\r\n")
        for row in rows:
            cells = []
            for name in REGISTER_HEADER:
                cell = row.get(name, "")
                quoted = '"' + cell.replace('"', '""') + '"'
                cells.append(cell if name in _BARE or not cell else quoted)
            opened.write(",".join(cells) + "\r\n")
    return path


def child_row(number: str = "AB1", **cells: str) -> dict[str, str]:
    return {
        "council_number": number,
        "first_name": "Maya",
        "last_name": "Kestrel",
        "date_of_birth": "14/10/2017",
        "looked_after_since": "2023-05-02",
        **cells,
    }


def children_csv(
    path: Path,
    *rows: Mapping[str, str],
    encoding: str = "utf-8-sig",
    header: Sequence[str] = CHILDREN,
    delimiter: str = ",",
) -> Path:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(header)
    for row in rows:
        writer.writerow([row.get(name, "") for name in CHILDREN])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def children_xlsx(path: Path, *rows: Mapping[str, Any]) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.append(CHILDREN)
    for row in rows:
        sheet.append([row.get(name) for name in CHILDREN])
    book.save(path)
    return path
