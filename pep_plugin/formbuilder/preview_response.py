"""The page in the preview frame of the Wagtail admin."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pep_plugin.formbuilder import conversion
from pep_plugin.formbuilder.drawing import screens
from pep_plugin.sections import form_checks, plain_words
from pep_plugin.sections.schema import Form, Section

#: As strict as our private pages, but for the one thing that a preview needs: the admin's frame.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; "
    "frame-ancestors 'self'"
)


def preview_of(request: HttpRequest, row: Any) -> HttpResponse:
    """The preview of a section's row as its editor has it on the screen."""
    return preview_response(request, *in_its_form(row))


def in_its_form(row: Any) -> tuple[Form, Section]:
    """A section's row as it stands, perhaps unsaved, among the drafts of a form that holds it.

    A form of its own where none does. Raises :class:`ValueError` for what cannot be read.
    """
    drawn = conversion.to_section(row)
    place = row.places.select_related("form").order_by("form__title").first() if row.pk else None
    if place is None:
        return Form(key=drawn.key, title=drawn.title, phase="", sections=(drawn,)), drawn
    form = place.form.get_latest_revision_as_object()
    sections = [
        drawn if other.pk == row.pk else conversion.to_section(_newest(other))
        for other in conversion.sections_of(form)
    ]
    return conversion.to_form(form, sections), drawn


def _newest(row: Any) -> Any:
    return row.get_latest_revision_as_object()


def preview_response(request: HttpRequest, form: Form, section: Section) -> HttpResponse:
    """A draft section as the wizard draws it; ``form`` is the one that it stands in."""
    context = {
        "section": section,
        "screens": list(screens(form, section)),
        "owner": plain_words.people([section.owner_role]),
        "asked_when": plain_words.condition(section.applies, form) if section.applies else "",
        "problems": _problems(form, section),
    }
    response = render(request, "pep_plugin/formbuilder/preview.html", context)
    response["Content-Security-Policy"] = _POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Cache-Control"] = "no-store, private"
    return response


def _problems(form: Form, section: Section) -> Sequence[str]:
    """What would keep this section from being published, each with the question it is about."""
    labels = {question.key: question.label for question in section.questions}
    return [
        f"“{labels[problem.question]}”: {problem.sentence}"
        if labels.get(problem.question)
        else problem.sentence
        for problem in form_checks.located(form)
        if problem.section == section.key
    ]
