"""A section that the package and a council both changed: a three-way merge, by key.

Shipped before, shipped now, the council's. What only one of them changed is taken; where both did,
the council's stands and the editor is asked. Pure functions: no row, no request.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pep_plugin.sections.schema import Page, Question, Section, Table

_T = TypeVar("_T", Section, Question, Table)
#: What a merge looks into, instead of taking it as one value.
_INSIDE = frozenset({"key", "pages", "columns", "table"})
_TOLD = {
    "owner_role": "who fills it in",
    "also": "who may write in it too",
    "readers": "who may read it",
    "applies": "when it is asked",
    "carry": "what next term does with it",
    "choices": "its options",
}


@dataclass
class Notes:
    """Sentences for the editor: what stayed the council's, what came, what is to be decided."""

    kept: list[str] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    decide: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, list[str]]:
        return dataclasses.asdict(self)


def merge(before: Section, now: Section, council: Section) -> tuple[Section, Notes]:
    """The section with both sides' changes. Nothing that the council wrote is lost."""
    notes = Notes()
    values = _values(before, now, council, notes, "This section")
    by_key = _by_key(before.questions, now.questions, council.questions, notes, "question")
    return dataclasses.replace(
        council, **values, pages=_pages(before, now, council, by_key, notes)
    ), notes


def _values(before: _T, now: _T, council: _T, notes: Notes, name: str) -> dict[str, Any]:
    """Every plain setting, each by itself."""
    found: dict[str, Any] = {}
    for item in dataclasses.fields(council):
        if item.name in _INSIDE:
            continue
        old, new, own = (getattr(one, item.name) for one in (before, now, council))
        told = _TOLD.get(item.name, item.name.replace("_", " "))
        found[item.name] = new if own == old else own
        if own == old and new != old:
            notes.came.append(f"{name}: {told} {_change(old, new)}.")
        elif own != old and new == old:
            notes.kept.append(f"{name}: your {told} stays.")
        elif own != old and new not in (old, own):
            notes.decide.append(
                f"{name}: {told}. Yours stands{_said(own)}; the package now has another"
                f"{_said(new)}."
            )
    return found


def _change(old: Any, new: Any) -> str:
    if isinstance(old, str) and isinstance(new, str) and old and new:
        return f"was “{old}” and is “{new}”"
    return "is new" if not old else "is another"


def _said(value: Any) -> str:
    return f" (“{value}”)" if isinstance(value, str) and value else ""


def _by_key(
    before: Sequence[Question],
    now: Sequence[Question],
    council: Sequence[Question],
    notes: Notes,
    what: str,
) -> dict[str, Question]:
    """The questions that stay, or columns, by key."""
    old, new, own = ({one.key: one for one in side} for side in (before, now, council))
    found = {}
    for key in dict.fromkeys([*own, *new]):
        kept = _one(old.get(key), new.get(key), own.get(key), notes, what)
        if kept is not None:
            found[key] = kept
    return found


def _one(
    old: Question | None, new: Question | None, own: Question | None, notes: Notes, what: str
) -> Question | None:
    name = f"“{(own or new or old).label}”"  # type: ignore[union-attr]
    if own is None:
        return _not_the_councils(old, new, notes, name, what)
    if new is None:
        return _not_the_packages(old, own, notes, name, what)
    if old is None:
        if own != new:
            notes.decide.append(f"{name}: the package now brings a {what} with this key too.")
        return own
    if own in (old, new):
        if new != own:
            _values(old, new, own, notes, name)
        if new.table != own.table:
            notes.came.append(f"{name}: its table is another.")
        return new
    values = _values(old, new, own, notes, name)
    return dataclasses.replace(own, **values, table=_table(old, new, own, notes, name))


def _not_the_councils(
    old: Question | None, new: Question | None, notes: Notes, name: str, what: str
) -> Question | None:
    if old is None:
        notes.came.append(f"{name}: a new {what}.")
        return new
    if new is not None and new != old:
        notes.decide.append(f"{name}: you took this {what} out, and the package changed it.")
    else:
        notes.kept.append(f"{name}: you took this {what} out, and it stays out.")
    return None


def _not_the_packages(
    old: Question | None, own: Question, notes: Notes, name: str, what: str
) -> Question | None:
    if old is None:
        notes.kept.append(f"{name}: your own {what} stays.")
        return own
    if own == old:
        notes.came.append(f"{name}: the package no longer has this {what}; it is gone.")
        return None
    notes.decide.append(f"{name}: you changed this {what}, and the package took it out. It stays.")
    return own


def _table(old: Question, new: Question, own: Question, notes: Notes, name: str) -> Table | None:
    if old.table is None or new.table is None or own.table is None:
        return new.table if own.table == old.table else own.table
    values = _values(old.table, new.table, own.table, notes, name)
    sides = (old.table.columns, new.table.columns, own.table.columns)
    columns = _by_key(*sides, notes, "column")
    old_keys, new_keys, own_keys = ([one.key for one in side] for side in sides)
    order = _order(old_keys, new_keys, own_keys, columns)
    return dataclasses.replace(own.table, **values, columns=tuple(columns[key] for key in order))


def _order(
    old: list[str], new: list[str], own: list[str], kept: Mapping[str, Question]
) -> list[str]:
    """Whose order it is: the package's, unless the council moved something."""
    lead, other = (own, new) if _moved(old, own) else (new, own)
    order = [key for key in lead if key in kept]
    for key in kept:
        if key not in order:
            order.insert(_after(key, other, order), key)
    return order


def _moved(old: Sequence[str], own: Sequence[str]) -> bool:
    return [key for key in old if key in own] != [key for key in own if key in old]


def _after(key: str, order: Sequence[str], placed: Sequence[str]) -> int:
    """Where it belongs: behind the nearest one that stands before it where it comes from."""
    for earlier in reversed(order[: order.index(key)]):
        if earlier in placed:
            return placed.index(earlier) + 1
    return 0


def _pages(
    before: Section,
    now: Section,
    council: Section,
    kept: Mapping[str, Question],
    notes: Notes,
) -> tuple[Page, ...]:
    """The screens: the package's, unless the council divided or ordered them otherwise."""
    own_layout = _is_laid_out_anew(before, council)
    if own_layout and _is_laid_out_anew(before, now):
        notes.decide.append("The order of questions or pages: both changed, and yours stands.")
    lead, other = (council, now) if own_layout else (now, council)
    pages = [[one.key for one in page.questions if one.key in kept] for page in lead.pages]
    order = [one.key for one in other.questions]
    for key in kept:
        if not any(key in page for page in pages):
            page = _page_after(key, order, pages)
            page.insert(_after(key, order, page), key)
    return tuple(
        dataclasses.replace(page, questions=tuple(kept[key] for key in keys))
        for page, keys in zip(lead.pages or (Page(questions=()),), pages, strict=True)
        if keys
    )


def _page_after(key: str, order: Sequence[str], pages: list[list[str]]) -> list[str]:
    for earlier in reversed(order[: order.index(key)]):
        for page in pages:
            if earlier in page:
                return page
    if not pages:
        pages.append([])
    return pages[0]


def _is_laid_out_anew(before: Section, after: Section) -> bool:
    """Whether questions that stand in both are divided or ordered otherwise, or pages told so."""
    both = {one.key for one in before.questions} & {one.key for one in after.questions}
    return list(_layout(before, both)) != list(_layout(after, both))


def _layout(section: Section, keys: set[str]) -> Iterator[tuple[str, str, list[str]]]:
    for page in section.pages:
        left = [one.key for one in page.questions if one.key in keys]
        if left:
            yield page.title, page.intro, left
