"""A document as a download, or the page that says why there is none just now."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pep_plugin.documents.actions.give_document import Document
from pep_plugin.wizard import asking


def attachment(document: Document) -> HttpResponse:
    """Never shown inside the browser's window; the name holds no name of a child."""
    response = HttpResponse(document.data, content_type=document.content_type)
    response["Content-Disposition"] = f'attachment; filename="{document.name}"'
    return response


def not_made(request: HttpRequest, plan_id: uuid.UUID, sentence: str) -> HttpResponse:
    """The plan can be read on the screen all the same."""
    opened = asking.opened_for(request, plan_id)
    context = {**asking.about(opened), "sentence": sentence}
    return render(request, "pep_plugin/wizard/no_document.html", context, status=503)
