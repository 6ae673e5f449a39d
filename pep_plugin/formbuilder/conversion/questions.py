"""Questions as raw blocks, and back. Pure functions on JSON: no row, no request."""

from __future__ import annotations

import dataclasses
import json
import uuid
from collections.abc import Iterable
from typing import Any

from wagtail import blocks

from pep_plugin.formbuilder.blocks import FAMILIES
from pep_plugin.formbuilder.blocks.questions import LIMITS, has_options
from pep_plugin.formbuilder.conversion.conditions import from_condition, to_condition
from pep_plugin.formbuilder.conversion.raw import item, items
from pep_plugin.sections import codec, kinds, roles
from pep_plugin.sections.schema import Choice, Question, Table

Raw = dict[str, Any]
_SPACE = uuid.UUID("6e7f3b0a-91f4-4a5e-9f1e-3f0f6c1d52aa")
_IN_ORDER = {role: number for number, role in enumerate(roles.LABELS)}


def family_of(kind: str) -> str:
    """The block that holds a kind: its own, that of its nearest ancestor of ours, or unknown."""
    found = kinds.get(kind)
    for ancestor in type(found).__mro__:
        key = getattr(ancestor, "key", "")
        if key in FAMILIES and type(kinds.get(key)) is ancestor:
            return str(key)
    return "unknown"


def from_question(question: Question, place: str) -> Raw:
    """The raw block. ``place``: where it stands, of which its lasting id is made."""
    path = f"{place}.{question.key}"
    family = family_of(question.kind)
    value = _unknown(question) if family == "unknown" else _known(question, family, path)
    return {"type": family, "value": value, "id": str(uuid.uuid5(_SPACE, path))}


def _unknown(question: Question) -> Raw:
    data = codec.question_to_json(question)
    return {"key": question.key, "label": question.label, "more": {"rest": json.dumps(data)}}


def _known(question: Question, family: str, path: str) -> Raw:
    limits = dict(question.limits)
    boxes = {name: limits.pop(name) for name, _box in LIMITS.get(family, ()) if _fits(limits, name)}
    value: Raw = {
        "key": question.key,
        "label": question.label,
        "help": question.help,
        "required": question.required is True,
        "more": _more(question, family, limits),
    }
    if family in LIMITS:
        value["limits"] = {
            name: [item(one) for one in boxes[name]]
            if isinstance(boxes.get(name), list)
            else boxes.get(name, [] if isinstance(box, blocks.ListBlock) else None)
            for name, box in LIMITS[family]
        }
    if has_options(family):
        chosen = question.choices
        value["choices_from"] = chosen if isinstance(chosen, str) else ""
        value["choices"] = [] if isinstance(chosen, str) else [item(_choice(c)) for c in chosen]
    if question.table is not None:
        value["table"] = _table(question.table, path)
    return value


def _fits(limits: Raw, name: str) -> bool:
    """Whether the editor's box can hold it: whole numbers, words and lists of words."""
    if name not in limits:
        return False
    held = limits[name]
    return held is True or (
        not isinstance(held, bool)
        and (
            isinstance(held, int | str)
            or (isinstance(held, list) and all(isinstance(one, str) for one in held))
        )
    )


def _more(question: Question, family: str, limits: Raw) -> Raw:
    required_when = None if isinstance(question.required, bool) else question.required
    rest = {"limits": limits, "proposes": question.proposes, "picture": question.picture}
    if question.choices and not has_options(family):
        rest["choices"] = codec.plain(question.choices)
    return {
        "kind": "" if question.kind == family else question.kind,
        "hidden": False,
        "owner_role": question.owner_role,
        "readers": list(question.readers),
        "carry": question.carry,
        "stale_after": question.stale_after,
        "detail": question.detail,
        "sensitive": question.sensitive,
        "required_when": from_condition(required_when),
        "applies": from_condition(question.applies),
        "shows": question.shows,
        "feeds": question.feeds,
        "rest": json.dumps({key: held for key, held in rest.items() if held}, sort_keys=True),
    }


