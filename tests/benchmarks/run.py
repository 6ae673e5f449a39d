"""``make bench``: every module here that has ``run()``, its results as JSON and as a table.

A result has ``name``, ``ours_seconds``, ``peer_seconds``, ``ratio`` and ``peer``; ``asked`` and
``holds`` say what was asked for and whether it holds. Names as arguments run only those.
"""

import importlib
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
COLUMNS = (
    ("name", "What", 36),
    ("ours_seconds", "Ours, s", 9),
    ("peer_seconds", "Peer, s", 9),
    ("ratio", "Ratio", 7),
    ("asked", "Asked for", 14),
    ("holds", "Holds", 6),
    ("peer", "Peer", 0),
)


def main(wanted: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings.test")
    # In place of this folder, whose modules are not to be found under their bare names.
    sys.path[:1] = [str(HERE.parent.parent), str(HERE.parent.parent / "sandbox")]
    import django

    django.setup()
    results = []
    say(heading())
    for path in sorted(HERE.glob("*.py")):
        if path.stem == "run" or (wanted and path.stem not in wanted):
            continue
        module = importlib.import_module(f"tests.benchmarks.{path.stem}")
        if hasattr(module, "run"):
            found = module.run()
            for result in found if isinstance(found, list) else [found]:
                results.append(result)
                say(line(result))
    if not wanted:
        machine = {"python": platform.python_version(), "processors": os.cpu_count()}
        text = json.dumps({"machine": machine, "results": results}, indent=2, ensure_ascii=False)
        RESULTS.write_text(text + "\n", encoding="utf-8")
    return int(any(result.get("holds") is False for result in results))


def heading() -> str:
    return "  ".join(f"{title:<{width}}" for _key, title, width in COLUMNS)


def line(result: dict[str, Any]) -> str:
    words = {True: "yes", False: "NO", None: ""}
    shown = {**result, "holds": words[result.get("holds")]}
    return "  ".join(f"{shown.get(key, '')!s:<{width}}" for key, _title, width in COLUMNS)


def say(text: str) -> None:
    sys.stdout.write(text.rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
