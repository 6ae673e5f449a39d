"""What several copies of one plan have in common: what everybody in a room may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pep_plugin.documents.outline import (
    Cell,
    Entry,
    Item,
    OutlineDocument,
    OutlineSection,
    Part,
    Row,
    Said,
    TableEntry,
)
from pep_plugin.sections.roles import LABELS
from pep_plugin.sections.schema import Question

S = TypeVar("S", bound=Said)


def common(whole: OutlineDocument, copies: Sequence[OutlineDocument]) -> OutlineDocument:
    """``whole``: as whoever shows it would read it. Nothing that could lead to a home stands in it.

    What is missing from one copy leaves no trace here: "left out" on a wall makes people ask. A
    text in which two copies hide different words is left out altogether.
    """
    others = [{item.path: item for _section, item in copy.items} for copy in copies]
    owners = [{section.key: section.owner for section in copy.sections} for copy in copies]
    sections = [
        replace(_section(section, others), owner=_owner(section, owners))
        for section in whole.sections
    ]
    return replace(
        whole,
        facts=tuple(fact for fact in whole.facts if all(fact in copy.facts for copy in copies)),
        people=tuple(one for one in whole.people if all(one in copy.people for copy in copies)),
        sections=tuple(section for section in sections if section.items),
    )


def _owner(section: OutlineSection, others: Sequence[dict[str, str]]) -> str:
    """Who fills the section in; without a name, where one copy does not tell it."""
    told = {owners.get(section.key) for owners in others} | {section.owner}
    return section.owner if len(told) == 1 else LABELS[section.owner_role]


def _section(section: OutlineSection, others: Sequence[dict[str, Item]]) -> OutlineSection:
    parts = [_part(part, others) for part in section.parts]
    return replace(section, parts=tuple(part for part in parts if part.items))


def _part(part: Part, others: Sequence[dict[str, Item]]) -> Part:
    found = (_item(item, [copy.get(item.path) for copy in others]) for item in part.items)
    return replace(part, items=tuple(item for item in found if item is not None))


def _item(item: Item, same: Sequence[Item | None]) -> Item | None:
    if item.question.sensitive or item.state in ("withheld", "removed"):
        return None
    if isinstance(item, TableEntry):
        return _table(item, same)
    if item.state == "not_provided" and item.question.required is False:
        return None
    others = [one for one in same if isinstance(one, Entry)]
    return _said(item, others) if len(others) == len(same) else None


def _said(said: S, others: Sequence[Said]) -> S | None:
    """The words that everybody may see; None where somebody may see none, or other ones."""
    if any(other.state == "withheld" for other in others):
        return None
    hidden = {other.text for other in others if other.text != said.text}
    if len(hidden) > 1:
        return None
    return replace(said, text=hidden.pop(), value=None) if hidden else said


def _table(table: TableEntry, same: Sequence[Item | None]) -> TableEntry | None:
    others = [one for one in same if isinstance(one, TableEntry) and one.state != "withheld"]
    if len(others) != len(same):
        return None
    if not table.rows:
        return table if table.is_given or table.question.required is not False else None
    cells = [
        {(row.id, cell.question.key): cell for row in other.rows for cell in row.cells}
        for other in others
    ]
    rows = [_row(row, cells) for row in table.rows]
    kept = [row for row in rows if any(cell.is_given for cell in row.cells)]
    shown = {cell.question.key for row in kept for cell in row.cells}
    columns = tuple(column for column in table.columns if column.key in shown)
    if not kept:
        return None
    # Every row has a cell in every column that is shown at all, or the grid would not hold.
    filled = tuple(replace(row, cells=_filled(row, columns, table.path)) for row in kept)
    return replace(table, rows=filled, columns=columns)


def _row(row: Row, others: Sequence[dict[tuple[str, str], Cell]]) -> Row:
    cells = []
    for cell in row.cells:
        same = [held.get((row.id, cell.question.key)) for held in others]
        found = [one for one in same if one is not None]
        if cell.question.sensitive or cell.state == "withheld" or len(found) != len(same):
            continue
        said = _said(cell, found)
        if said is not None:
            cells.append(said)
    return replace(row, cells=tuple(cells))


def _filled(row: Row, columns: Sequence[Question], path: str) -> tuple[Cell, ...]:
    held = {cell.question.key: cell for cell in row.cells}
    return tuple(
        held.get(column.key)
        or Cell(
            path=f"{path}.{column.key}",
            label=column.label,
            question=column,
            text="",
            state="not_provided",
        )
        for column in columns
    )
