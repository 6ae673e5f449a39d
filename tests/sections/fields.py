"""The checklist of fields, docs/reference/fields.csv, and the same rows read out of the forms."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pep_plugin.sections import definitions
from pep_plugin.sections.schema import Question

CHECKLIST = Path(__file__).resolve().parents[2] / "docs" / "reference" / "fields.csv"
#: Not a question of any form: it is kept beside the plan, or its form is yet to come.
MARKS = ("beside", "later")


class Field(NamedTuple):
    """One question, or column of a table, of one phase."""

    key: str
    phase: str
    kind: str
    values: str
    required: str
    owner: str


class Row(NamedTuple):
    """A line of the checklist: one field of some phases."""

    key: str
    phases: str
    kind: str
    values: str
    required: str
    owner: str
    reference: str
    mark: str

    def fields(self) -> Iterator[Field]:
        for phase in self.phases.split():
            yield Field(self.key, phase, self.kind, self.values, self.required, self.owner)


def rows() -> list[Row]:
    with CHECKLIST.open(encoding="utf-8", newline="") as file:
        return [Row(**line) for line in csv.DictReader(file)]


def asked() -> Iterator[Field]:
    """Every question and column of the shipped forms."""
    for form in definitions.shipped().values():
        for path, section, question in form.paths():
            owner = question.owner_role or section.owner_role
            yield _field(path, form.key, question, owner)
            for column in question.table.columns if question.table else ():
                place = f"{path}.{column.key}"
                yield _field(place, form.key, column, column.owner_role or owner)


def _field(key: str, phase: str, question: Question, owner: str) -> Field:
    return Field(key, phase, question.kind, _values(question), _required(question), owner)


def _required(question: Question) -> str:
    if isinstance(question.required, bool):
        return "yes" if question.required else "no"
    # Required whenever it is asked at all.
    return "when asked" if question.required == question.applies else question.required.words()


def _values(question: Question) -> str:
    if question.shows:
        return f"record {question.shows}"
    if question.table:
        codes = " ".join(row.code for row in question.table.fixed_rows)
        return f"{question.table.rows} rows {codes or question.table.source}".strip()
    if question.choices:
        given = question.choices
        return given if isinstance(given, str) else " ".join(choice.code for choice in given)
    limits = question.limits
    if "how" in limits:
        return f"{limits['how']} of {' '.join(limits['of'])}"
    if "scheme" in limits:
        return str(limits["scheme"])
    if "points" in limits:
        return f"0 to {limits['points']}"
    return f"{limits['min']} to {limits['max']}" if "min" in limits else ""
