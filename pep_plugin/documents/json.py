"""An outline as JSON: labels and words for people, stored values for programs."""

from __future__ import annotations

import json
from typing import Any

from pep_plugin.documents.outline import Item, OutlineDocument, Said, TableEntry


def as_json(outline: OutlineDocument) -> str:
    """The whole document; what is left out of the copy is named and holds nothing."""
    return json.dumps(as_data(outline), ensure_ascii=False, indent=2) + "\n"


def as_data(outline: OutlineDocument) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "reference": outline.reference,
        "form": outline.form_key,
        "form_version": outline.form_version,
        "title": outline.title,
        "language": outline.language,
        "audience": outline.audience,
        "facts": [{"label": fact.label, "text": fact.text} for fact in outline.facts],
        "people": [{"label": fact.label, "text": fact.text} for fact in outline.people],
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "owner": section.owner_role,
                "answers": [_item(item) for item in section.items],
            }
            for section in outline.sections
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    if not isinstance(item, TableEntry):
        return {"path": item.path, **_said(item)}
    return {
        "path": item.path,
        "label": item.label,
        "state": item.state,
        "text": item.text,
        "note": item.note,
        "rows": [
            {
                "id": row.id,
                "label": row.label,
                "cells": {cell.question.key: _said(cell) for cell in row.cells},
            }
            for row in item.rows
        ],
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "label": said.label,
        "state": said.state,
        "text": said.text,
        "value": said.value,
        "note": said.note,
    }
