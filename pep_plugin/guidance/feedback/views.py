"""Taking in what a visitor says of a page."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from pep_plugin.guidance.feedback.limits import is_too_often
from pep_plugin.guidance.feedback.models import LONGEST, Feedback
from pep_plugin.guidance.feedback.personal import found_in
from pep_plugin.library.council_page import council_page
from pep_plugin.sections.text import normalise_text

_ANSWERS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence on why nothing was kept, and the id of the control that can put it right."""

    sentence: str
    at: str = "words"
    status: int = 422


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
        if problem is not None:
            return _draw(request, page, problem=problem, useful=useful, words=words)
        Feedback.objects.create(
            page_pk=str(page.pk),
            page_title=page.title,
            is_useful=_ANSWERS.get(useful),
            words=words,
        )
    return redirect(f"{request.path}?thanks=1")


def _problem(request: HttpRequest, useful: str, words: str) -> Problem | None:
    """Why it was not kept; None when all is well."""
    if useful not in _ANSWERS and not words.strip():
        return Problem(
            _("Say whether the page is useful, or what would make it so."), at="useful-yes"
        )
    if len(words) > LONGEST:
        return Problem(
            _(
                "That is %(count)s characters, and %(most)s is the most. Shorten it, or ring us "
                "instead."
            )
            % {"count": f"{len(words):,}", "most": f"{LONGEST:,}"}
        )
    if found := found_in(words):
        return Problem(
            _(
                "This looks like %(what)s. To keep people safe we do not store that, so nothing "
                "was sent. Take it out, and press Send again."
            )
            % {"what": _(" and ").join(found)}
        )
    if is_too_often(request):
        return Problem(
            _(
                "We had several messages from your network just now. Yours was not sent yet: wait "
                "ten minutes and press Send again."
            ),
            status=429,
        )
    return None


def _draw(
    request: HttpRequest,
    page: Page,
    *,
    is_done: bool = False,
    problem: Problem | None = None,
    useful: str = "",
    words: str = "",
) -> HttpResponse:
    context = {
        "page": page,
        "is_done": is_done,
        "problem": problem,
        "useful": useful,
        "words": words,
    }
    status = problem.status if problem else 200
    response = council_page(
        request, "guidance/feedback_page", context, status=status, caching="no-store"
    )
    response["X-Robots-Tag"] = "noindex"
    return response
