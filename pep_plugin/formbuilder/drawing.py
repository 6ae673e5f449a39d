"""A draft as the wizard would draw it, and on paper: nothing is saved, and no child is in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from pep_plugin.conf import conf
from pep_plugin.documents import pdf as documents_pdf
from pep_plugin.documents import word
from pep_plugin.documents.html import stylesheet
from pep_plugin.documents.walk import walk
from pep_plugin.entry.around import Around
from pep_plugin.entry.forms import PageForm
from pep_plugin.sections import answers, plain_words, records, roles
from pep_plugin.sections.schema import Form, Page, Question, Section, Step

#: Whom one might ask, in a preview: everybody whose part of a form there is.
_PEOPLE = (roles.DESIGNATED_TEACHER, roles.SOCIAL_WORKER, roles.CARER)


@dataclass(frozen=True)
class Screen:
    """One screen of the wizard; ``page`` of ``pages`` is 0 for one behind "Add detail"."""

    step: Step
    title: str
    page: int
    pages: int
    entry: PageForm


def screens(form: Form, section: Section) -> Iterator[Screen]:
    """Every screen of a section, with each question on it and beside it when it would be asked.

    ``form``: the one that the section stands in, so that conditions can be told in words.
    """
    shown = _with_everything_asked(form, section)
    alone = dataclasses.replace(form, sections=(shown,))
    around = Around(
        form=alone,
        answers={},
        context={},
        shown={key: f"[{label}]" for key, label in records.SHOWN.items()},
        people=tuple((role, roles.LABELS[role]) for role in _PEOPLE),
    )
    steps = shown.steps()
    pages = sum(not step.is_detail for step in steps)
    for number, step in enumerate(steps, start=1):
        yield Screen(
            step=step,
            title=step.title or section.title,
            page=0 if step.is_detail else number,
            pages=pages,
            entry=PageForm(step=step, around=around),
        )


def _with_everything_asked(form: Form, section: Section) -> Section:
    """The section without conditions: a preview shows what may be asked, and says when."""
    pages = tuple(
        Page(
            title=page.title,
            intro=page.intro,
            questions=tuple(_always(form, question) for question in page.questions),
        )
        for page in section.pages
    )
    return dataclasses.replace(section, applies=None, pages=pages)


def _always(form: Form, question: Question) -> Question:
    if question.applies is None:
        return question
    when = _("Asked only when %(condition)s.") % {
        "condition": plain_words.condition(question.applies, form)
    }
    help_text = f"{question.help} {when}" if question.help else when
    return dataclasses.replace(question, applies=None, help=help_text)


def as_word(form: Form) -> bytes:
    """The blank Word template of a draft. Raises ``MissingLibrary``."""
    return word.blank(form)


def as_pdf(form: Form) -> bytes:
    """A plan on the draft as a PDF, every question with a made-up answer.

    Raises ``MissingLibrary``.
    """
    sections = tuple(_with_everything_asked(form, section) for section in form.sections)
    shown = dataclasses.replace(form, sections=sections)
    head = {"shown": {key: f"[{label}]" for key, label in records.SHOWN.items()}}
    outline = walk(shown, answers.sample(shown), {}, head, roles=roles.VIRTUAL_SCHOOL)
    page = render_to_string(
        "pep_plugin/documents/draft.html",
        {
            "outline": outline,
            "title": form.title,
            "css": mark_safe(stylesheet()),
            "foot": _("%(title)s · Draft") % {"title": form.title},
            "council": conf.COUNCIL_NAME,
            "team": conf.TEAM_NAME,
        },
    )
    return documents_pdf.from_html(page)
