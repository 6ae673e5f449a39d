"""A draft on paper: the blank Word template, or a PDF with made-up answers."""

import dataclasses
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from pep_plugin.access import Actor
from pep_plugin.documents.missing import MissingLibrary
from pep_plugin.formbuilder import conversion, drafts, drawing, permission
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.preview_response import in_its_form
from pep_plugin.sections.leaving_out import without
from pep_plugin.sections.schema import Form

#: How it is made, its content type, and how its name ends.
_KINDS: dict[str, tuple[Callable[[Form], bytes], str, str]] = {
    "word": (
        drawing.as_word,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    "pdf": (drawing.as_pdf, "application/pdf", "pdf"),
}


@require_safe
def form_on_paper(request: HttpRequest, pk: int, how: str) -> HttpResponse:
    """The latest saved draft of a form; 404 for one that is not there."""
    _may_look(request, how)
    draft = drafts.Reader().draft(get_object_or_404(PEPForm, pk=pk))
    return _given(without(draft.form, draft.hidden), how, f"draft-{draft.form.key}")


@require_safe
def section_on_paper(request: HttpRequest, pk: int, how: str) -> HttpResponse:
    """The latest saved draft of one section, as a form of that section alone."""
    _may_look(request, how)
    row = get_object_or_404(PEPSection, pk=pk)
    drafted = drafts.newest(row)
    form, section = in_its_form(drafted)
    alone = dataclasses.replace(form, title=section.title, sections=(section,))
    hidden = conversion.hidden_paths(drafted)
    return _given(without(alone, hidden), how, f"draft-{form.key}-{section.key}")


def _may_look(request: HttpRequest, how: str) -> None:
    permission.require_sight(request.user, Actor.for_user(request.user))
    if how not in _KINDS:
        raise Http404


def _given(form: Form, how: str, name: str) -> HttpResponse:
    make, content_type, ending = _KINDS[how]
    try:
        data = make(form)
    except MissingLibrary as error:
        return HttpResponse(str(error), content_type="text/plain; charset=utf-8", status=503)
    return HttpResponse(
        data,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{ending}"',
            "Cache-Control": "no-store, private",
            "X-Content-Type-Options": "nosniff",
        },
    )
