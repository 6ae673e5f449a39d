"""A Word file and a form -> what stands in each place, as plain JSON. Done in the limited process.

No answer is understood here: that is done afterwards, from short texts and by the kinds and lists
of the site, which a process without Django does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from pep_plugin.documents.word.reader import identity
from pep_plugin.documents.word.reader.binding import Bound
from pep_plugin.documents.word.reader.labels import Labels
from pep_plugin.documents.word.reader.layout import Layout
from pep_plugin.documents.word.reader.leftovers import Leftovers
from pep_plugin.documents.word.reader.numbering import Numbering
from pep_plugin.documents.word.reader.package import NOT_WORD, Package
from pep_plugin.documents.word.reader.places import Content, Hit, Places
from pep_plugin.documents.word.reader.properties import W
from pep_plugin.documents.word.reader.rows import Found, Rows
from pep_plugin.documents.word.reader.tokens import Document
from pep_plugin.documents.word.reader.walk import Walk
from pep_plugin.files.child import Refused

Raw = dict[str, Any]


def extract(data: bytes, layout: Layout) -> Raw:
    """Raises :class:`~pep_plugin.files.child.Refused` for a file that cannot be read.

    ``fields``: path -> content; ``tables``: path -> rows; ``how``: path -> what it was known by.
    """
    package = Package(data)
    document = _document(package)
    places = Places(document, layout, Bound(package))
    how: dict[str, str] = {}
    fields = dict(_fields(places, how))
    rows = Rows(places)
    rows.read()
    labels = Labels(places, rows)
    labels.read({path for path, content in fields.items() if not content.is_blank})
    for path, content in labels.found.items():
        if path not in fields or not content.is_blank:
            fields[path] = content
            how.setdefault(path, "label")
    tables = _tables(rows.found, how)
    leftovers = Leftovers(places)
    return {
        "identity": _identity(package, document),
        "fields": {
            path: content.to_json() for path, content in fields.items() if not content.is_ours
        },
        "tables": tables,
        "how": {
            path: by for path, by in how.items() if path not in fields or not fields[path].is_ours
        },
        "unplaced": leftovers.unplaced(),
        "comments": leftovers.comments(package),
        "pictures": [path for path, content in fields.items() if content.has_picture],
    }


def look(data: bytes) -> Raw:
    """``identity``, and ``headings``: the words of all short paragraphs, by which a form is known
    that says nothing of itself.
    """
    package = Package(data)
    document = _document(package)
    texts = (document.text(one.start, one.end).strip() for one in document.paragraphs)
    return {
        "identity": _identity(package, document),
        "headings": [text for text in texts if 0 < len(text) <= 200],
    }


def _identity(package: Package, document: Document) -> dict[str, Any]:
    stories = document.stories[1:]
    footers = " ".join(document.text(story.start, story.end) for story in stories)
    marks = (mark.name for mark in document.marks)
    return asdict(identity.of(package, marks, footers))


def _document(package: Package) -> Document:
    document = Document()
    part = package.main
    numbering = next(package.related(part, "numbering"), "")
    walk = Walk(
        document,
        Numbering(package.xml(numbering) if numbering else None),
        frozenset(_hidden(package)),
    )
    root = package.xml(part)
    if root is None or root.tag != f"{W}document":
        raise Refused(NOT_WORD)
    walk.story(root)
    for kind in ("header", "footer"):
        for name in package.related(part, kind):
            root = package.xml(name)
            if root is not None:
                walk.story(root)
    return document


def _hidden(package: Package) -> Iterator[str]:
    """Styles whose letters cannot be seen."""
    name = next(package.related(package.main, "styles"), "")
    if not name or b"w:vanish" not in package.bytes(name):
        return
    root = package.xml(name)
    for style in root.iter(f"{W}style") if root is not None else ():
        one = style.find(f"{W}rPr/{W}vanish")
        if one is not None and one.get(f"{W}val") in (None, "1", "true", "on"):
            yield style.get(f"{W}styleId", "")


def _fields(places: Places, how: dict[str, str]) -> Iterator[tuple[str, Content]]:
    grouped: dict[str, list[Hit]] = {}
    for hit in places.hits:
        if not hit.address.column:
            grouped.setdefault(hit.address.path, []).append(hit)
    for path, hits in grouped.items():
        how[path] = hits[0].how
        yield path, places.read(hits)


def _tables(found: list[Found], how: dict[str, str]) -> Raw:
    tables: Raw = {}
    for row in sorted(found, key=lambda one: one.start):
        table = tables.setdefault(row.path, {"rows": [], "columns": [], "copies": 0})
        if row.how != "label" or row.path not in how:
            how[row.path] = row.how
        given = {key: one for key, one in row.cells.items() if not one.is_ours}
        table["columns"] += [key for key in given if key not in table["columns"]]
        table["copies"] += row.is_copy
        cells = {key: one.to_json() for key, one in given.items() if not one.is_blank}
        table["rows"].append({"id": row.id, "cells": cells})
    return tables
