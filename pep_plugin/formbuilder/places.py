"""Where a problem is: the section's page in the admin, at the very block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.admin.utils import quote
from django.urls import reverse

from pep_plugin.formbuilder import conversion, drafts
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.reviewing import Review
from pep_plugin.sections.form_checks import Problem


@dataclass(frozen=True)
class Linked:
    """A problem with the way to what it is about; ``place`` is its section and question."""

    place: str
    sentence: str
    url: str


def linked(review: Review, problems: Iterable[Problem]) -> list[Linked]:
    """Each problem of a draft with a link to where an editor puts it right."""
    return [_linked(review, problem) for problem in problems]


def _linked(review: Review, problem: Problem) -> Linked:
    section = next((one for one in review.draft.sections if one.key == problem.section), None)
    if section is None:
        return Linked(review.draft.form.title, problem.sentence, edit_url(PEPForm, review.draft.id))
    url = edit_url(PEPSection, section.id)
    if not problem.question:
        return Linked(section.title, problem.sentence, url)
    block = conversion.block_id(
        drafts.newest(PEPSection.objects.get(pk=section.id)), problem.question
    )
    label = _label(review, problem)
    return Linked(
        f"{section.title}: {label}",
        problem.sentence,
        f"{url}#block-{block}-section" if block else url,
    )


def _label(review: Review, problem: Problem) -> str:
    try:
        question = review.draft.form.question(f"{problem.section}.{problem.question}")
    except KeyError:
        return problem.question
    return question.label or problem.question


def edit_url(model: type[PEPForm] | type[PEPSection], pk: int) -> str:
    """The address of Wagtail's edit page."""
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[quote(pk)])
