"""Conditions as lines of an editor, and back."""

from __future__ import annotations

import json
from typing import Any

from pep_plugin.formbuilder.conversion.raw import item, items
from pep_plugin.sections import conditions
from pep_plugin.sections.conditions import (
    COMPARISONS,
    All,
    Answered,
    AnyOf,
    Compares,
    Condition,
    Is,
    Not,
)

Raw = dict[str, Any]


def from_condition(condition: Condition | None) -> list[Raw]:
    """The raw stream: nothing, or one condition. One that lines cannot say travels as JSON."""
    if condition is None:
        return []
    value = _in_lines(condition)
    if value is None or _of_lines(value) != condition:
        value = {"joined": "all", "lines": []}
        value["further"] = json.dumps(conditions.to_json(condition), sort_keys=True)
    return [{"type": "condition", "value": value}]


def to_condition(stream: list[Raw]) -> Condition | None:
    """Raises :class:`ValueError` for one that cannot be read."""
    if not stream:
        return None
    value = stream[0]["value"]
    further = value.get("further")
    lines = _of_lines(value)
    if not further:
        return lines
    try:
        kept = conditions.from_json(json.loads(further))
    except (TypeError, KeyError, json.JSONDecodeError) as error:
        raise ValueError("A condition cannot be read any more. Make it anew.") from error
    return All((kept, lines)) if lines else kept


def _in_lines(condition: Condition) -> Raw | None:
    parts = condition.parts if isinstance(condition, All | AnyOf) else (condition,)
    lines = [_line(part) for part in parts]
    if any(line is None for line in lines):
        return None
    joined = "any" if isinstance(condition, AnyOf) else "all"
    return {"joined": joined, "lines": [item(line) for line in lines], "further": ""}


def _line(part: Condition) -> Raw | None:
    """One line; None for what no line can say."""
    is_not = isinstance(part, Not)
    match part.part if isinstance(part, Not) else part:
        case Is(path, values):
            return _made(path, "is_not" if is_not else "is", answers=values)
        case Answered(path):
            return _made(path, "not_answered" if is_not else "answered")
        case Compares(path, how, number) if not is_not:
            return _made(path, how, number=number)
    return None


def _made(path: str, how: str, *, answers: tuple[str, ...] = (), number: str = "") -> Raw:
    return {
        "path": path,
        "how": how,
        "answers": [item(answer) for answer in answers],
        "number": number,
    }


def _of_lines(value: Raw) -> Condition | None:
    parts = tuple(_part(line) for line in items(value.get("lines")))
    if not parts:
        return None
    if value.get("joined") == "any":
        return AnyOf(parts)
    return All(parts) if len(parts) > 1 else parts[0]


def _part(line: Raw) -> Condition:
    path, how = line["path"], line["how"]
    if how in COMPARISONS:
        return Compares(path, how, str(line.get("number") or ""))
    if how in ("answered", "not_answered"):
        answered = Answered(path)
        return answered if how == "answered" else Not(answered)
    found = Is(path, tuple(str(answer) for answer in items(line.get("answers"))))
    return found if how == "is" else Not(found)
