"""A form without some of its questions, as if they had never been written."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

from pep_plugin.sections.schema import Form, Page, Section


def without(form: Form, paths: Collection[str]) -> Form:
    """The form without the questions at these paths, nor pages and sections that they emptied."""
    if not paths:
        return form
    sections = [_section(section, paths) for section in form.sections]
    return dataclasses.replace(
        form, sections=tuple(section for section in sections if section is not None)
    )


def _section(section: Section, paths: Collection[str]) -> Section | None:
    if not any(f"{section.key}.{question.key}" in paths for question in section.questions):
        return section
    pages = [_page(section.key, page, paths) for page in section.pages]
    left = tuple(page for page in pages if page.questions)
    return dataclasses.replace(section, pages=left) if left else None


def _page(section_key: str, page: Page, paths: Collection[str]) -> Page:
    left = tuple(one for one in page.questions if f"{section_key}.{one.key}" not in paths)
    return dataclasses.replace(page, questions=left)
