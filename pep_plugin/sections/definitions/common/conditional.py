"""A shared page that a phase asks only under a condition of its own."""

import dataclasses

from pep_plugin.sections.conditions import All, Condition
from pep_plugin.sections.schema import Page, Question


def when(condition: Condition, page: Page) -> Page:
    """The page, each question asked only when ``condition`` and its own condition both hold."""
    return dataclasses.replace(
        page, questions=tuple(_when(condition, question) for question in page.questions)
    )


def _when(condition: Condition, question: Question) -> Question:
    own = question.applies
    return dataclasses.replace(
        question, applies=condition if own is None else All((condition, own))
    )
