"""The columns: the plan's own, then one or more for each question, by names that stay.

A question's column is called by its path, ``section.question``; what its kind adds follows after
another dot (``care.legal_status.code``). What is sensitive in any version has no column at all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from pep_plugin import access
from pep_plugin.conf import local
from pep_plugin.documents.audiences import Audience, tells_school
from pep_plugin.documents.copies import says_that_school_is_confidential
from pep_plugin.exchange.plans.told import Told
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Form, Question, Section

#: A file that leaves the house for nobody in particular: nothing in it leads to a home.
_AUDIENCE = Audience(key="export", label="Export")


def hides_school(told: Told) -> bool:
    """Whether the child's record, or the plan itself, says that the school is confidential."""
    known = told.plan.child.is_school_confidential
    return known or says_that_school_is_confidential(told.answers)


def own_cells(told: Told) -> dict[str, str]:
    """Of the plan and its child, by column; the first is the reference."""
    plan, child, term = told.plan, told.plan.child, told.plan.term
    school = {} if hides_school(told) else told.head.get("school", {})
    return {
        "reference": plan.reference,
        "council_number": child.council_number or "",
        "first_name": child.first_name,
        "last_name": child.last_name,
        "preferred_name": child.preferred_name,
        "date_of_birth": child.date_of_birth.isoformat(),
        "upn": child.upn,
        "looked_after_since": child.looked_after_since.isoformat(),
        "school_urn": school.get("urn", ""),
        "school_name": school.get("name", ""),
        "year_group": str(told.context.get("year_group", "")),
        "academic_year": str(term.academic_year),
        "term": term.key,
        "plan_kind": plan.kind,
        "state": plan.state,
        "due_on": plan.due_on.isoformat() if plan.due_on else "",
        "started_on": local(plan.started_at).date().isoformat(),
        "sent_on": local(plan.sent_at).date().isoformat() if plan.sent_at else "",
        "submission": str(told.number or ""),
        "form": plan.form_version.form_key,
        "form_version": str(plan.form_version.number),
    }


OWN = (
    "reference",
    "council_number",
    "first_name",
    "last_name",
    "preferred_name",
    "date_of_birth",
    "upn",
    "looked_after_since",
    "school_urn",
    "school_name",
    "year_group",
    "academic_year",
    "term",
    "plan_kind",
    "state",
    "due_on",
    "started_on",
    "sent_on",
    "submission",
    "form",
    "form_version",
)


def _suffixes(question: Question) -> list[str]:
    if question.shows:
        return [""]
    return [suffix for suffix, _heading in kinds.get(question.kind).export_columns(question)]


def _named(path: str, suffix: str) -> str:
    return f"{path}.{suffix}" if suffix else path


class Columns:
    """The columns of a set of forms. A new version adds columns and renames none.

    ``live``: the forms as they stand today, which may let fewer people read than the others did.
    """

    def __init__(
        self, forms: Iterable[Form], roles: frozenset[str], live: Iterable[Form] = ()
    ) -> None:
        self.roles = roles
        forms, live = list(forms), list(live)
        self._withheld = {path for form in (*forms, *live) for path in _sensitive(form)}
        self._withheld |= {path for form in live for path in _unread(form, roles)}
        by_section: dict[str, dict[str, None]] = {}
        for form in forms:
            for path, section, question in form.paths():
                if path not in self._withheld:
                    names = by_section.setdefault(section.key, {})
                    names.update(dict.fromkeys(_named(path, s) for s in _suffixes(question)))
        self.header = [*OWN, *(name for names in by_section.values() for name in names)]

    def row(self, told: Told) -> list[str]:
        """One plan's cells under :attr:`header`."""
        cells = own_cells(told)
        asked = told.asked()
        for section in asked.sections():
            held = answers_of.with_computed(section, told.answers.get(section.key, {}))
            for question in asked.questions(section):
                path = f"{section.key}.{question.key}"
                if path not in self._withheld:
                    cells.update(self._cells(told, section, question, held.get(question.key)))
        return [cells.get(name, "") for name in self.header]

    def _cells(
        self, told: Told, section: Section, question: Question, answer: Answer | None
    ) -> Iterator[tuple[str, str]]:
        path = f"{section.key}.{question.key}"
        if not _AUDIENCE.gives(self.roles, section, question, answer):
            return
        if tells_school(question) and hides_school(told):
            return
        if question.shows:
            yield path, told.head.get("shown", {}).get(question.shows, "")
        elif answer and "value" in answer:
            kept = self._without_columns(path, question, hides_school=hides_school(told))
            for suffix, text in kinds.get(kept.kind).export(answer["value"], kept).items():
                yield _named(path, suffix), text
        elif answer:
            yield path, answers_of.as_text(question, answer)

    def _without_columns(self, path: str, question: Question, *, hides_school: bool) -> Question:
        """The question without those columns of its table that do not go out."""
        if question.table is None:
            return question
        columns = tuple(
            column
            for column in question.table.columns
            if f"{path}.{column.key}" not in self._withheld
            and access.may_read(self.roles, (column.readers,))
            and not (hides_school and tells_school(column))
        )
        return dataclasses.replace(
            question, table=dataclasses.replace(question.table, columns=columns)
        )


def _unread(form: Form, roles: frozenset[str]) -> Iterator[str]:
    """Paths of questions, and of columns, that the roles may not read as the form stands today."""
    for path, section, question in form.paths():
        if not access.may_read(roles, (section.readers, question.readers)):
            yield path
        for column in question.table.columns if question.table else ():
            if not access.may_read(roles, (column.readers,)):
                yield f"{path}.{column.key}"


def _sensitive(form: Form) -> Iterator[str]:
    """Paths of questions, and of columns of tables, that are sensitive in this version."""
    for path, _section, question in form.paths():
        if question.sensitive:
            yield path
        for column in question.table.columns if question.table else ():
            if column.sensitive:
                yield f"{path}.{column.key}"
