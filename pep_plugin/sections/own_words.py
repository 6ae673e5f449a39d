"""Whose own words an answer is: a child's, a carer's or a parent's, whoever wrote them down."""

from __future__ import annotations

from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import roles
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Question, Section

_THEIRS = frozenset({roles.CHILD, roles.CARER, roles.PARENT})


def is_own_words(section: Section, question: Question) -> bool:
    """Whether one of them says it, in whole or in a column of its own."""
    if _owner(section, question) in _THEIRS:
        return True
    columns = question.table.columns if question.table else ()
    return any(column.owner_role in _THEIRS for column in columns)


def holds_own_words(section: Section, question: Question, answer: Answer | None) -> bool:
    """Whether something of theirs stands in the answer; of a table of others, in their columns."""
    if not answer or not is_own_words(section, question):
        return False
    if question.table is None or _owner(section, question) in _THEIRS:
        return answers_of.content(answer) is not None
    found = answers_of.cells(question, answer)
    return any(
        column.owner_role in _THEIRS and answers_of.content(cell)
        for _row, _label, column, cell in found
    )


def _owner(section: Section, question: Question) -> str:
    return question.owner_role or section.owner_role
