"""The council's logo and colours, as its settings name them, for documents that fetch nothing."""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

from pep_plugin.conf import conf

_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
}
#: Of two colours, by day and by night, the one for the day: paper is white.
_COLOUR = re.compile(r"--pep-([a-z-]+)\s*:\s*(?:light-dark\(\s*)?#([0-9a-fA-F]{6})\b")


def colours() -> dict[str, str]:
    """Name -> six hexadecimal figures, of each ``--pep-NAME`` that the council's theme sets.

    Nothing else of it: what a screen understands, a printer of pages may not.
    """
    return _colours(conf.THEME_STYLESHEET) if conf.THEME_STYLESHEET else {}


def stylesheet() -> str:
    """The theme's colours for documents; "" without one."""
    named = "".join(f" --pep-{name}: #{value};" for name, value in colours().items())
    return f".pep-document {{{named} }}" if named else ""


def logo() -> str:
    """The logo as a ``data:`` address; "" without one, or for a kind that is no picture."""
    return _data(conf.LOGO) if conf.LOGO else ""


@cache
def _colours(name: str) -> dict[str, str]:
    found = finders.find(name)
    text = Path(found).read_text(encoding="utf-8") if found else ""
    return {name: value.upper() for name, value in _COLOUR.findall(text)}


@cache
def _data(name: str) -> str:
    found, kind = finders.find(name), _PICTURES.get(name.rpartition(".")[2].lower())
    if not found or not kind:
        return ""
    return f"data:{kind};base64,{base64.b64encode(Path(found).read_bytes()).decode()}"
