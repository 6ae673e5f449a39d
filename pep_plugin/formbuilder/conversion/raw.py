"""Wagtail's raw JSON of lists: each item has a type and an id round its value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def item(value: Any) -> dict[str, Any]:
    """A value as an item of a list block."""
    return {"type": "item", "value": value}


def items(listed: Any) -> Iterator[Any]:
    """The values of a list block's raw value; older ones hold the bare values."""
    for one in listed or ():
        is_item = isinstance(one, dict) and one.get("type") == "item" and "value" in one
        yield one["value"] if is_item else one
