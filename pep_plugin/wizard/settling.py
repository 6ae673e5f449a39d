"""Two people changed the same thing: both texts are shown, and whoever saved second chooses.

What the person typed travels in the page, signed, so that it is lost neither here nor there.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

from pep_plugin.entry.controls import Control
from pep_plugin.entry.renderer import EntryRenderer
from pep_plugin.plans.merge import Conflict
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.tables import RowLink, TableKind
from pep_plugin.sections.schema import Question, Section

_SALT = "pep_plugin.wizard.settling"
CHOICES = ("mine", "theirs", "new")
#: The fields of the page: the signed texts, and by number the choice for each.
FIELD = "clashes"


@dataclass(slots=True)
class Clash:
    """One thing that both changed. ``control`` is for a third wording, where there can be one."""

    number: int
    label: str
    yours: str
    theirs: str
    unit: dict[str, Any]
    control: Control | None
    choice: str = ""

    @property
    def name(self) -> str:
        return f"settle-{self.number}"

    def answer(self, stored: Answer | None) -> Answer | None:
        """The answer, cell or row that was chosen; ``stored`` is theirs."""
        if self.choice == "theirs":
            return stored
        if self.choice == "new" and self.control is not None:
            return self.control.read()
        mine: Answer | None = self.unit["mine"]
        return mine


def pack(
    opened: OpenPlan,
    section: str,
    conflicts: tuple[Conflict, ...],
    posted: dict[str, Answer | None],
    revision: int,
) -> str:
    """The signed field: for each conflict where it is, both texts, and what this person wants."""
    units = []
    for conflict in conflicts:
        key = conflict.path.partition(".")[2]
        units.append(
            {
                "key": key,
                "unit": conflict.unit,
                "label": conflict.label,
                "yours": conflict.yours,
                "theirs": conflict.theirs,
                "mine": unit_of(posted.get(key), conflict.unit),
            }
        )
    data = {
        "plan": str(opened.plan.pk),
        "person": str(opened.actor.person_id),
        "section": section,
        "revision": revision,
        "units": units,
    }
    return signing.dumps(data, salt=_SALT, compress=True)


def unit_of(answer: Answer | None, unit: str) -> Any:
    """The answer itself, or the row or cell of its table that the unit names."""
    if not unit:
        return answer
    row_id, _, column = unit.partition(".")
    row = next((row for row in (answer or {}).get("value") or [] if row["id"] == row_id), None)
    return row["cells"].get(column) if row and column else row


@dataclass(slots=True)
class Settling:
    """The page of choices: what it holds, and what comes of it."""

    section: Section
    revision: int
    clashes: list[Clash]

    @property
    def unsettled(self) -> list[Clash]:
        return [clash for clash in self.clashes if not clash.choice]

    def answers(self, stored: dict[str, Answer]) -> dict[str, Answer | None]:
        """Question key -> the answer to save: what stands now, with each choice put into it."""
        found: dict[str, Answer | None] = {}
        for clash in self.clashes:
            key, unit = clash.unit["key"], clash.unit["unit"]
            whole = found.get(key, copy.deepcopy(stored.get(key)))
            chosen = clash.answer(unit_of(stored.get(key), unit))
            found[key] = put_unit(whole, unit, chosen) if unit else chosen
        return found


def put_unit(whole: Answer | None, unit: str, chosen: Any) -> Answer:
    """The table's answer with one row or cell put in, or taken out."""
    row_id, _, column = unit.partition(".")
    rows = list((whole or {}).get("value") or [])
    at = next((number for number, row in enumerate(rows) if row["id"] == row_id), None)
    if column:
        if at is not None:
            cells = {key: cell for key, cell in rows[at]["cells"].items() if key != column}
            rows[at] = {**rows[at], "cells": {**cells, column: chosen} if chosen else cells}
    elif chosen is None:
        rows = [row for row in rows if row["id"] != row_id]
    elif at is None:
        rows.append(chosen)
    else:
        rows[at] = chosen
    return {"value": rows}


def unpack(opened: OpenPlan, section: Section, field: str, data: QueryDict | None) -> Settling:
    """The page of choices from its signed field.

    Raises ``SuspiciousOperation`` when it is not one that we made for this person and section.
    """
    try:
        held = signing.loads(field, salt=_SALT)
    except signing.BadSignature:
        raise SuspiciousOperation("The page of choices is not one of ours.") from None
    ours = (str(opened.plan.pk), str(opened.actor.person_id), section.key)
    if (held["plan"], held["person"], held["section"]) != ours:
        raise SuspiciousOperation("The page of choices is somebody else's.")
    clashes = []
    for number, unit in enumerate(held["units"]):
        clash = Clash(
            number,
            unit["label"],
            unit["yours"],
            unit["theirs"],
            unit,
            _control(section, unit, number, data),
        )
        choice = data.get(clash.name, "") if data else ""
        clash.choice = choice if choice in CHOICES else ""
        if clash.choice == "new" and clash.control is None:
            clash.choice = ""
        clashes.append(clash)
    return Settling(section, held["revision"], clashes)


def _control(
    section: Section, unit: dict[str, Any], number: int, data: QueryDict | None
) -> Control | None:
    """A control for a third wording; none for whole tables and rows."""
    question: Question = section.question(unit["key"])
    _row_id, _, column = unit["unit"].partition(".")
    if column and question.table is not None:
        question = question.table.column(column)
    # Whole rows, and links that need rows to choose from, are taken as they are or not at all.
    if (unit["unit"] and not column) or isinstance(kinds.get(question.kind), TableKind | RowLink):
        return None
    return Control.make(
        question,
        [],
        name=f"settle-{number}-new",
        answer=unit["mine"],
        data=data,
        renderer=EntryRenderer(),
    )
