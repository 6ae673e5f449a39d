"""What a Word file carries besides its words: answers, names, comments, tracked changes.

For whoever is about to publish a file. Standard library and defusedxml only, no Django; the file
has passed ``files.guard`` before. A blank form of ours carries nothing of all this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pep_plugin.documents.word import prompts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_COMMENT_PARTS = re.compile(r"word/comments\w*\.xml")
#: The bookmarks round an answer, a cell, a box (see ``names``).
_OURS = re.compile(r"(?:q|c|o)_[0-9a-f]{10}")
_CHANGES = {
    f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange")
}
_TICKED, _BOX = ("☒", "☑"), "☐"
#: What Word writes where it writes anything there of its own accord.
_PEOPLE = (
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
)
_MANAGER = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Manager"


@dataclass
class Traces:
    """What was found. ``answers``: titles of the questions that have one, in document order."""

    answers: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    comments: int = 0
    changes: int = 0
    text: str = ""


def read(source: str | Path | IO[bytes]) -> Traces:
    """Everything that the file carries; raises :class:`ValueError` for XML that is none."""
    found = Traces()
    with ZipFile(source) as archive:
        for name in archive.namelist():
            try:
                _part(found, name, archive)
            except (ParseError, DefusedXmlException) as error:
                raise ValueError(name) from error
    return found


def _part(found: Traces, name: str, archive: ZipFile) -> None:
    if _TEXT_PARTS.fullmatch(name):
        root = fromstring(archive.read(name))
        found.text += "\n".join(_lines(root)) + "\n"
        found.changes += sum(1 for element in root.iter() if element.tag in _CHANGES)
        found.answers += [title for title in _answers(root) if title not in found.answers]
    elif _COMMENT_PARTS.fullmatch(name):
        root = fromstring(archive.read(name))
        found.comments += len(root.findall(f"{_W}comment"))
        found.text += "\n".join(_lines(root)) + "\n"
    elif name in ("docProps/core.xml", "docProps/app.xml"):
        root = fromstring(archive.read(name))
        found.people += [
            (element.text or "").strip()
            for element in root.iter()
            if element.tag in (*_PEOPLE, _MANAGER) and (element.text or "").strip()
        ]


def _lines(root: Element) -> Iterator[str]:
    """The text paragraph by paragraph, deleted text too: it is still in the file."""
    for paragraph in root.iter(f"{_W}p"):
        yield "".join(
            element.text or ""
            for element in paragraph.iter()
            if element.tag in (f"{_W}t", f"{_W}delText")
        )


# -- answers ------------------------------------------------------------------------------------


def _answers(root: Element) -> Iterator[str]:
    """Titles of filled controls, then of filled paragraphs that hold a bookmark of ours."""
    marked = {mark.get(f"{_W}name", "") for mark in root.iter(f"{_W}bookmarkStart")}
    is_ours = any(_OURS.match(name) or name.startswith("form_") for name in marked)
    if not is_ours and not any("." in _tag(control) for control in root.iter(f"{_W}sdt")):
        return
    for control in root.iter(f"{_W}sdt"):
        if _is_filled(control):
            yield _title(control)
    for paragraph in root.iter(f"{_W}p"):
        names = [mark.get(f"{_W}name", "") for mark in paragraph.iter(f"{_W}bookmarkStart")]
        if any(_OURS.match(name) for name in names) and _says_something(paragraph):
            yield _first_words(paragraph)


def _tag(control: Element) -> str:
    tag = control.find(f"{_W}sdtPr/{_W}tag")
    return tag.get(f"{_W}val", "") if tag is not None else ""


def _title(control: Element) -> str:
    alias = control.find(f"{_W}sdtPr/{_W}alias")
    title = alias.get(f"{_W}val", "") if alias is not None else ""
    return title or _tag(control)


def _is_filled(control: Element) -> bool:
    properties = control.find(f"{_W}sdtPr")
    content = control.find(f"{_W}sdtContent")
    if properties is None or content is None:
        return False
    box = properties.find(f"{_W14}checkbox/{_W14}checked")
    if box is not None:
        return box.get(f"{_W14}val", "0") in ("1", "true", "on")
    if properties.find(f"{_W}showingPlcHdr") is not None:
        return False
    # A control of several boxes says nothing itself; each of its boxes is looked at.
    if content.find(f".//{_W}sdt") is not None:
        return False
    return _says_something(content)


def _says_something(part: Element) -> bool:
    """Whether there is text that is neither a prompt nor the label of an empty box."""
    text = "".join(_typed(part)).strip()
    if any(sign in text for sign in _TICKED):
        return True
    return bool(text) and _BOX not in text and text.removesuffix(" (optional)") not in prompts.EVERY


def _typed(part: Element, *, is_prompt: bool = False) -> Iterator[str]:
    if part.tag == f"{_W}sdt":
        is_prompt = is_prompt or part.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
    if part.tag == f"{_W}r":
        style = part.find(f"{_W}rPr/{_W}rStyle")
        if style is not None and style.get(f"{_W}val") == "PlaceholderText":
            return
    if part.tag == f"{_W}t" and not is_prompt:
        yield part.text or ""
    for child in part:
        yield from _typed(child, is_prompt=is_prompt)


def _first_words(paragraph: Element) -> str:
    text = " ".join("".join(_typed(paragraph)).split())
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"
