"""Files of another form or another version: recognised, and brought over by their keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pep_plugin.documents.word.reader import loosely
from pep_plugin.documents.word.reader.found import Found
from pep_plugin.documents.word.reader.identity import spelled
from pep_plugin.documents.word.reader.layout import label, options
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Form, Question, Table

#: Of a form's questions, how many must stand in a file for it to be that form.
_ENOUGH = 0.3


def is_of(identity: dict[str, Any], form_key: str) -> bool:
    """Whether a file says that it is a form."""
    if identity["form"]:
        return bool(identity["form"] == form_key)
    return bool(identity["mark"]) and identity["mark"] == spelled(form_key)


def fits(raw: dict[str, Any], form: Form) -> bool:
    """Whether enough of the form's own questions were found to take it for that form."""
    by_name = [path for path, how in raw["how"].items() if how != "label"]
    wanted = sum(1 for _path in form.paths())
    return len(by_name) >= min(3, wanted) or len(raw["how"]) >= max(2, wanted * _ENOUGH)


def asks_the_same(one: Form, other: Form) -> bool:
    """Whether two versions of a form differ in their words only."""
    return _asked(one) == _asked(other)


def _asked(form: Form) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {
        path: (
            question.kind,
            tuple(choice.code for choice in options(question)),
            tuple(column.key for column in question.table.columns) if question.table else (),
        )
        for path, _section, question in form.paths()
    }


def best(headings: Iterable[str], forms: Iterable[Form]) -> Form | None:
    """The form whose labels stand in the file the most; None when that is hardly any."""
    said = {label(text) for text in headings}
    scored = [(_score(said, form), form) for form in forms]
    most, form = max(scored, key=lambda one: one[0], default=(0.0, None))
    return form if most >= _ENOUGH else None


def _score(said: set[str], form: Form) -> float:
    labels = {label(question.label) for _path, _section, question in form.paths()}
    titles = {label(section.title) for section in form.sections} | {label(form.title)}
    wanted = labels | titles
    return len(said & wanted) / len(wanted) if wanted else 0.0


def bring_over(found: Found, old: Form, new: Form) -> Found:
    """The same answers for another form: by their keys, and read again where the kind changed."""
    known = {path: question for path, _section, question in new.paths()}
    answers: dict[str, Answer] = {}
    for path, _section, question in old.paths():
        answer = found.answers.get(path)
        if answer is None:
            continue
        target = known.get(path)
        moved = _move(answer, question, target) if target is not None else None
        if moved is not None:
            answers[path] = moved
        elif words := answers_of.as_text(question, answer):
            found.unplaced.append({"text": words, "near": question.label})
        _lost_columns(found, question, target, answer)
    found.answers = answers
    found.how = {path: how for path, how in found.how.items() if path in known}
    found.columns = {
        path: [key for key in keys if _has_column(known[path].table, key)]
        for path, keys in found.columns.items()
        if path in known
    }
    found.new_rows = {path: ids for path, ids in found.new_rows.items() if path in answers}
    return found


def _move(answer: Answer, old: Question, new: Question) -> Answer | None:
    if (old.table is None) != (new.table is None):
        return None
    if "none" in answer:
        return answer
    if old.table is not None and new.table is not None:
        rows = [
            {**row, "cells": _cells(row["cells"], old.table, new.table)}
            for row in answer.get("value") or ()
        ]
        return {"value": rows}
    return _again(answer, old, new)


def _cells(cells: dict[str, Answer], old: Table, new: Table) -> dict[str, Answer]:
    moved = {}
    for key, cell in cells.items():
        if _has_column(new, key) and _has_column(old, key):
            again = _again(cell, old.column(key), new.column(key))
            if again is not None:
                moved[key] = again
    return moved


def _again(answer: Answer, old: Question, new: Question) -> Answer | None:
    if old.kind == new.kind and _still_there(answer, new):
        return answer
    words = answers_of.as_text(old, answer)
    chosen = loosely.option(new, words)
    if chosen is not None:
        return {"value": [chosen] if kinds.get(new.kind).takes_many else chosen}
    return answers_of.read(new, words)


def _still_there(answer: Answer, new: Question) -> bool:
    """Whether the options that were chosen are options still."""
    codes = {choice.code for choice in options(new)}
    value = answer.get("value")
    chosen = value if isinstance(value, list) else [value]
    return not codes or all(code in codes for code in chosen if isinstance(code, str))


def _has_column(table: Table | None, key: str) -> bool:
    return table is not None and any(column.key == key for column in table.columns)


def _lost_columns(found: Found, old: Question, new: Question | None, answer: Answer) -> None:
    """Columns that the other form does not have are told, row by row."""
    if old.table is None or new is None or new.table is None:
        return
    for _row_id, name, column, cell in answers_of.cells(old, answer):
        words = answers_of.as_text(column, cell)
        if words and not _has_column(new.table, column.key):
            near = f"{old.label}, {name}: {column.label}"
            found.unplaced.append({"text": words, "near": near})
