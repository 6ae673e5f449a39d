"""Drawing a table of a page: which rows there are, what they are called, what stands in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.forms.renderers import BaseRenderer
from django.utils.translation import gettext as _

from pep_plugin.entry import none
from pep_plugin.entry.around import Around, SourceRow, row_words
from pep_plugin.entry.controls import Control
from pep_plugin.entry.fields import TypedField
from pep_plugin.entry.rows import Cell, Row, TablePart, is_grid, stored_rows
from pep_plugin.entry.widgets import Dropdown, Radios
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.tables import new_row_id
from pep_plugin.sections.schema import Question, Section, Table

_ROW_ID = re.compile(r"[0-9A-Za-z_-]{1,20}")
#: A row in a box of its own has room for so many radios; several rows would make a long page.
_MOST_RADIOS_IN_A_ROW = 5
#: So many letters of options fit into one line of a row's box, or nearly so.
_LETTERS_IN_A_LINE = 56
#: Far more rows than a page of ours draws: each costs a control for every column.
_MOST_ROWS = 200


def table_part(
    question: Question,
    section: Section,
    around: Around,
    *,
    name: str,
    base: int,
    is_required: bool,
    data: Any,
    renderer: BaseRenderer,
    added: Sequence[str] = (),
    removed: Sequence[str] = (),
) -> TablePart:
    """The table as it is drawn. ``added`` and ``removed``: row ids of buttons that were pressed."""
    table = question.table
    if table is None:
        raise ValueError(f"The question “{question.label}” has no table.")
    answer = around.answers.get(section.key, {}).get(question.key)
    stored = {row["id"]: row for row in stored_rows(answer)}
    source = _source(f"{section.key}.{question.key}", table, around)
    labels = _labels(question, table, source, stored)
    ids = _ids(table, name, labels, list(stored), data)
    ids = [row_id for row_id in dict.fromkeys((*ids, *added)) if row_id not in removed]
    columns = [column for column in table.columns if around.may_read_column(section, column)]
    rows = []
    for number, row_id in enumerate(ids, start=1):
        label = labels.get(row_id) or f"{table.row_name.capitalize()} {number}"
        rows.append(
            draw_row(
                row_id,
                label,
                question,
                columns,
                around,
                name=name,
                stored=stored.get(row_id),
                source=source.get(row_id),
                # A row that a button has just made was not posted: it starts empty.
                data=None if row_id in added else data,
                renderer=renderer,
            )
        )
    chosen = none.value_of(answer)
    if data is not None:
        chosen = data.get(f"{name}__none") or ""
    offered = is_required or bool(chosen)
    return TablePart(
        question,
        table,
        name,
        base,
        is_required,
        answer,
        rows,
        unsure=none.options(
            around.people,
            answer,
            chosen=chosen,
            # Nothing to look back on: the table must not stand in the way of sending.
            may_not_apply=table.rows == "from_table" and not rows,
        )
        if offered
        else [],
        unsure_chosen=chosen,
        note=around.origin(answer) if answer else "",
    )


def draw_row(
    row_id: str,
    label: str,
    question: Question,
    columns: Sequence[Question],
    around: Around,
    *,
    name: str,
    stored: dict[str, Any] | None,
    data: Any,
    renderer: BaseRenderer,
    source: SourceRow | None = None,
) -> Row:
    """One row with a control for each of the columns. ``name``: of the table in the form."""
    table = question.table
    if table is None:
        raise ValueError(f"The question “{question.label}” has no table.")
    cells = [
        _cell(
            column,
            around,
            table,
            name=f"{name}-{row_id}-{column.key}",
            path=f"{question.key}.{row_id}",
            row=stored,
            source=source,
            data=data,
            renderer=renderer,
        )
        for column in columns
    ]
    return Row(
        row_id,
        label,
        [cell for cell in cells if cell.control or cell.text != label],
        stored,
        can_remove=table.rows == "free",
        proposed=_proposed(table, source),
    )


def _source(path: str, table: Table, around: Around) -> dict[str, SourceRow]:
    """The rows that this table's rows follow, by id."""
    if table.rows != "from_table":
        return {}
    return {row.id: row for row in around.rows_at(table.source, before=path)}


