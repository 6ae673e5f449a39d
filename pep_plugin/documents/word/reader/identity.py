"""Which form a file is, in which version, and of which plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pep_plugin.documents.word import names
from pep_plugin.documents.word.reader.package import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OWN = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_MARK = re.compile(r"form_([a-z0-9_]{1,26})_v(\d{1,6})")
_REFERENCE = re.compile(r"\bPEP-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_LONGEST = 200


@dataclass
class Identity:
    """``how``: "properties", "bookmark" or "" when the file does not say.

    ``mark``: the form's key as a bookmark spells it, where only that is left.
    """

    form: str = ""
    version: int = 0
    reference: str = ""
    mark: str = ""
    how: str = ""


def spelled(form_key: str) -> str:
    """A form's key as its bookmark spells it."""
    return names.form_bookmark(form_key, 0)[len("form_") : -len("_v0")]


def of(package: Package, marks: Iterator[str], footers: str = "") -> Identity:
    """What the properties say, else the bookmark; the reference may stand in a footer too."""
    found = _of_properties(package)
    if not found.form:
        for name in marks:
            if mark := _MARK.fullmatch(name):
                found.mark, found.version, found.how = mark[1], int(mark[2]), "bookmark"
                break
    if not found.reference and (said := _REFERENCE.search(footers)):
        found.reference = said[0]
    return found


def _of_properties(package: Package) -> Identity:
    # The names are said again here, since ``properties`` leans on Django.
    found = Identity()
    for part in package.related("", "custom-properties"):
        root = package.xml(part)
        for one in root.iter(_OWN) if root is not None else ():
            text = "".join(one.itertext()).strip()[:_LONGEST]
            match one.get("name"):
                case "PepForm":
                    found.form, found.how = text, "properties"
                case "PepFormVersion":
                    found.version = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0
                case "PepReference":
                    found.reference = text
    return found
