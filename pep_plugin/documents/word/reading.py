"""A Word file that came back -> the answers in it, for a form of ours.

The file is taken apart in a limited process that is kept warm; the answers are understood here,
where the kinds and code lists of the site are known. A file of another version is read by its own
version and brought over by its keys.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

from django.db import DatabaseError

from pep_plugin.documents.word.reader import Found, differences, understand
from pep_plugin.documents.word.reader import match as matching
from pep_plugin.documents.word.reader.job import WORK, pack
from pep_plugin.files.child import Pool, Refused
from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections import codec, definitions, kinds
from pep_plugin.sections.kinds import choose
from pep_plugin.sections.schema import Form, Question

__all__ = ["Found", "Refused", "read_any", "read_filled"]

_children = Pool(WORK)


def read_filled(
    data: bytes, form: Form, *, version: int = 0, reference: str = "", upn: str = ""
) -> Found:
    """What a file says for a plan on ``form``.

    ``version``: the number of the plan's version, since ``form`` may be that with better labels.
    ``reference`` and ``upn``: of the plan and its child, when they are to be compared with those
    in the file. Raises :class:`Refused` for a file that cannot be read; ``str()`` is a sentence
    for the person who sent it.
    """
    raw = _extract(data, form)
    own = _form_of(raw, form, data, version)
    if own is None or own is form:
        found = understand(raw, form)
    else:
        found = matching.bring_over(understand(_extract(data, own), own), own, form)
    differences.say(found, raw, own, form, reference=reference, upn=upn)
    return found


def read_any(data: bytes) -> tuple[Found, Form]:
    """What a file says, by the form that it is. Raises :class:`Refused`."""
    said = json.loads(_children.ask(pack(b"", data)))
    identity = said["identity"]
    form = _exactly(identity) or _newest(identity) or _best(said["headings"])
    if form is None:
        raise Refused("This is not one of the forms that are known here.")
    return understand(_extract(data, form), form), form


def _extract(data: bytes, form: Form) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_children.ask(pack(_packed(form), data)))
    return found


def _form_of(raw: dict[str, Any], form: Form, data: bytes, version: int) -> Form | None:
    """The form by which the file was made; None where that cannot be told."""
    identity = raw["identity"]
    if version and identity["version"] == version and matching.is_of(identity, form.key):
        return form
    if known := _exactly(identity):
        return form if known.key == form.key and matching.asks_the_same(known, form) else known
    if matching.is_of(identity, form.key) or (not identity["how"] and matching.fits(raw, form)):
        return form
    if known := _newest(identity):
        return known
    said = json.loads(_children.ask(pack(b"", data)))
    return _best(said["headings"])


def _exactly(identity: dict[str, Any]) -> Form | None:
    """The version that the file names."""
    if not identity["how"]:
        return None
    rows = _versions(FormVersion.objects.filter(number=identity["version"]))
    return next((one.form for one in rows if matching.is_of(identity, one.form_key)), None)


def _newest(identity: dict[str, Any]) -> Form | None:
    """The newest version of the form that the file names."""
    if not identity["how"]:
        return None
    for version in _versions(FormVersion.objects.newest()):
        if matching.is_of(identity, version.form_key):
            return version.form
    shipped = (*definitions.shipped().values(), *definitions.papers().values())
    return next((form for form in shipped if matching.is_of(identity, form.key)), None)


def _versions(rows: Any) -> Iterator[FormVersion]:
    try:
        yield from rows
    except DatabaseError:
        # A command may be run before the first migration.
        return


def _best(headings: list[str]) -> Form | None:
    """The live form, or the paper, whose labels stand in the file."""
    forms = [version.form for version in _versions(FormVersion.objects.newest())]
    forms = forms or [*definitions.shipped().values(), *definitions.papers().values()]
    return matching.best(headings, forms)


#: By the form's id; the form is kept beside it, so that no other can ever have the same id.
_KEPT: dict[int, tuple[Form, bytes]] = {}
_MOST_KEPT = 32


def _packed(form: Form) -> bytes:
    """The form as JSON for a process that knows neither a council's kinds nor its lists."""
    if id(form) not in _KEPT:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[id(form)] = (form, _pack_form(form))
    kept = _KEPT.get(id(form))
    return kept[1] if kept else _pack_form(form)


def _pack_form(form: Form) -> bytes:
    sections = tuple(
        dataclasses.replace(
            section,
            pages=tuple(
                dataclasses.replace(page, questions=tuple(map(_plain, page.questions)))
                for page in section.pages
            ),
        )
        for section in form.sections
    )
    return json.dumps(codec.to_json(dataclasses.replace(form, sections=sections))).encode()


def _plain(question: Question) -> Question:
    changes: dict[str, Any] = {"kind": _plain_kind(question.kind)}
    kind = kinds.get(question.kind)
    if isinstance(question.choices, str) and isinstance(kind, choose.OneChoice):
        changes["choices"] = kind.choices(question)
    if question.table is not None:
        columns = tuple(map(_plain, question.table.columns))
        changes["table"] = dataclasses.replace(question.table, columns=columns)
    return dataclasses.replace(question, **changes)


def _plain_kind(key: str) -> str:
    """The nearest of the package's own kinds that a council's kind is made of."""
    for known in type(kinds.get(key)).__mro__:
        key = str(getattr(known, "key", ""))
        if key and known.__module__.startswith("pep_plugin."):
            return key
    return "text"
