"""Between what an editor edits and what a form is: the same form comes back, unchanged."""

from __future__ import annotations

from typing import Any

from pep_plugin.formbuilder.conversion.sections import (
    block_id,
    fields_of,
    hidden_paths,
    raw_of,
    rename,
    to_form,
    to_section,
)

__all__ = [
    "block_id",
    "fields_of",
    "hidden_paths",
    "raw_of",
    "rename",
    "sections_of",
    "to_form",
    "to_section",
]


def sections_of(form: Any) -> list[Any]:
    """The rows of the form's sections, in its order."""
    places = sorted(form.placed.all(), key=lambda place: place.sort_order or 0)
    return [place.section for place in places]
