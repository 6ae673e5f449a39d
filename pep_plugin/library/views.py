"""The one address of the library that is not a page: a blank form."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pep_plugin.formversions.models import FormVersion
from pep_plugin.library import blanks

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def library_blank(request: HttpRequest, form: str) -> HttpResponse:
    """The blank Word form of a live form, as a file to keep; 404 for a form that is not live."""
    try:
        blank, document = blanks.find(form)
    except FormVersion.DoesNotExist as error:
        raise Http404 from error
    return HttpResponse(
        document,
        content_type=DOCX,
        headers={"Content-Disposition": f'attachment; filename="{blank.file_name}"'},
    )
