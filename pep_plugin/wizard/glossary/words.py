"""The council's glossary, and where its words stand in a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from pep_plugin.entry.kinder import WORDS, Glossary, Kinder
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.roles import CHILD
from pep_plugin.sections.schema import Question, Section
from pep_plugin.wizard import steps
from pep_plugin.wizard.models import GlossaryWord


def glossary() -> Glossary:
    """The words that are suggested now; one query."""
    rows = GlossaryWord.objects.filter(is_on=True).values_list("word", "instead", "why")
    return Glossary([Kinder(*row) for row in rows])


def glossary_for(section: Section) -> Glossary:
    """None for a child's own section: a child's words are never corrected."""
    return Glossary() if section.owner_role == CHILD else glossary()


@dataclass(frozen=True, slots=True)
class Found:
    """Words of the glossary in one answer of the plan, with the way to it."""

    label: str
    url: str
    words: tuple[Kinder, ...]


def found_in(opened: OpenPlan) -> list[Found]:
    """In form order, of what this person may both read and change."""
    known = glossary()
    if not known:
        return []
    found = []
    asked = opened.asked
    for section in asked.sections():
        if section.owner_role == CHILD or not opened.may_write(section):
            continue
        for step in steps.steps_of(opened, asked, section):
            address = reverse("pep_plugin:step", args=[opened.plan.pk, step.name])
            for question in steps.questions_of(opened, asked, step):
                words = _in_answer(known, question, asked.answer(section, question))
                if words:
                    url = f"{address}?back=check#q-{question.key}"
                    found.append(Found(question.label, url, words))
    return found


def _in_answer(known: Glossary, question: Question, answer: Answer | None) -> tuple[Kinder, ...]:
    found = [word for text in _texts(question, answer) for word in known.suggestions(text)]
    return tuple(dict.fromkeys(found))


def _texts(question: Question, answer: Answer | None) -> Iterator[str]:
    """What adults wrote in their own words: not a child's, nor what was chosen from a list."""
    if not answer or question.owner_role == CHILD or answer.get("for") == "child":
        return
    if question.kind in WORDS:
        yield answers_of.as_text(question, answer)
    for _row_id, _label, column, cell in answers_of.cells(question, answer):
        if column.kind in WORDS and column.owner_role != CHILD:
            yield answers_of.as_text(column, cell)
