"""What browsers and shared caches may keep of a public page.

A page that everybody gets alike carries a mark of its content, so that who has it already is told
so in a few bytes, and may be kept for a minute. What anybody gets for themselves is never kept.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

#: Seconds. A change that an editor publishes is everywhere after a minute.
KEPT_FOR = 60


def once_drawn(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Decides when the page is drawn: only then is it known whether it used a token or a cookie.

    The host's middleware may still change what the template is given.
    """
    if hasattr(response, "add_post_render_callback"):
        response.add_post_render_callback(lambda drawn: headed(request, drawn))
        return response
    return headed(request, response)


def headed(request: HttpRequest, response: Any) -> HttpResponseBase:
    """The response with its headers, or "not modified" in its place.

    Headers that are there already stand: Wagtail forbids to keep a page with a view restriction.
    There is no Last-Modified: terms, templates and cards change a page that nobody published anew.
    """
    if response.has_header("Cache-Control"):
        return response
    # Asked for by the decision itself: the same address gives an editor another page.
    patch_vary_headers(response, ["Cookie"])
    if not _is_for_everyone(request, response):
        patch_cache_control(response, private=True, no_store=True)
        return response
    patch_cache_control(response, public=True, max_age=KEPT_FOR)
    # Weak: a host may still compress what follows.
    content: bytes = response.content
    mark = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    response["ETag"] = mark
    return get_conditional_response(request, etag=mark, response=response) or response


def _is_for_everyone(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == 200
        and not response.streaming
        and not getattr(request, "is_preview", False)
        and not response.cookies
        and not _has_token(request)
        and not _has_session(request)
    )


def _has_token(request: HttpRequest) -> bool:
    """Whether a form on the page carries this visitor's own token against forgery."""
    return bool(request.META.get("CSRF_COOKIE_NEEDS_UPDATE"))


def _has_session(request: HttpRequest) -> bool:
    """Whether somebody signed in, was written to, or left something that must be kept."""
    session = getattr(request, "session", None)
    if session is not None and (
        session.modified or settings.SESSION_COOKIE_NAME in request.COOKIES
    ):
        return True
    messages = getattr(request, "_messages", None)
    if messages is not None and (messages.used or messages.added_new):
        return True
    # Accounts that another gateway signs in have no session of Django's.
    return is_signed_in(request)


def is_signed_in(request: HttpRequest) -> bool:
    """Also on a host without Django's accounts, where nobody is."""
    user = getattr(request, "user", None)
    return bool(user is not None and user.is_authenticated)
