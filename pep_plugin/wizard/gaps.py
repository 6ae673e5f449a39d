"""What keeps a plan from being sent, each thing with the way to its place."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.schema import Question, Section
from pep_plugin.wizard import steps
from pep_plugin.wizard.words import waited_for


@dataclass(frozen=True, slots=True)
class Gap:
    """``url`` is "" for what this person may not change; then ``waits_for`` says who may."""

    section: str
    sentence: str
    url: str
    waits_for: str
    section_key: str = ""


def gaps(opened: OpenPlan, *, query: str = "?back=check") -> list[Gap]:
    """In form order. What this person may not read is named by its section only.

    ``query``: what stands behind the address of a question, such as where to come back to.
    """
    asked = opened.asked
    found: dict[Gap, None] = {}
    for section in asked.sections():
        may_write = opened.may_write(section)
        for question, sentence in asked.gaps(section):
            may_read = opened.may_read(section, question)
            url = (
                place_on_screen(opened, section, question, query) if may_write and may_read else ""
            )
            if answers_of.problems(question, asked.answer(section, question)):
                sentence = _("“%(question)s”: %(sentence)s") % {
                    "question": question.label,
                    "sentence": sentence,
                }
            gap = Gap(
                section.title,
                sentence if may_read else _("Something is missing."),
                url,
                "" if url else waited_for(section.owner_role, opened.owners),
                section.key,
            )
            found[gap] = None
    return list(found)


def place_on_screen(opened: OpenPlan, section: Section, question: Question, query: str = "") -> str:
    """The address of a question on the screen that asks it; "" where none does."""
    for step in section.steps():
        if question in step.questions:
            address = reverse("pep_plugin:step", args=[opened.plan.pk, step.name])
            return f"{address}{query}#q-{question.key}"
    return ""


def writable_steps(opened: OpenPlan) -> list[str]:
    """Names of the screens that this person may change something on."""
    asked = opened.asked
    return [
        step.name
        for section in asked.sections()
        if opened.may_write(section)
        for step in steps.steps_of(opened, asked, section)
    ]
