"""Taking in what a visitor says of a page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from pep_plugin.conf import conf
from pep_plugin.guidance.feedback.limits import is_too_often
from pep_plugin.guidance.feedback.models import LONGEST, Feedback
from pep_plugin.guidance.feedback.personal import found_in
from pep_plugin.sections.text import normalise_text

_ANSWERS = {"yes": True, "no": False}
#: The page stands in the council's own template, which may load what the council loads.
_POLICY = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form by itself, and the thanks after it. No cookie is set or read."""
    page = Page.objects.live().public().filter(pk=page_id).first()
    if page is None or not getattr(page.specific_class, "is_pep_guidance", False):
        raise Http404
    if request.method != "POST":
        return _draw(request, page, is_done="thanks" in request.GET)
    useful, words = request.POST.get("useful", ""), normalise_text(request.POST.get("words", ""))
    # A field that no person sees: what fills it in is a program, and is thanked and forgotten.
    if not request.POST.get("website"):
        problem = _problem(request, useful, words)
        if problem:
            status = 429 if problem == _too_often() else 422
            return _draw(request, page, problem=problem, useful=useful, words=words, status=status)
        Feedback.objects.create(
            page_pk=str(page.pk),
            page_title=page.title,
            is_useful=_ANSWERS.get(useful),
            words=words,
        )
    return redirect(f"{request.path}?thanks=1")


def _problem(request: HttpRequest, useful: str, words: str) -> str:
    """A sentence on why it was not kept; "" when all is well."""
    if useful not in _ANSWERS and not words.strip():
        return _("Say whether the page is useful, or what would make it so.")
    if len(words) > LONGEST:
        return _(
            "That is %(count)s characters, and %(most)s is the most. Shorten it, or ring us "
            "instead."
        ) % {"count": f"{len(words):,}", "most": f"{LONGEST:,}"}
    if found := found_in(words):
        return _(
            "This looks like %(what)s. To keep people safe we do not store that, so nothing was "
            "sent. Take it out, and press Send again."
        ) % {"what": _(" and ").join(found)}
    return _too_often() if is_too_often(request) else ""


def _too_often() -> str:
    return _(
        "We had several messages from your network just now. Yours was not sent yet: wait ten "
        "minutes and press Send again."
    )


def _draw(
    request: HttpRequest, page: Any, *, status: int = 200, is_done: bool = False, **told: Any
) -> HttpResponse:
    context = {
        "page": page,
        "pep_base_template": conf.BASE_TEMPLATE,
        "is_done": is_done,
        "longest": LONGEST,
        **told,
    }
    response = render(request, "pep_plugin/guidance/feedback_page.html", context, status=status)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Content-Security-Policy"] = _POLICY
    return response
