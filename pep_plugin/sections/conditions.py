"""Conditions: small named data objects that say when a question is asked or required.

A condition looks at answers that stand earlier in the form (``"care.legal_status"``) and at the
plan's context (``"context.year_group"``), and can be printed in plain words. ``values`` passed to
:func:`holds` maps such paths to stored values; a path without an answer is missing or ``None``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

Values = Mapping[str, Any]


def _number(value: Any) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except (InvalidOperation, ValueError):
        return None
    # "NaN" and "Infinity" are numbers to Decimal, and cannot be compared.
    return number if number.is_finite() else None


@dataclass(frozen=True, slots=True)
class Is:
    """True when the answer is one of ``values`` (or holds one of them, for many choices)."""

    name: ClassVar[str] = "is"
    path: str
    values: tuple[str, ...]

    def holds(self, values: Values) -> bool:
        found = values.get(self.path)
        chosen = found if isinstance(found, list) else [found]
        return any(str(item) in self.values for item in chosen if item is not None)

    def words(self) -> str:
        return f"“{self.path}” is {' or '.join(self.values)}"

    def paths(self) -> Iterator[str]:
        yield self.path


@dataclass(frozen=True, slots=True)
class Answered:
    """True when the question has any value."""

    name: ClassVar[str] = "answered"
    path: str

    def holds(self, values: Values) -> bool:
        return values.get(self.path) not in (None, "", [], {})

    def words(self) -> str:
        return f"“{self.path}” is answered"

    def paths(self) -> Iterator[str]:
        yield self.path


COMPARISONS: dict[str, tuple[Callable[[Decimal, Decimal], bool], str]] = {
    "<": (lambda left, right: left < right, "is less than"),
    "<=": (lambda left, right: left <= right, "is at most"),
    ">": (lambda left, right: left > right, "is more than"),
    ">=": (lambda left, right: left >= right, "is at least"),
}


@dataclass(frozen=True, slots=True)
class Compares:
    """True when the answer is a number on the given side of ``number``."""

    name: ClassVar[str] = "compares"
    path: str
    how: str
    number: str

    def holds(self, values: Values) -> bool:
        left, right = _number(values.get(self.path)), _number(self.number)
        return left is not None and right is not None and COMPARISONS[self.how][0](left, right)

    def words(self) -> str:
        return f"“{self.path}” {COMPARISONS[self.how][1]} {self.number}"

    def paths(self) -> Iterator[str]:
        yield self.path


@dataclass(frozen=True, slots=True)
class All:
    name: ClassVar[str] = "all"
    parts: tuple[Condition, ...]

    def holds(self, values: Values) -> bool:
        return all(part.holds(values) for part in self.parts)

    def words(self) -> str:
        return " and ".join(_bracketed(part) for part in self.parts)

    def paths(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.paths()


@dataclass(frozen=True, slots=True)
class AnyOf:
    name: ClassVar[str] = "any"
    parts: tuple[Condition, ...]

    def holds(self, values: Values) -> bool:
        return any(part.holds(values) for part in self.parts)

    def words(self) -> str:
        return " or ".join(_bracketed(part) for part in self.parts)

    def paths(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.paths()


@dataclass(frozen=True, slots=True)
class Not:
    name: ClassVar[str] = "not"
    part: Condition

    def holds(self, values: Values) -> bool:
        return not self.part.holds(values)

    def words(self) -> str:
        match self.part:
            case Is(path, values):
                return f"“{path}” is not {' or '.join(values)}"
            case Answered(path):
                return f"“{path}” is not answered"
            case _:
                return f"not ({self.part.words()})"

    def paths(self) -> Iterator[str]:
        yield from self.part.paths()


def _bracketed(part: Condition) -> str:
    return f"({part.words()})" if isinstance(part, All | AnyOf) else part.words()


Condition = Is | Answered | Compares | All | AnyOf | Not


def leaves(condition: Condition) -> Iterator[Condition]:
    """Every condition within that is not itself made of others."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def to_json(condition: Condition) -> dict[str, Any]:
    """The condition as plain JSON; :func:`from_json` reads it back."""
    match condition:
        case Is(path, values):
            return {"is": path, "values": list(values)}
        case Answered(path):
            return {"answered": path}
        case Compares(path, how, number):
            return {"compares": path, "how": how, "number": number}
        case All(parts):
            return {"all": [to_json(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [to_json(part) for part in parts]}
        case Not(part):
            return {"not": to_json(part)}
    raise TypeError(f"{condition!r} is not a condition.")


def from_json(data: Mapping[str, Any]) -> Condition:
    """Raises :class:`ValueError` on a condition that this version does not know."""
    if "is" in data:
        return Is(data["is"], tuple(data["values"]))
    if "answered" in data:
        return Answered(data["answered"])
    if "compares" in data:
        return Compares(data["compares"], data["how"], data["number"])
    if "all" in data:
        return All(tuple(from_json(part) for part in data["all"]))
    if "any" in data:
        return AnyOf(tuple(from_json(part) for part in data["any"]))
    if "not" in data:
        return Not(from_json(data["not"]))
    raise ValueError(f"This condition is not known: {sorted(data)}.")
