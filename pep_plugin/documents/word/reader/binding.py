"""Controls that are bound to data beside the document: Word shows the data, whatever the text says.

Only plain paths are followed (``/ns0:plan[1]/ns0:reading[1]``), never functions of a stranger.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from pep_plugin.documents.word.reader.package import Package
from pep_plugin.documents.word.reader.tokens import Control

_STEP = r"(?:[\w.-]+:)?[\w.-]+(?:\[\d{1,4}\])?"
_PATH = re.compile(rf"(?:/{_STEP}){{1,20}}(?:/@(?:[\w.-]+:)?[\w.-]+)?")
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]*)['\"]")
_ITEM_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
#: What Word calls the properties of the document when a control is bound to one.
_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"


class Bound:
    """The data of one file, parsed when the first control asks for it."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._items: dict[str, etree._Element] | None = None

    def text(self, control: Control) -> str:
        """What the data holds for a control; "" when it is not bound, or to nothing."""
        if control.bound is None:
            return ""
        item, path, prefixes = control.bound
        if not _PATH.fullmatch(path):
            return ""
        root = self._all().get(item.upper())
        if root is None:
            return ""
        try:
            found: Any = root.getroottree().xpath(path, namespaces=dict(_PREFIX.findall(prefixes)))
        except etree.XPathError:
            return ""
        if not isinstance(found, list) or not found:
            return ""
        first = found[0]
        return "".join(first.itertext()) if isinstance(first, etree._Element) else str(first)

    def _all(self) -> dict[str, etree._Element]:
        if self._items is None:
            self._items = dict(self._read())
        return self._items

    def _read(self) -> list[tuple[str, etree._Element]]:
        found = []
        for name in self.package.related(self.package.main, "customXml"):
            for properties in self.package.related(name, "customXmlProps"):
                described, root = self.package.xml(properties), self.package.xml(name)
                if described is not None and root is not None:
                    found.append((described.get(_ITEM_ID, "").upper(), root))
        for name in self.package.related("", "core-properties"):
            root = self.package.xml(name)
            if root is not None:
                found.append((_CORE, root))
        return found
