"""Wagtail's raw JSON of lists: each item has a type and an id round its value."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

#: Of which ids are made: the same value has the same id, so that loading a form twice is no change.
_SPACE = uuid.UUID("4b0e3d63-6f0c-4c57-9a5e-8d0c1b7a2f10")


def item(value: Any) -> dict[str, Any]:
    """A value as an item of a list block. Without an id Wagtail takes the item for a bare value."""
    made_of = json.dumps(value, sort_keys=True, default=str)
    return {"type": "item", "value": value, "id": str(uuid.uuid5(_SPACE, made_of))}


def items(listed: Any) -> Iterator[Any]:
    """The values of a list block's raw value; older ones hold the bare values."""
    for one in listed or ():
        is_item = isinstance(one, dict) and one.get("type") == "item" and "value" in one
        yield one["value"] if is_item else one
