"""The national register of schools, as published: "edubasealldata", daily, all of England.

Columns are read by name; codes are text with leading noughts; dates are dd-mm-yyyy.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from pep_plugin.exchange.limits import BATCH
from pep_plugin.exchange.reading import Heading
from pep_plugin.exchange.resource import BulkResource
from pep_plugin.people.dated import Source
from pep_plugin.people.models import School
from pep_plugin.sections.text import normalise_text

_WRITTEN = re.compile(r"(\d{2})-(\d{2})-(\d{4})")


class Bad(ValueError):
    """A cell cannot be read; ``str()`` ends a sentence that begins with the column."""


def text(cell: str) -> str:
    """One line of text, curly quotes and all; a register breaks lines and doubles blanks."""
    return " ".join(normalise_text(cell).split())


@lru_cache(maxsize=20_000)
def date(cell: str) -> datetime.date | None:
    if not cell:
        return None
    found = _WRITTEN.fullmatch(cell)
    try:
        if found:
            return datetime.date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise Bad("must be a date like 31-08-2024")


@lru_cache(maxsize=1_000)
def age(cell: str) -> int | None:
    if not cell:
        return None
    if cell.isascii() and cell.isdigit() and int(cell) < 130:
        return int(cell)
    raise Bad("must be a whole number")


#: Field -> (column, how it is read). Required ones are those without which it is another file.
_COLUMNS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "urn": ("URN", text),
    "name": ("EstablishmentName", text),
    "street": ("Street", text),
    "town": ("Town", text),
    "postcode": ("Postcode", text),
    "la_code": ("LA (code)", text),
    "la_name": ("LA (name)", text),
    "establishment_number": ("EstablishmentNumber", text),
    "ukprn": ("UKPRN", text),
    "type_name": ("TypeOfEstablishment (name)", text),
    "type_group_code": ("EstablishmentTypeGroup (code)", text),
    "phase_code": ("PhaseOfEducation (code)", text),
    "phase_name": ("PhaseOfEducation (name)", text),
    "status_code": ("EstablishmentStatus (code)", text),
    "opened_on": ("OpenDate", date),
    "closed_on": ("CloseDate", date),
    "low_age": ("StatutoryLowAge", age),
    "high_age": ("StatutoryHighAge", age),
    "website": ("SchoolWebsite", text),
    "telephone": ("TelephoneNum", text),
}
_STATUS = "EstablishmentStatus (name)"
_HEAD = ("HeadTitle (name)", "HeadFirstName", "HeadLastName")
_OPTIONAL = frozenset({"street", "ukprn", "website", "telephone"})

HEADINGS = (
    *(Heading(column, field not in _OPTIONAL) for field, (column, _how) in _COLUMNS.items()),
    Heading(_STATUS, required=True),
    *(Heading(column) for column in _HEAD),
)
_LONGEST: dict[str, int] = {
    field.name: field.max_length
    for field in School._meta.concrete_fields
    if field.max_length and field.name != "source"
}


def read_school(row: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """(field -> value, sentences) of one row; columns that the file lacks are left out."""
    values: dict[str, Any] = {}
    faults = []
    for field, (column, how) in _COLUMNS.items():
        if column not in row:
            continue
        try:
            values[field] = how(row[column])
        except Bad as bad:
            faults.append(f"{column} {bad}.")
    values["is_open"] = row[_STATUS].casefold().startswith("open")
    if _HEAD[2] in row:
        values["head_name"] = text(" ".join(row.get(column, "") for column in _HEAD))
    if not re.fullmatch(r"\d{6}", values["urn"]):
        faults.append("URN must have 6 figures.")
    if not values["name"]:
        faults.append("EstablishmentName is empty.")
    for field, longest in _LONGEST.items():
        if len(values.get(field) or "") > longest:
            name = _COLUMNS.get(field, (_HEAD[2],))[0]
            faults.append(f"{name} is longer than {longest} characters.")
    return values, faults


class SchoolResource(BulkResource):
    """Schools by URN. Closed ones stay, and what the council changed itself stays changed."""

    class Meta(BulkResource.Meta):
        model = School
        import_id_fields = ("urn",)
        fields = (*_COLUMNS, "is_open", "head_name")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for field, (column, _how) in _COLUMNS.items():
            self.fields[field].column_name = column
        self._first_line: dict[str, int] = {}
        self._known: dict[str, School] = {}
        self._urn = 0

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        super().before_import(dataset, **kwargs)
        self._urn = dataset.headers.index("URN")

    def read(self, number: int, row: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
        if number % BATCH == 0:
            self._load(number)
        values, faults = read_school(row)
        line = self.lines[number]
        first = self._first_line.setdefault(values["urn"], line)
        if first != line:
            faults.append(f"URN is the same as on line {first}.")
        return values, faults

    def find(self, number: int) -> School | None:
        return self._known.get(self._values["urn"])

    def get_or_init_instance(self, instance_loader: Any, row: Any) -> tuple[Any, bool]:
        school, is_new = super().get_or_init_instance(instance_loader, row)
        if is_new:
            school.source = Source.IMPORT
        for field in school.overrides:
            self._values.pop(field, None)
        return school, is_new

    def _load(self, number: int) -> None:
        """The schools of the next batch of rows, with one query."""
        urns = [row[self._urn] for row in self.rows[number : number + BATCH]]
        schools = self.get_queryset().select_for_update().filter(urn__in=urns)
        self._known = {school.urn or "": school for school in schools}
