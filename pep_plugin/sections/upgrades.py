"""Published forms live for decades: pure functions that lift their JSON from n to n + 1.

Answers are not migrated; each kind reads its own older shapes.
"""

from collections.abc import Callable
from typing import Any

SCHEMA = 1

#: ``UPGRADES[n]`` turns the JSON of schema ``n`` into schema ``n + 1``. Empty at schema 1.
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def upgrade(data: dict[str, Any]) -> dict[str, Any]:
    """Raises :class:`ValueError` when the form was written by a newer version of the package."""
    number = int(data.get("schema", SCHEMA))
    if number > SCHEMA:
        raise ValueError(f"This form needs a newer version of pep_plugin (schema {number}).")
    while number < SCHEMA:
        data = UPGRADES[number](data)
        number += 1
    return {**data, "schema": SCHEMA}
