"""The two databases that the sandbox knows: SQLite set up for safety, and PostgreSQL."""

import os
from pathlib import Path
from typing import Any


def sqlite(path: Path | str) -> dict[str, Any]:
    """A SQLite file that keeps every acknowledged write, even when the machine loses power.

    Write transactions take their lock at the start: two people who save at once wait for each
    other instead of one of them failing half-way.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        },
    }


def postgresql(**defaults: str) -> dict[str, Any]:
    """PostgreSQL, from the environment variables that its own tools read."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("PGDATABASE", defaults.get("name", "alderbrook")),
        "HOST": os.environ.get("PGHOST", defaults.get("host", "")),
        "PORT": os.environ.get("PGPORT", defaults.get("port", "")),
        "USER": os.environ.get("PGUSER", defaults.get("user", "")),
        "PASSWORD": os.environ.get("PGPASSWORD", ""),
    }
