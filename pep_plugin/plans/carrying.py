"""What a new plan starts with: last term's answers, as each question says."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from typing import Any

from pep_plugin.conf import local
from pep_plugin.plans.models import Fact, Plan, Submission
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer, Asked, problems
from pep_plugin.sections.kinds.choose import OneChoice
from pep_plugin.sections.schema import Form, Question

#: How many terms old an answer is in the new plan, by the day on which it was last looked at.
TermsOld = Callable[[datetime.date], int]


def carried(form: Form, sent: Submission, terms_old: TermsOld) -> dict[str, dict[str, Answer]]:
    """Section -> question -> answer for the new plan's first save.

    Only what was asked and sent, with who said it and when; ``source`` names the submission, and
    a question to be confirmed waits for that. One that has gone stale is marked as such: pressing
    one button for all does not renew it. Unreadable and removed answers start empty.
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
        for name in ("confirmed_at", "confirmed_by", "to_confirm", "stale"):
            kept.pop(name, None)
        is_stale = bool(question.stale_after) and (
            terms_old(_looked_at(kept, sent)) >= question.stale_after
        )
        if question.carry == "confirm" or is_stale:
            kept["to_confirm"] = True
        if is_stale:
            kept["stale"] = True
        found.setdefault(section.key, {})[question.key] = kept
    return found


def _looked_at(answer: Answer, sent: Submission) -> datetime.date:
    """When somebody last typed it, or was asked it by itself; else when it was sent."""
    moments = []
    for key in ("at", "reviewed_at"):
        try:
            moment = datetime.datetime.fromisoformat(answer[key])
        except (KeyError, TypeError, ValueError):
            continue
        moments.append((local(moment) if moment.tzinfo else moment).date())
    return max(moments) if moments else local(sent.sent_at).date()


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
