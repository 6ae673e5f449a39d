"""The outline of a form that nobody has filled in: everything that may be asked, with room."""

from __future__ import annotations

from pep_plugin.documents.outline import (
    Cell,
    Entry,
    Item,
    OutlineDocument,
    OutlineSection,
    Part,
    Row,
    TableEntry,
)
from pep_plugin.sections import roles
from pep_plugin.sections.schema import Form, Question, Section, Table

#: Ids of rows that stand empty: whoever reads the document back knows them as new.
NEW_ROW = "new"
_FEWEST, _MOST = 3, 6


def blank_outline(form: Form, *, version: int = 0) -> OutlineDocument:
    """Every section and question of the form, whatever its condition, without an answer."""
    return OutlineDocument(
        reference="",
        title=form.title,
        subtitle="",
        form_key=form.key,
        form_title=form.title,
        form_version=version,
        language=form.language,
        audience="",
        audience_label="",
        facts=(),
        people=(),
        sections=tuple(_section(section) for section in form.sections),
        is_open=True,
    )


def _section(section: Section) -> OutlineSection:
    return OutlineSection(
        key=section.key,
        title=section.title,
        intro=section.intro,
        owner_role=section.owner_role,
        owner=roles.LABELS.get(section.owner_role, section.owner_role),
        parts=tuple(
            Part(
                step=step.name,
                title=step.title,
                intro=step.intro,
                items=tuple(_item(section, question) for question in step.questions),
                is_detail=step.is_detail,
            )
            for step in section.steps()
        ),
    )


def _item(section: Section, question: Question) -> Item:
    path = f"{section.key}.{question.key}"
    if question.table is None:
        return Entry(
            path=path, label=question.label, question=question, text="", state="not_provided"
        )
    return TableEntry(
        path=path,
        label=question.label,
        question=question,
        columns=question.table.columns,
        rows=tuple(
            blank_row(path, question.table, row_id, label)
            for row_id, label in _rows(question.table)
        ),
        text="",
        state="answered",
    )


def _rows(table: Table) -> list[tuple[str, str]]:
    if table.rows == "fixed":
        return [(choice.code, choice.label) for choice in table.fixed_rows]
    count = min(max(_FEWEST, min(_MOST, table.min_rows)), table.max_rows)
    return [new_row(table, number) for number in range(1, count + 1)]


def new_row(table: Table, number: int) -> tuple[str, str]:
    """(id, name) of a row that stands empty."""
    return f"{NEW_ROW}{number}", f"{table.row_name.capitalize()} {number}"


def blank_row(path: str, table: Table, row_id: str, label: str) -> Row:
    """One row without an answer."""
    return Row(
        row_id,
        label,
        tuple(
            Cell(
                path=f"{path}.{column.key}",
                label=column.label,
                question=column,
                text="",
                state="not_provided",
            )
            for column in table.columns
        ),
    )
