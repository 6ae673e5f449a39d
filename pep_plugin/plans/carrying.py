"""What a new plan starts with: last term's answers, as each question says."""

from __future__ import annotations

import copy
from typing import Any

from pep_plugin.plans.models import Fact, Plan, Submission
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer, Asked, problems
from pep_plugin.sections.kinds.choose import OneChoice
from pep_plugin.sections.schema import Form, Question


def carried(form: Form, sent: Submission) -> dict[str, dict[str, Answer]]:
    """Section -> question -> answer for the new plan's first save.

    Only what was asked and sent, with who said it and when; ``source`` names the submission, and
    a question to be confirmed waits for that. Unreadable and removed answers start empty.
    """
    found: dict[str, dict[str, Answer]] = {}
    asked = Asked(sent.form, sent.answers, sent.context)
    for path, section, question in form.paths():
        if question.carry == "never" or not question.is_typed or not asked.is_asked(path):
            continue
        answer = sent.answers.get(section.key, {}).get(question.key)
        if not answer or "value" not in answer:
            continue
        kept = _fitting(question, copy.deepcopy(answer))
        before = sent.form.question(path)
        is_same_form = sent.form.key == form.key
        if kept is None or not _has_the_same_rows(question, before, is_same_form):
            continue
        kept["source"] = f"submission:{sent.pk}"
        kept.pop("confirmed_at", None)
        kept.pop("confirmed_by", None)
        if question.carry == "confirm":
            kept["to_confirm"] = True
        found.setdefault(section.key, {})[question.key] = kept
    return found


def _has_the_same_rows(question: Question, before: Question, is_same_form: bool) -> bool:
    """Whether a row means the same in both forms.

    Lines that a form has fixed bear no names of their own, so in a free table they would say
    nothing; and the subjects of school years are not the courses of a college. Within one form an
    editor may call its rows something else, and they stay what they are.
    """
    now, then = question.table, before.table
    if now is None or then is None:
        return now is then
    return now.rows == then.rows and (is_same_form or now.row_name == then.row_name)


def _fitting(question: Question, answer: Answer) -> Answer | None:
    """The answer as the new form can hold it: a phase may offer other choices and columns."""
    if question.table is not None:
        if not isinstance(answer["value"], list):
            return None
        columns = {column.key for column in question.table.columns}
        for row in answer["value"]:
            cells = row["cells"].items()
            row["cells"] = {key: cell for key, cell in cells if key in columns}
    kind = kinds.get(question.kind)
    if isinstance(kind, OneChoice):
        offered = {choice.code for choice in kind.choices(question)}
        told = answer["value"] if isinstance(answer["value"], list) else [answer["value"]]
        if not offered.issuperset(map(str, told)):
            return None
    try:
        return None if problems(question, answer) else answer
    except (TypeError, ValueError, KeyError, ArithmeticError):
        # Told under another kind of question, whose values this one does not understand.
        return None


def rows_to_review(form: Form, previous: Plan) -> dict[str, dict[str, Answer]]:
    """Last term's rows where they are to be looked at again, with the same row ids."""
    found: dict[str, dict[str, Answer]] = {}
    earlier: set[str] = set()
    for path, section, question in form.paths():
        earlier.add(path)
        if question.table is None or question.table.rows != "from_table":
            continue
        if question.table.source in earlier:
            # It follows a table of this very plan, and is drawn from that.
            continue
        source = form.question(question.table.source).feeds
        facts = Fact.objects.standing().filter(plan=previous, table=source).order_by("order")
        rows: list[dict[str, Any]] = [
            {"id": fact.row_id, "cells": _known_cells(question, fact.data)} for fact in facts
        ]
        if rows:
            found.setdefault(section.key, {})[question.key] = {
                "value": rows,
                "source": f"plan:{previous.pk}",
            }
    return found


def _known_cells(question: Question, data: dict[str, Any]) -> dict[str, Answer]:
    """The cells of columns that bear the same key in both tables (the target's own words)."""
    columns = {column.key for column in question.table.columns} if question.table else set()
    return {key: {"value": value} for key, value in data.items() if key in columns}
