""" "My plan" on a screen: what the child said to few people only is not on it.

The page is opened by a link in a mailbox that others may read, and is printed to lie about at home.
"""

from __future__ import annotations

from dataclasses import replace

from pep_plugin.documents.outline import OutlineDocument, OutlineSection, Part
from pep_plugin.sections.answers import Answers


def mine(outline: OutlineDocument, answers: Answers) -> OutlineDocument:
    """The outline without the answers that somebody let only few people read."""
    limited = {
        f"{section}.{key}"
        for section, held in answers.items()
        for key, answer in held.items()
        if answer.get("readers")
    }
    sections = (_without(section, limited) for section in outline.sections)
    return replace(outline, sections=tuple(section for section in sections if section.items))


def _without(section: OutlineSection, limited: set[str]) -> OutlineSection:
    parts = tuple(
        replace(part, items=tuple(item for item in part.items if item.path not in limited))
        for part in section.parts
    )
    return replace(section, parts=tuple(part for part in parts if _holds(part)))


def _holds(part: Part) -> bool:
    return bool(part.items)