def _labels(
    question: Question,
    table: Table,
    source: Mapping[str, SourceRow],
    stored: Mapping[str, Any],
) -> dict[str, str]:
    """Row id -> words, of the rows that are given and not added by people."""
    if table.rows == "fixed":
        return {choice.code: choice.label for choice in table.fixed_rows}
    if table.rows == "from_table":
        # Last term's targets were put here when the plan was begun: they stay, whatever their
        # source says now.
        kept = {row_id: row_words(question, row["cells"]) for row_id, row in stored.items()}
        return {**kept, **{row_id: row.words for row_id, row in source.items()}}
    return {}


def _ids(
    table: Table, name: str, labels: Mapping[str, str], stored: list[str], data: Any
) -> list[str]:
    if table.rows != "free":
        return list(labels)
    if data is not None:
        posted = dict.fromkeys(data.getlist(f"{name}-rows"))
        most = max(_MOST_ROWS, len(stored), 2 * table.max_rows)
        return [row_id for row_id in posted if _ROW_ID.fullmatch(row_id)][:most]
    return stored or [new_row_id()]


def _proposed(table: Table, source: SourceRow | None) -> dict[str, Answer]:
    """Column key -> the cell of the row that this one follows."""
    if source is None:
        return {}
    cells = ((column.key, source.proposed(column)) for column in table.columns)
    return {key: cell for key, cell in cells if cell}


def _follows(column: Question, table: Table, around: Around) -> bool:
    """Whether the column repeats one of the table that this one takes its rows from."""
    if table.rows != "from_table" or not column.proposes:
        return False
    try:
        feeds = around.form.question(table.source).feeds
    except KeyError:
        return False
    return bool(feeds) and column.proposes.startswith(f"{feeds}.")


def _cell(
    column: Question,
    around: Around,
    table: Table,
    *,
    name: str,
    path: str,
    row: Mapping[str, Any] | None,
    source: SourceRow | None,
    data: Any,
    renderer: BaseRenderer,
) -> Cell:
    cells = row["cells"] if row else {}
    answer = cells.get(column.key)
    if row is None and source is not None:
        answer = source.proposed(column)
    if _follows(column, table, around) and answer and "value" in answer:
        # The row that this one follows says so already: it is shown, not typed again.
        return Cell(column, None, answers_of.as_text(column, answer))
    control = Control.make(
        column,
        around.links(column),
        name=name,
        answer=answer,
        data=data,
        renderer=renderer,
    )
    if control is None:
        return Cell(column, None, answers_of.cell_text(column, cells))
    control.find_at = around.find_at(column, f"{path}.{column.key}")
    control.kinder = around.kinder(column, control.raw)
    widget = control.field.widget
    if isinstance(widget, Radios):
        _fit_in_a_row(control, widget, table, column)
    return Cell(column, control)


def _fit_in_a_row(control: Control, radios: Radios, table: Table, column: Question) -> None:
    """Radios one below the other make a row long, and a table has many: short ones stand beside
    each other, many become one box."""
    options = [(code, str(label)) for code, label in radios.choices]
    if _is_tight(table, column, len(options)):
        control.field = TypedField(Dropdown(choices=[("", _("Choose")), *options]))
    elif sum(len(label) for _code, label in options) <= _LETTERS_IN_A_LINE:
        radios.attrs.setdefault("layout", "inline")


def _is_tight(table: Table, column: Question, options: int) -> bool:
    """Whether one box to choose from stands for radios. In a line of a table none would fit."""
    if is_grid(table):
        return len(table.columns) > 1
    return column.kind == "choice" and options > _MOST_RADIOS_IN_A_ROW
