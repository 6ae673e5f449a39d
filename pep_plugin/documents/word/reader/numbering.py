"""Which lists have bullets and which count, so that a pasted list reads as one."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
BULLET = "• "


class Numbering:
    """``root``: the part with the lists, or None for a document without any."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root
        self._formats: dict[tuple[str, str], str] | None = None
        self._counts: dict[tuple[str, str], int] = {}

    def sign(self, listed: etree._Element | None, style: str) -> str:
        """What stands before a paragraph's words: a bullet, "2. ", or nothing.

        ``listed``: what the paragraph says of its list.
        """
        if listed is None:
            return self._of_style(style)
        number = _value(listed, "numId")
        level = _value(listed, "ilvl") or "0"
        if not number or number == "0":
            return ""
        indent = "  " * min(int(level) if level.isdigit() else 0, 8)
        kind = self._known().get((number, level), "bullet")
        if kind in ("bullet", "none"):
            return indent + BULLET
        return f"{indent}{self._count(number, level)}. "

    def _of_style(self, style: str) -> str:
        if style.startswith("ListBullet"):
            return BULLET
        if style.startswith("ListNumber"):
            return f"{self._count(style, '0')}. "
        return ""

    def _count(self, number: str, level: str) -> int:
        self._counts[number, level] = found = self._counts.get((number, level), 0) + 1
        return found

    def _known(self) -> dict[tuple[str, str], str]:
        if self._formats is None:
            self._formats = dict(self._read())
        return self._formats

    def _read(self) -> list[tuple[tuple[str, str], str]]:
        if self._root is None:
            return []
        abstract = {
            one.get(f"{W}abstractNumId", ""): {
                level.get(f"{W}ilvl", ""): _value(level, "numFmt")
                for level in one.findall(f"{W}lvl")
            }
            for one in self._root.findall(f"{W}abstractNum")
        }
        return [
            ((one.get(f"{W}numId", ""), level), kind)
            for one in self._root.findall(f"{W}num")
            for level, kind in abstract.get(_value(one, "abstractNumId"), {}).items()
        ]


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(_VAL, "") if found is not None else ""
