"""The plan as one screen sees it, read no further than the screen needs."""

from functools import partial

from django.urls import reverse

from pep_plugin import access
from pep_plugin.entry.around import Around
from pep_plugin.entry.kinder import Glossary
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.revisions import answers_at
from pep_plugin.sections.answers import Asked
from pep_plugin.sections.own_words import holds_own_words
from pep_plugin.sections.schema import Question, Section, Step
from pep_plugin.wizard import smart
from pep_plugin.wizard.changed.origins import Origins
from pep_plugin.wizard.glossary.words import glossary_for
from pep_plugin.wizard.whom import whom_to_ask


def around(opened: OpenPlan, asked: Asked, step: Step, *, to_draw: bool) -> Around:
    """``to_draw`` False: only what reading a posted page needs; drawing costs queries more."""

    def may_read_column(section: Section, column: Question) -> bool:
        return access.readable(opened.identity, section, column, None)

    held = opened.answers.get(step.section.key, {})
    here = [held[question.key] for question in step.questions if question.key in held]
    asks = any(question.required for question in step.questions)
    shows = any(question.shows for question in step.questions)
    return Around(
        form=opened.form,
        answers=opened.answers,
        context=opened.context,
        revisions=opened.revisions,
        previous=opened.previous if to_draw else {},
        shown=opened.head["shown"] if to_draw and shows else {},
        people=whom_to_ask(opened, step) if to_draw and asks else (),
        may_read=opened.may_read,
        may_read_column=may_read_column,
        person=str(opened.actor.person_id or ""),
        standing=asked,
        origin=Origins(opened, here if to_draw else ()).note,
        has_row_pages=True,
        finds_schools=True,
        glossary=glossary_for(step.section) if to_draw else Glossary(),
        at_revision=partial(answers_at, opened.plan.pk),
        begins=smart.begins(opened),
        next_pep=smart.next_pep(opened, step) if to_draw else None,
        files_at=lambda path: reverse("pep_plugin:files", args=[opened.plan.pk, path]),
        worry_at=partial(_worry_at, opened),
    )


def _worry_at(opened: OpenPlan, section: Section, question: Question) -> str:
    """Beside what a child, a carer or a parent said: what to do if it worries somebody."""
    answer = opened.answers.get(section.key, {}).get(question.key)
    if not holds_own_words(section, question, answer):
        return ""
    return reverse("pep_plugin:worry", args=[opened.plan.pk, f"{section.key}.{question.key}"])
