"""Rows of the editor as sections and forms, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pep_plugin.formbuilder.conversion.conditions import from_condition, to_condition
from pep_plugin.formbuilder.conversion.questions import from_question, to_question
from pep_plugin.sections.schema import Form, Page, Question, Section

Raw = dict[str, Any]


def raw_questions(section: Section) -> list[Raw]:
    """The section's pages and questions as a raw stream."""
    return list(_blocks(section))


def _blocks(section: Section) -> Iterator[Raw]:
    for number, page in enumerate(section.pages):
        if number or page.title or page.intro:
            yield {"type": "new_page", "value": {"title": page.title, "intro": page.intro}}
        for question in page.questions:
            yield from_question(question, section.key)


def fields_of(section: Section) -> dict[str, Any]:
    """The section as values of the row's fields; streams as JSON text, as Wagtail reads them."""
    return {
        "title": section.title,
        "intro": section.intro,
        "owner_role": section.owner_role,
        "also": list(section.also),
        "readers": list(section.readers),
        "picture": section.picture,
        "applies": json.dumps(from_condition(section.applies)),
        "questions": json.dumps(raw_questions(section)),
    }


def to_section(row: Any) -> Section:
    """The row as it stands. Raises :class:`ValueError` for what cannot be read."""
    return Section(
        key=row.key,
        title=row.title,
        owner_role=row.owner_role,
        pages=tuple(_pages(raw_of(row.questions))),
        intro=row.intro,
        also=tuple(row.also),
        applies=to_condition(raw_of(row.applies)),
        readers=tuple(row.readers),
        picture=row.picture,
    )


def _pages(blocks: Sequence[Raw]) -> Iterator[Page]:
    title, intro = "", ""
    questions: list[Question] = []
    for block in blocks:
        if block["type"] != "new_page":
            questions.append(to_question(block))
            continue
        if questions:
            yield Page(questions=tuple(questions), title=title, intro=intro)
        questions = []
        title, intro = block["value"].get("title") or "", block["value"].get("intro") or ""
    if questions:
        yield Page(questions=tuple(questions), title=title, intro=intro)


def raw_of(stream: Any) -> list[Raw]:
    """The raw JSON of a stream field's value."""
    found: list[Raw] = list(stream.get_prep_value()) if stream else []
    return found


def to_form(row: Any, sections: Sequence[Section]) -> Form:
    """The form of these sections. One that asks nothing yet is left out: so "Our questions" may
    stand ready in every form."""
    return Form(
        key=row.key,
        title=row.title,
        phase=row.phase,
        sections=tuple(section for section in sections if section.questions),
        language=row.language,
        purpose=row.purpose,
        audience=row.audience,
        intro=row.intro,
        type_size=row.type_size,
    )


def hidden_paths(row: Any) -> frozenset[str]:
    """Paths of the questions that an editor hid."""
    return frozenset(
        f"{row.key}.{block['value']['key']}"
        for block in raw_of(row.questions)
        if ((block["value"].get("more") or {}).get("hidden"))
    )


def rename(row: Any, new: Mapping[str, str]) -> bool:
    """Give questions other keys: old key -> new one. Whether any was there."""
    found = False
    for child in row.questions:
        if child.block_type != "new_page" and child.value["key"] in new:
            child.value["key"] = new[child.value["key"]]
            found = True
    return found


def block_id(row: Any, key: str) -> str:
    """The id of a question's block in the editor; "" when there is none."""
    for block in raw_of(row.questions):
        if block["type"] != "new_page" and block["value"].get("key") == key:
            return str(block.get("id") or "")
    return ""
