"""Reading a plan, and taking it along as PDF or Word."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.documents.made import outline_of
from pep_plugin.documents.missing import MissingLibrary
from pep_plugin.wizard import asking


@require_safe
def read(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """The whole plan: what was sent, or what is being written, as this person may read it."""
    opened = asking.opened_for(request, plan_id)
    outline = outline_of(opened)
    asking.note_reading(
        opened, where="read", questions=[section.key for section in outline.sections]
    )
    context = {**asking.about(opened), "outline": outline}
    return render(request, "pep_plugin/wizard/read.html", context)


@require_safe
def sent(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """The confirmation: it survives a bookmark, and says what holds today."""
    opened = asking.opened_for(request, plan_id)
    newest = opened.plan.submissions.select_related("sent_by").order_by("-number").first()
    if newest is None or opened.plan.is_being_written:
        return redirect("pep_plugin:plan", plan_id)
    context = {**asking.about(opened), "newest": newest}
    return render(request, "pep_plugin/wizard/sent.html", context)


@require_safe
def pdf(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    return _download(request, plan_id, "pdf")


@require_safe
def word(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    return _download(request, plan_id, "word")


def _download(request: HttpRequest, plan_id: uuid.UUID, format: str) -> HttpResponse:
    try:
        document = give_document(actor=asking.actor_of(request), plan_id=plan_id, format=format)
    except MissingLibrary as missing:
        opened = asking.opened_for(request, plan_id)
        context = {**asking.about(opened), "sentence": str(missing)}
        return render(request, "pep_plugin/wizard/no_document.html", context, status=503)
    response = HttpResponse(document.data, content_type=document.content_type)
    response["Content-Disposition"] = f'attachment; filename="{document.name}"'
    return response
