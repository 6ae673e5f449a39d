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
from pep_plugin.sections import codelists, records, roles
from pep_plugin.sections.conditions import (
    COMPARISONS,
    All,
    Answered,
    AnyOf,
    Compares,
    Condition,
    Is,
    Not,
)
from pep_plugin.sections.kinds.choose import YesNo
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


def in_words(form: Form, condition: Condition) -> str:
    """A condition as a person reads it, with labels for paths: “Legal status” is Police protection.

    For the blank form, on which everything stands and nothing disappears.
    """
    match condition:
        case Is(path, values):
            return f"“{_label(form, path)}” is {_named(form, path, values)}"
        case Answered(path):
            return f"“{_label(form, path)}” is answered"
        case Compares(path, how, number):
            return f"“{_label(form, path)}” {COMPARISONS[how][1]} {number}"
        case All(parts):
            return " and ".join(in_words(form, part) for part in parts)
        case AnyOf(parts):
            return " or ".join(in_words(form, part) for part in parts)
        case Not(Is(path, values)):
            return f"“{_label(form, path)}” is not {_named(form, path, values)}"
        case Not(part):
            return f"not ({in_words(form, part)})"


def _label(form: Form, path: str) -> str:
    room, _, key = path.partition(".")
    return records.CONTEXT.get(key, key) if room == "context" else form.question(path).label


def _named(form: Form, path: str, values: tuple[str, ...]) -> str:
    """ "3, 4 or 5"."""
    names = [_choice(form, path, value) for value in values]
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _choice(form: Form, path: str, value: str) -> str:
    room, _, key = path.partition(".")
    if room == "context":
        known = codelists.get(records.CONTEXT_LISTS[key]) if key in records.CONTEXT_LISTS else ()
        words = {
            "yes": "Yes",
            "no": "No",
            "R": "Reception",
            **{option.code: option.label for option in known},
        }
        return words.get(value, value)
    question = form.question(path)
    options = question.choices
    if question.kind == "yes_no":
        options = YesNo.options
    elif isinstance(options, str):
        options = codelists.get(options)
    return next((option.label for option in options if option.code == value), value)
