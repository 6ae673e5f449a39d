"""Forms as JSON and back, and the hash by which a published form is known.

Only what differs from a default is written, so that a field added by a later version of the
package does not change the hash of forms that do not use it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pep_plugin.sections import conditions
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section, Table
from pep_plugin.sections.upgrades import SCHEMA, upgrade


def _plain(value: Any) -> Any:
    if isinstance(value, conditions.Condition):
        return conditions.to_json(value)
    if dataclasses.is_dataclass(value):
        return {
            item.name: _plain(current)
            for item in dataclasses.fields(value)
            if (current := getattr(value, item.name)) != _default(item)
        }
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _default(item: dataclasses.Field[Any]) -> Any:
    if item.default_factory is not dataclasses.MISSING:
        return item.default_factory()
    return item.default


def to_json(form: Form) -> dict[str, Any]:
    """The form as plain JSON, with the number of the schema it is written in."""
    return {"schema": SCHEMA, **_plain(form)}


def canonical(data: Any) -> bytes:
    """The one spelling of a JSON value that is hashed: sorted keys, no spaces, UTF-8."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def digest(data: Any) -> str:
    """sha256 of :func:`canonical`, as 64 hexadecimal characters."""
    return hashlib.sha256(canonical(data)).hexdigest()


def _choices(data: Any) -> Any:
    return data if isinstance(data, str) else tuple(Choice(**item) for item in data)


def _question(data: Mapping[str, Any]) -> Question:
    known = dict(data)
    if isinstance(known.get("required"), Mapping):
        known["required"] = conditions.from_json(known["required"])
    if "applies" in known:
        known["applies"] = conditions.from_json(known["applies"])
    if "choices" in known:
        known["choices"] = _choices(known["choices"])
    if "readers" in known:
        known["readers"] = tuple(known["readers"])
    if "table" in known:
        table = dict(known["table"])
        table["columns"] = tuple(_question(column) for column in table["columns"])
        table["fixed_rows"] = tuple(Choice(**row) for row in table.get("fixed_rows", ()))
        table["core"] = tuple(table.get("core", ()))
        known["table"] = Table(**table)
    return Question(**known)


def _section(data: Mapping[str, Any]) -> Section:
    known = dict(data)
    known["pages"] = tuple(
        Page(**{**page, "questions": tuple(_question(item) for item in page["questions"])})
        for page in known["pages"]
    )
    if "applies" in known:
        known["applies"] = conditions.from_json(known["applies"])
    for name in ("also", "readers"):
        if name in known:
            known[name] = tuple(known[name])
    return Section(**known)


def from_json(data: Mapping[str, Any]) -> Form:
    """Reads any schema number up to today's; raises :class:`ValueError` on a newer one."""
    known = upgrade(dict(data))
    known.pop("schema")
    known["sections"] = tuple(_section(section) for section in known["sections"])
    return Form(**known)


def section_to_json(section: Section) -> dict[str, Any]:
    """One section as plain JSON, as it stands in the form's."""
    found: dict[str, Any] = _plain(section)
    return found


def section_from_json(data: Mapping[str, Any]) -> Section:
    return _section(data)


def question_to_json(question: Question) -> dict[str, Any]:
    """One question as plain JSON, as it stands in the form's."""
    found: dict[str, Any] = _plain(question)
    return found


def question_from_json(data: Mapping[str, Any]) -> Question:
    return _question(data)


def plain(value: Any) -> Any:
    """Any part of a form as JSON holds it."""
    return _plain(value)


def choices_from_json(data: Any) -> tuple[Choice, ...] | str:
    """Options, or the name of a code list."""
    found: tuple[Choice, ...] | str = _choices(data)
    return found
