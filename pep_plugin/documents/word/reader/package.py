"""The parts of a Word file: found by their relationships, never by a name that happens to be usual.

Strict files say the same in other namespaces and are read by writing the usual ones in their
place; templates (.dotx) differ from documents by one line in the list of types.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from pep_plugin.files import guard
from pep_plugin.files.child import Refused

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        _OFFICE.encode(),
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/customXml",
        b"http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
        b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    ),
)
NOT_WORD = "This is not a Word document. Save it as .docx and try again."
DAMAGED = "The document is damaged inside. Open it in Word, save it as a new .docx, and try again."
TOO_DEEP = (
    "The document is put together in too many layers to be read. Copy its text into a new "
    "document and try again."
)


def safe_parser() -> etree.XMLParser:
    """Follows no reference out of the file and opens no entity."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def parse(data: bytes) -> etree._Element:
    """The XML of a part in the usual namespaces. Raises :class:`Refused`."""
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    try:
        root = etree.fromstring(data, safe_parser())
    except etree.XMLSyntaxError as error:
        raise Refused(TOO_DEEP if "depth" in str(error) else DAMAGED) from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise Refused(DAMAGED)
    return root


class Package:
    """A Word file that passed the guard. Raises :class:`Refused` for what is none."""

    def __init__(self, data: bytes) -> None:
        try:
            guard.check_office_file(io.BytesIO(data))
        except guard.Unsafe as unsafe:
            raise Refused(str(unsafe)) from None
        self._archive = ZipFile(io.BytesIO(data))
        self._names = {name.casefold(): name for name in self._archive.namelist()}
        main = next(self.related("", "officeDocument"), "word/document.xml")
        if not self.has(main):
            raise Refused(NOT_WORD)
        self.main = main

    def has(self, name: str) -> bool:
        return name.casefold() in self._names

    def xml(self, name: str) -> etree._Element | None:
        """A part's root; None when there is no such part. Raises :class:`Refused`."""
        known = self._names.get(name.casefold())
        return parse(self._archive.read(known)) if known else None

    def bytes(self, name: str) -> bytes:
        """A part as it is; nothing when there is none."""
        known = self._names.get(name.casefold())
        return self._archive.read(known) if known else b""

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Names of the parts that ``part`` ("" for the file itself) points at as ``kind``."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in root.iter(_RELATION) if root is not None else ():
            kept = relation.get("Type", "").rpartition("/")[2] == kind
            if kept and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                yield posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
