"""What somebody should know of a file before using it, in sentences a teacher understands."""

from __future__ import annotations

import re
from typing import Any

from pep_plugin.documents.word.reader.found import Found
from pep_plugin.documents.word.reader.match import fits
from pep_plugin.sections.schema import Form


def say(
    found: Found, raw: dict[str, Any], own: Form | None, form: Form, *, reference: str, upn: str
) -> None:
    """Adds to ``differs`` and puts sentences before the other notes. ``own``: the file's form."""
    said = [
        *_on_form(found, raw, own, form),
        *_on_plan(found, reference=reference, upn=upn),
    ]
    found.notes[:0] = said


def _on_form(found: Found, raw: dict[str, Any], own: Form | None, form: Form) -> list[str]:
    if own is None:
        if fits(raw, form):
            return []
        found.differs.append("unknown")
        return [
            "This does not look like one of our forms. What stands in it is shown, and you can "
            "say where it belongs."
        ]
    if own.key == form.key:
        if own is form:
            return []
        found.differs.append("version")
        version = f"version {found.version}" if found.version else "another version"
        return [
            f"The file was made with {version} of this form. What both ask has been brought over; "
            "the rest is shown beneath."
        ]
    found.differs.append("paper" if own.purpose == "template" else "form")
    if own.purpose == "template":
        return [
            f"This is the paper “{own.title}”, not the PEP itself. What the PEP asks in the same "
            "words has been brought over; the rest is shown beneath."
        ]
    return [
        f"The file is another form: “{own.title}”, and this plan is on “{form.title}”. What both "
        "ask has been brought over; the rest is shown beneath."
    ]


def _on_plan(found: Found, *, reference: str, upn: str) -> list[str]:
    said = []
    if reference and found.reference and found.reference != reference:
        found.differs.append("plan")
        said.append(
            f"The file says that it is the plan {found.reference}. You are about to use it for "
            f"{reference}. Check that you have chosen the right file."
        )
    clean = re.sub(r"[\s-]", "", upn).upper()
    if clean and found.upn and found.upn != clean:
        found.differs.append("child")
        said.append(
            "The pupil number in the file is not this child’s. Check that it is not the plan of "
            "another child."
        )
    return said
