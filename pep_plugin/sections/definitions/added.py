"""Sections that a council's own app brings along: they become part of the shipped forms."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass

from pep_plugin.sections.schema import Form, Section


@dataclass(frozen=True, slots=True)
class Added:
    """``forms``: keys of the forms that get the section; ``after``: the section it follows."""

    section: Section
    forms: frozenset[str]
    after: str


#: In the order in which they were added.
ADDED: list[Added] = []


def add_section(section: Section, *, forms: Collection[str], after: str = "") -> None:
    """Put a section into shipped forms: after the one named, else at the end.

    For the top level of an app's ``apps.py``, so that it is there before anything asks for a form.
    Raises :class:`ValueError` when a section of that key was added before.
    """
    if any(added.section.key == section.key for added in ADDED):
        raise ValueError(f"There is already a section called {section.key}.")
    ADDED.append(Added(section, frozenset(forms), after))


def with_added(form: Form) -> Form:
    """The form with what was added to it. Raises :class:`ValueError` when it has such a section."""
    sections = list(form.sections)
    for added in ADDED:
        if form.key not in added.forms:
            continue
        keys = [section.key for section in sections]
        if added.section.key in keys:
            raise ValueError(f"{form.key} already has a section called {added.section.key}.")
        at = keys.index(added.after) + 1 if added.after in keys else len(sections)
        sections.insert(at, added.section)
    return dataclasses.replace(form, sections=tuple(sections)) if ADDED else form
