"""The wrapper itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import (
    BadRequest,
    ObjectDoesNotExist,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from pep_plugin.access import Actor, Forbidden
from pep_plugin.conf import conf, serves
from pep_plugin.door import faults, page_token, refusals
from pep_plugin.door.headers import harden
from pep_plugin.plans.states import WrongState
from pep_plugin.voice.own_page import cookie as own_page_cookie

View = Callable[..., HttpResponseBase]
_SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


def guard(view: View, *, part: str) -> View:
    """Wrap a view. ``part`` "private" asks who it is; "public" lets everyone in; "way_in" lets in
    who has no account yet, by a secret in the address, and answers as privately as "private";
    "own" lets in whoever holds a link of their own, by the cookie that it gave.

    The view finds ``request.pep_actor``. Whatever it raises becomes a page of ours.
    """
    private = part == "private"

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.exception_reporter_filter = faults.NothingTyped()
        try:
            response = _answer(request, view, args, kwargs, private=private, part=part)
            if hasattr(response, "render") and not getattr(response, "is_rendered", True):
                response = response.render()
        except Exception as error:
            response = _refusal_whatever_happens(request, error)
        return faults.seen(harden(response, private=part != "public"))

    guarded.pep_part = part  # type: ignore[attr-defined]
    return guarded


def _answer(
    request: HttpRequest, view: View, args: Any, kwargs: Any, *, private: bool, part: str
) -> HttpResponseBase:
    if not serves("public" if part == "public" else "private"):
        raise Http404
    if part == "own":
        return _own_page(request, view, args, kwargs)
    actor = Actor.for_user(request.user) if private else Actor.nobody()
    request.pep_actor = actor  # type: ignore[attr-defined]
    takes_nothing = not private and getattr(view, "takes_nothing", False)
    if request.method not in _SAFE and not takes_nothing:
        refusal = _check_sender(request, actor, private=private)
        if refusal is not None:
            return refusal
    if private and not request.user.is_authenticated:
        return _sign_in(request)
    if private and actor.kind == "suspended":
        return refusals.suspended(request)
    if private and not actor.is_somebody:
        return refusals.no_post(request)
    return view(request, *args, **kwargs)


def _own_page(request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase:
    """Whoever sits before a page of their own; a user who is signed in besides counts for nothing.

    A link that ran out, was taken back or never was: one page, and it tells none from the other.
    """
    if not conf.CHILD_PAGE:
        raise Http404
    actor = own_page_cookie.actor_of(request)
    request.pep_actor = actor  # type: ignore[attr-defined]
    if not actor.is_somebody:
        return refusals.own_page_closed(request)
    if request.method not in _SAFE:
        refusal = _check_page(request, actor)
        if refusal is not None:
            return refusal
    response = view(request, *args, **kwargs)
    own_page_cookie.stays(response, actor)
    return response


def _sign_in(request: HttpRequest) -> HttpResponseBase:
    """To the council's sign-in page, with nothing but our address to come back to."""
    response = redirect_to_login(request.get_full_path(), conf.SIGN_IN_URL or settings.LOGIN_URL)
    # What was shown before signing out must not come back from the browser's cache. "cookies"
    # would sign people out of the council's whole domain, so it is left out.
    response["Clear-Site-Data"] = '"cache"'
    return response


def _check_sender(request: HttpRequest, actor: Actor, *, private: bool) -> HttpResponse | None:
    """Django's CSRF check, run here so that a refusal keeps the text; None when all is well.

    A public form has no cookie, so no token: nobody's rights stand behind it, and all that must
    hold is that a page of this site sent it.
    """
    if not private:
        return None if page_token.is_of_this_site(request) else _from_elsewhere(request)
    # Read before the person is: a body that is too long is told so, whoever sent it.
    drawn = page_token.drawn_for(request, page_token.holder(actor))
    if not request.user.is_authenticated:
        return refusals.refused(
            request,
            status=403,
            title=_("You have been signed out"),
            sentence=_(
                "Nothing is lost: what you typed is below. Sign in again in a new tab, then come "
                "back to this one and press Save again."
            ),
        )
    return _check_page(request, actor, drawn)


def _check_page(
    request: HttpRequest, actor: Actor, drawn: page_token.DrawnFor | None = None
) -> HttpResponse | None:
    """Whether one of our pages, drawn for this very person, sent it; None when it did."""
    drawn = drawn or page_token.drawn_for(request, page_token.holder(actor))
    if drawn == "another person":
        return refusals.refused(
            request,
            status=403,
            title=_("This page was opened by someone else"),
            sentence=_(
                "It was not saved, because you are signed in as another person. Press Back: the "
                "text is still there. Whoever typed it can sign in in a new tab and save it."
            ),
            keep_text=False,
        )
    if drawn == "this person" and page_token.is_from_here(request):
        return None
    check = CsrfViewMiddleware(lambda _request: HttpResponse())
    check.process_request(request)
    if check.process_view(request, _anything, (), {}) is None:
        return None
    return refusals.refused(
        request,
        status=403,
        title=_("This page was open for too long"),
        sentence=_("It was not saved yet. What you typed is below: press Save again."),
    )


def _from_elsewhere(request: HttpRequest) -> HttpResponse:
    return refusals.refused(
        request,
        status=403,
        title=_("This did not come from our page"),
        sentence=_("It was not sent. Open the page on this site and send it from there."),
        can_retry=False,
    )


def _anything(request: HttpRequest) -> HttpResponse:
    """A view that asks for the CSRF check, in place of ours that Django is told to leave alone."""
    return HttpResponse()


def _refusal_whatever_happens(request: HttpRequest, error: Exception) -> HttpResponse:
    """With the database away even a page of ours fails: its frame asks who is signed in."""
    try:
        return _refusal(request, error)
    except Exception as again:
        faults.report(request, again)
        return refusals.bare(request)


def _refusal(request: HttpRequest, error: Exception) -> HttpResponse:
    """The page for what a view, or reading the request, raised."""
    if isinstance(error, Http404 | ObjectDoesNotExist | Forbidden | PermissionDenied):
        return refusals.not_found(request)
    if isinstance(error, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return refusals.too_large(request)
    if isinstance(error, WrongState):
        return refusals.refused(
            request,
            status=409,
            title=_("This PEP is no longer being written"),
            sentence=str(error),
            can_retry=False,
        )
    if isinstance(error, SuspiciousOperation | BadRequest | MultiPartParserError):
        return refusals.refused(
            request,
            status=400,
            title=_("Something in this page was not as we sent it"),
            sentence=_(
                "It was not saved. What you typed is below; go back to the PEP and try again."
            ),
            can_retry=False,
        )
    faults.report(request, error)
    if request.method in _SAFE:
        return refusals.refused(
            request,
            status=500,
            title=_("Something went wrong on our side"),
            sentence=_("It is not your fault, and it has been noted. Try again in a few minutes."),
            keep_text=False,
        )
    return refusals.refused(
        request,
        status=500,
        title=_("Something went wrong on our side"),
        sentence=_("It was not saved yet. What you typed is below: press Save to try again."),
    )
