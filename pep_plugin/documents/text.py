"""An outline as plain text: for reading aloud, for comparing, for whoever has nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from pep_plugin.documents.outline import Item, OutlineDocument, Said, TableEntry

_INDENT = "  "


def text(outline: OutlineDocument) -> str:
    """The whole document, a label a line and the answer beneath it."""
    return "\n".join(_document(outline)) + "\n"


def _document(outline: OutlineDocument) -> Iterator[str]:
    yield outline.title
    yield "=" * len(outline.title)
    yield outline.subtitle
    yield ""
    for fact in (*outline.facts, *outline.people):
        yield f"{fact.label}: {fact.text}"
    yield ""
    yield _("Confidential.") + f" {outline.audience_label}."
    for section in outline.sections:
        yield from ("", "", section.title, "-" * len(section.title), section.owner)
        for item in section.items:
            yield ""
            yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield item.label
    if not isinstance(item, TableEntry):
        yield from _said(item, _INDENT)
        return
    if not item.rows:
        yield from (_INDENT + line for line in item.text.split("\n"))
    if item.note:
        yield f"{_INDENT}({item.note})"
    for row in item.rows:
        yield f"{_INDENT}{row.label}"
        for cell in row.cells:
            yield f"{_INDENT * 2}{cell.label}"
            yield from _said(cell, _INDENT * 3)


def _said(said: Said, indent: str) -> Iterator[str]:
    yield from (indent + line for line in said.text.split("\n"))
    if said.note:
        yield f"{indent}({said.note})"
