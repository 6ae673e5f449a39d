"""Pages for what is refused: a sentence on what happened, what to do, and what was typed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from pep_plugin.access.wagtail_admin import wagtail_admin
from pep_plugin.door import page_token

#: Fields that are machinery; everything else in a POST is somebody's text.
_MACHINERY = ("csrfmiddlewaretoken", page_token.FIELD)


def not_found(request: HttpRequest) -> HttpResponse:
    """The one 404, for what is not there and for what is not for this person."""
    return render(request, "pep_plugin/door/not_found.html", status=404)


def own_page_closed(request: HttpRequest) -> HttpResponse:
    """A page of somebody's own, whatever closed it; what they typed just now is shown to them."""
    typed = _typed(request) if page_token.is_from_here(request) else []
    words = [value for name, value in typed if _is_words(name, value)]
    status = 403 if request.method == "POST" else 404
    return render(request, "pep_plugin/voice/closed.html", {"words": words}, status=status)


def no_post(request: HttpRequest) -> HttpResponse:
    """Signed in, but without any part in PEPs; the same for every address.

    Web editors sign in here too, so the page leads on to where their own work is.
    """
    admin = wagtail_admin(request)
    return render(request, "pep_plugin/door/no_post.html", {"admin_url": admin}, status=403)


def suspended(request: HttpRequest) -> HttpResponse:
    """The account was changed by another hand; what was just typed is there to be copied."""
    typed = _typed(request) if page_token.is_from_here(request) else []
    words = [value for name, value in typed if _is_words(name, value)]
    return render(request, "pep_plugin/door/suspended.html", {"words": words}, status=403)


def refused(
    request: HttpRequest,
    *,
    status: int,
    title: str,
    sentence: str,
    keep_text: bool = True,
    can_retry: bool = True,
) -> HttpResponse:
    """A refused save with what was typed, ready to be sent again.

    The text is shown only when one of our own pages sent it: otherwise another site could put
    words into a page of ours. ``can_retry`` False shows the text to copy, without the button.
    """
    typed = _typed(request) if keep_text and page_token.is_from_here(request) else []
    context: dict[str, Any] = {
        "heading": title,
        "sentence": sentence,
        "fields": typed,
        "words": [value for name, value in typed if _is_words(name, value)],
        "can_retry": can_retry and bool(typed),
        "page_token": request.POST.get(page_token.FIELD, "") if typed else "",
        "page_field": page_token.FIELD,
    }
    return render(request, "pep_plugin/door/refused.html", context, status=status)


def bare(request: HttpRequest) -> HttpResponse:
    """A fault so deep that no page of ours can be drawn: a page without frame, with the text."""
    typed = _typed(request) if page_token.is_from_here(request) else []
    context = {
        "heading": _("Something went wrong on our side"),
        "sentence": _("Nothing was saved just now. Wait a few minutes, then press Save again."),
        "fields": typed,
        "words": [value for name, value in typed if _is_words(name, value)],
        "page_token": request.POST.get(page_token.FIELD, "") if typed else "",
        "page_field": page_token.FIELD,
    }
    return HttpResponse(render_to_string("pep_plugin/door/bare.html", context), status=500)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    if getattr(request, "sensitive_post_parameters", None):
        # The view says so of passphrases: they are shown nowhere, not even to who typed them.
        return []
    try:
        lists = request.POST.lists()
    except Exception:
        return []
    return [
        (name, value)
        for name, values in lists
        if name not in _MACHINERY
        for value in values
        if isinstance(value, str)
    ]


def _is_words(name: str, value: str) -> bool:
    """Text worth showing: not a button, a row id, a code or a revision."""
    return len(value) > 20 or " " in value.strip()


def too_large(request: HttpRequest) -> HttpResponse:
    """Django stops reading before the text is known, so the browser still holds it."""
    return refused(
        request,
        status=413,
        title=_("That is more than one page can hold"),
        sentence=_(
            "Nothing was saved from this page; what you saved before is safe. Press Back: your "
            "text is still there. Shorten it, or put part of it in a file, and save again."
        ),
        keep_text=False,
    )
