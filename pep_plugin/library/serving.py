"""Handing out one version: the file itself, or the way to the page it stands for."""

from collections.abc import Callable
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http import HttpResponseRedirect as Redirect
from django.utils.cache import get_conditional_response
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served

from pep_plugin.formversions.models import FormVersion
from pep_plugin.library import blanks, counting
from pep_plugin.library.models import Edition, Template
from pep_plugin.library.shelf import page_model

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: A copy may be kept, and must be asked about each time: a new version replaces it at once.
_ASK_EACH_TIME = "public, no-cache"


def generated(
    request: HttpRequest, version: FormVersion, template: Template | None, *, name: str
) -> HttpResponseBase:
    """The blank form of one version as a file called ``name``; counted where it is a template."""

    def answer() -> HttpResponseBase:
        document = blanks.document(version)
        return HttpResponse(
            document,
            content_type=DOCX,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    # Weak: two processes write the same form with another moment in its properties.
    mark = f'W/"{version.sha256[:20]}-{version.number}"'
    return _fresh(request, answer, mark, template, str(version.number))


def edition(request: HttpRequest, template: Template, chosen: Edition) -> HttpResponseBase:
    """The file or the link of an edition; raises :class:`Http404` where it leads nowhere."""
    kind, value = chosen.points_to
    if kind == "document":
        return _document(request, template, chosen, value)
    if kind == "page":
        page = page_model().objects.live().public().filter(pk=value).first()
        address = page.specific.get_url(request) if page else ""
    else:
        address = value or ""
    if not address:
        raise Http404
    if counting.is_somebody(request):
        counting.count(template, chosen.code)
    response = Redirect(address)
    response["Cache-Control"] = "no-cache"
    return response


def _document(
    request: HttpRequest, template: Template, chosen: Edition, document_id: int
) -> HttpResponseBase:
    """Wagtail's own hooks decide who may have it, as at Wagtail's own address of the document."""
    model = get_document_model()
    document = model.objects.filter(pk=document_id).first()
    if document is None:
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        refusal = hook(document, request)
        if isinstance(refusal, HttpResponse):
            refusal["Cache-Control"] = "no-store, private"
            return refusal

    def answer() -> HttpResponseBase:
        try:
            content = document.file.open("rb")
        except OSError as error:
            raise Http404 from error
        document_served.send(sender=model, instance=document, request=request)
        name = f"{template.slug}-{chosen.code}.{document.file_extension.lower()}"
        return FileResponse(
            content, as_attachment=True, filename=name, content_type=document.content_type
        )

    known = document.file_hash or f"{document.pk}-{document.file.name}-{document.file_size}"
    response = _fresh(request, answer, f'"{known}"', template, chosen.code)
    if document.collection.get_view_restrictions():
        response["Cache-Control"] = "no-store, private"
    return response


def _fresh(
    request: HttpRequest,
    answer: Callable[[], HttpResponseBase],
    mark: str,
    template: Template | None,
    version: str,
) -> HttpResponseBase:
    """304 for whoever has this very file; else the file, and one more on its count."""
    kept: Any = get_conditional_response(request, etag=mark)
    response = kept or answer()
    if kept is None and template is not None and counting.is_somebody(request):
        counting.count(template, version)
    response["ETag"] = mark
    response["Cache-Control"] = _ASK_EACH_TIME
    return response
