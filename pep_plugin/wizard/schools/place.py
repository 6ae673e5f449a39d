"""The one answer, or the one cell of a table, for which a school is looked up."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass

from django.http import Http404

from pep_plugin import access
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.texts import SchoolName
from pep_plugin.sections.schema import Question, Step
from pep_plugin.wizard import steps

_ROW_ID = re.compile(r"[0-9A-Za-z_-]{1,20}")


@dataclass(frozen=True, slots=True)
class SchoolPlace:
    """``asked``: the question or column that takes a school; ``row_id``: "" outside tables."""

    question: Question
    row_id: str
    asked: Question

    def held(self, answer: Answer | None) -> Answer | None:
        """What stands there now, given the question's answer."""
        if not self.row_id:
            return answer
        rows = (answer or {}).get("value") or []
        for row in rows:
            if row["id"] == self.row_id:
                held: Answer | None = row["cells"].get(self.asked.key)
                return held
        return None

    def put(self, answer: Answer | None, school: Answer | None) -> Answer | None:
        """The question's answer with the school in its place; a new row is added for it."""
        if not self.row_id:
            return school
        rows = copy.deepcopy((answer or {}).get("value") or [])
        row = next((row for row in rows if row["id"] == self.row_id), None)
        if row is None:
            row = {"id": self.row_id, "cells": {}}
            rows.append(row)
        row["cells"].pop(self.asked.key, None)
        if school:
            row["cells"][self.asked.key] = school
        return {"value": rows}


def find(opened: OpenPlan, step: Step, path: str) -> SchoolPlace:
    """The place at "question" or "question.row.column"; raises :class:`Http404` for any other."""
    key, *inside = path.split(".")
    asked_here = steps.questions_of(opened, opened.asked, step)
    question = next((one for one in asked_here if one.key == key), None)
    if question is None or len(inside) not in (0, 2):
        raise Http404
    asked, row_id = question, ""
    if inside:
        row_id, column = inside
        columns = question.table.columns if question.table else ()
        found = next((one for one in columns if one.key == column), None)
        if (
            found is None
            or not _ROW_ID.fullmatch(row_id)
            or not access.readable(opened.identity, step.section, found, None)
        ):
            raise Http404
        asked = found
    if not isinstance(kinds.get(asked.kind), SchoolName) or not asked.is_typed:
        raise Http404
    return SchoolPlace(question, row_id, asked)