def _choice(choice: Choice) -> Raw:
    return {"code": choice.code, "label": choice.label, "hint": choice.hint}


def _table(table: Table, path: str) -> Raw:
    return {
        "columns": [from_question(column, path) for column in table.columns],
        "rows": table.rows,
        "row_name": table.row_name,
        "fixed_rows": [item(_choice(row)) for row in table.fixed_rows],
        "source": table.source,
        "min_rows": table.min_rows,
        "max_rows": table.max_rows,
        "core": json.dumps(list(table.core)) if table.core else "",
    }


def to_question(block: Raw) -> Question:
    """Raises :class:`ValueError` with a sentence for a block that cannot be read."""
    value = block["value"]
    if block["type"] == "unknown":
        return _of_unknown(value)
    more = value.get("more") or {}
    rest = _json(more.get("rest"), {})
    limits = dict(rest.get("limits") or {})
    for name, held in (value.get("limits") or {}).items():
        given = list(items(held)) if isinstance(held, list) else held
        # Nought is a limit; an empty box and a box that is not ticked are none.
        if given is not None and given is not False and given != "" and given != []:
            limits[name] = given
    required_when = to_condition(more.get("required_when") or [])
    table = value.get("table")
    return Question(
        key=str(value.get("key") or ""),
        label=str(value.get("label") or ""),
        kind=more.get("kind") or block["type"],
        help=str(value.get("help") or ""),
        required=required_when if required_when is not None else bool(value.get("required")),
        detail=bool(more.get("detail")),
        limits=limits,
        choices=_choices(value, rest),
        table=_to_table(table) if table else None,
        applies=to_condition(more.get("applies") or []),
        sensitive=bool(more.get("sensitive")),
        readers=in_order(more.get("readers") or ()),
        carry=more.get("carry") or "carry",
        stale_after=int(more.get("stale_after") or 0),
        feeds=more.get("feeds") or "",
        shows=more.get("shows") or "",
        proposes=rest.get("proposes", ""),
        owner_role=more.get("owner_role") or "",
        picture=rest.get("picture", ""),
    )


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Roles in the one order in which forms list them; boxes are ticked in any."""
    return tuple(sorted(names, key=lambda role: _IN_ORDER.get(role, len(_IN_ORDER))))


def _of_unknown(value: Raw) -> Question:
    data = _json((value.get("more") or {}).get("rest"), None)
    if not isinstance(data, dict):
        raise ValueError("A question of an unknown kind cannot be read any more. Take it out.")
    return dataclasses.replace(codec.question_from_json(data), key=value["key"])


def _choices(value: Raw, rest: Raw) -> tuple[Choice, ...] | str:
    if value.get("choices_from"):
        return str(value["choices_from"])
    if "choices" in rest:
        return codec.choices_from_json(rest["choices"])
    return tuple(_to_choice(one) for one in items(value.get("choices")))


def _to_choice(one: Raw) -> Choice:
    return Choice(str(one.get("code") or ""), str(one.get("label") or ""), one.get("hint") or "")


def _to_table(table: Raw) -> Table:
    return Table(
        columns=tuple(to_question(column) for column in table.get("columns") or ()),
        rows=table.get("rows") or "free",
        fixed_rows=tuple(_to_choice(one) for one in items(table.get("fixed_rows"))),
        source=table.get("source") or "",
        row_name=table.get("row_name") or "row",
        min_rows=int(table.get("min_rows") or 0),
        max_rows=int(table.get("max_rows") or 50),
        core=tuple(_json(table.get("core"), [])),
    )


def _json(text: Any, otherwise: Any) -> Any:
    if not text:
        return otherwise
    try:
        return json.loads(text)
    except (TypeError, json.JSONDecodeError):
        raise ValueError("A part of this question cannot be read any more. Make it anew.") from None
