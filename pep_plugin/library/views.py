"""The library's addresses that are no pages of Wagtail's: each template and its versions."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from pep_plugin.conf import today
from pep_plugin.documents.missing import word_problem
from pep_plugin.formversions.models import FormVersion
from pep_plugin.library import blanks, serving
from pep_plugin.library.council_page import council_page
from pep_plugin.library.links import library_url
from pep_plugin.library.models import Edition, Template
from pep_plugin.library.shelf import current, successor


@require_safe
def library_blank(request: HttpRequest, form: str) -> HttpResponseBase:
    """The blank Word form of a live form, as a file to keep; 404 for a form that is not live."""
    try:
        blank, version = blanks.find(form)
    except FormVersion.DoesNotExist as error:
        raise Http404 from error
    template = Template.objects.filter(form_key=form).first()
    return serving.generated(request, version, template, name=blank.file_name)


@require_safe
def library_template(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The current version of a template, whichever that is today."""
    template = Template.objects.filter(slug=slug, live=True).first()
    if template is None:
        return _page(request, "gone", status=404)
    try:
        if template.is_generated:
            return _live_form(request, template)
        newest = current(template.editions.all(), today())
        if newest is not None:
            return serving.edition(request, template, newest)
    except (Http404, FormVersion.DoesNotExist):
        pass
    return _page(request, "gone", status=404, template=template)


@require_safe
def library_edition(request: HttpRequest, slug: str, version: str) -> HttpResponseBase:
    """One version by its own address: the file while it is current, then what took its place."""
    return _version(request, slug, version, whatever_its_age=False)


@require_safe
def library_old_file(request: HttpRequest, slug: str, version: str) -> HttpResponseBase:
    """The file of a version that was replaced, for whoever wants it all the same."""
    return _version(request, slug, version, whatever_its_age=True)


def _version(
    request: HttpRequest, slug: str, version: str, *, whatever_its_age: bool
) -> HttpResponseBase:
    template = Template.objects.filter(slug=slug, live=True).first()
    if template is None:
        return _page(request, "gone", status=404)
    try:
        if template.is_generated:
            return _form_version(request, template, version, whatever_its_age)
        return _edition(request, template, version, whatever_its_age)
    except (Http404, FormVersion.DoesNotExist):
        return _page(request, "gone", status=404, template=template)


def _live_form(request: HttpRequest, template: Template) -> HttpResponseBase:
    return _form(request, template, FormVersion.objects.live(template.form_key))


def _form(request: HttpRequest, template: Template, version: FormVersion) -> HttpResponseBase:
    if word_problem():
        raise Http404
    kind = "pep-form-" if version.purpose == "plan" else ""
    name = f"{kind}{template.slug}-version-{version.number}.docx"
    return serving.generated(request, version, template, name=name)


def _form_version(
    request: HttpRequest, template: Template, number: str, whatever_its_age: bool
) -> HttpResponseBase:
    live = FormVersion.objects.live(template.form_key)
    # Longer numbers than this are nobody's version, and more than a database can look for.
    if not (number.isascii() and number.isdigit() and len(number) < 7):
        raise Http404
    version = FormVersion.objects.get(form_key=template.form_key, number=int(number))
    if whatever_its_age or version.pk == live.pk:
        return _form(request, template, version)
    following = FormVersion.objects.filter(
        form_key=template.form_key, number__gt=version.number
    ).earliest("number")
    return _replaced(
        request,
        template=template,
        version=number,
        code=number,
        replaced_on=following.published_at,
        newest=str(live.number),
    )


def _edition(
    request: HttpRequest, template: Template, code: str, whatever_its_age: bool
) -> HttpResponseBase:
    editions = list(template.editions.all())
    chosen = next((edition for edition in editions if edition.code == code), None)
    if chosen is None or chosen.valid_from > today():
        raise Http404
    newest = current(editions, today())
    if whatever_its_age or chosen == newest:
        return serving.edition(request, template, chosen)
    return _replaced(request, **_what_happened(template, chosen, editions, newest))


def _what_happened(
    template: Template, chosen: Edition, editions: list[Edition], newest: Edition | None
) -> dict[str, Any]:
    following = successor(chosen, editions, today())
    return {
        "template": template,
        "version": chosen.version,
        "code": chosen.code,
        "replaced_on": following.valid_from if following else None,
        "ended_on": chosen.valid_until if following is None else None,
        "newest": newest.version if newest else "",
    }


def _replaced(request: HttpRequest, **told: Any) -> HttpResponse:
    """The page that an old link leads to. It is kept out of search engines and shared caches."""
    response = _page(request, "replaced", status=200, **told)
    response["X-Robots-Tag"] = "noindex"
    return response


def _page(request: HttpRequest, name: str, *, status: int, **told: Any) -> HttpResponse:
    context = {"library_url": library_url(), **told}
    return council_page(request, f"library/{name}", context, status=status, caching="no-cache")
