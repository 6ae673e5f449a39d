"""Who may not know: never a banner, but a quiet line that opens a page of its own."""

from __future__ import annotations

from dataclasses import replace

from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.schema import Section

#: The section that holds them in every shipped form.
KEY = "restrictions"


def section_of(opened: OpenPlan) -> Section | None:
    """The section, where the form has one and this person may read something of it."""
    try:
        section = opened.form.section(KEY)
    except KeyError:
        return None
    may_read = any(opened.may_read(section, question) for question in section.questions)
    return section if may_read else None


def count(opened: OpenPlan) -> int:
    """How many restrictions there are for this person to know of."""
    section = section_of(opened)
    if section is None:
        return 0
    held = opened.answers.get(KEY, {})
    return sum(
        question.kind == "yes_no"
        and held.get(question.key, {}).get("value") == "yes"
        and opened.may_read(section, question)
        for question in section.questions
    )


def only(outline: OutlineDocument, key: str) -> OutlineDocument:
    """The outline with the one section."""
    kept = tuple(section for section in outline.sections if section.key == key)
    return replace(outline, sections=kept)
