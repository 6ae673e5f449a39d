"""The way in and the way out: the first page of a link, a screen handed over and given back."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.access.models import LinkGrant
from pep_plugin.conf import conf
from pep_plugin.plans.reading import open_plan
from pep_plugin.voice.actions.close_own_page import close_own_page
from pep_plugin.voice.actions.hand_over_screen import hand_over_screen
from pep_plugin.voice.actions.open_own_page import link_of, open_own_page
from pep_plugin.voice.actions.renew_link import ask_new_link
from pep_plugin.voice.own_page import cookie
from pep_plugin.voice.own_page.ages import OBSERVED, band_of
from pep_plugin.voice.own_page.page import OwnPage
from pep_plugin.voice.own_page.views.frame import draw, is_handed_over, own_page
from pep_plugin.voice.staff import about


@require_http_methods(["GET", "HEAD", "POST"])
def landing(request: HttpRequest, token: str) -> HttpResponse:
    """GET says that this is a page of somebody's own, and changes nothing. POST opens it.

    Programs that look at links before people do send a GET; they open nothing.
    """
    _require_on()
    try:
        if request.method != "POST":
            link_of(token)
            return render(request, "pep_plugin/voice/landing.html")
        grant = open_own_page(token=token)
    except LinkGrant.DoesNotExist:
        return render(request, "pep_plugin/voice/closed.html", {"token": token}, status=404)
    response = redirect("pep_plugin:own")
    cookie.give(response, grant.pk)
    return response


@require_POST
def renew(request: HttpRequest, token: str) -> HttpResponse:
    """ "Send me a new link": to the address that the old one had, and the answer never differs."""
    _require_on()
    ask_new_link(token=token)
    return render(request, "pep_plugin/voice/renewed.html")


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """GET says what will happen. POST signs the colleague out and opens the child's page."""
    _require_on()
    actor = actor_of(request)
    if request.method != "POST":
        opened = open_plan(actor, plan_id)
        access.require(opened.roles, "link.give", opened.plan.state)
        is_small = band_of(opened.child) == OBSERVED
        context = {**about(opened), "is_small": is_small}
        return render(request, "pep_plugin/voice/hand_over.html", context)
    grant = hand_over_screen(actor=actor, plan_id=plan_id)
    logout(request)
    response = redirect("pep_plugin:own")
    # Back must not bring up what the colleague saw.
    response["Clear-Site-Data"] = '"cache"'
    cookie.give(response, grant.pk)
    return response


@require_safe
@own_page
def stop(request: HttpRequest, page: OwnPage) -> HttpResponse:
    """ "Stop for now": what is kept, and the button that closes the page."""
    return draw(request, page, "stop", is_handed_over=is_handed_over(page))


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """The page is closed on this browser; a screen that was handed over goes back to its owner."""
    if close_own_page(actor=actor_of(request)):
        response = HttpResponse(status=302)
        response["Location"] = conf.SIGN_IN_URL or str(settings.LOGIN_URL)
    else:
        response = redirect("pep_plugin:own_stopped")
    cookie.take(response)
    return response


@require_safe
def stopped(request: HttpRequest) -> HttpResponse:
    """The page was closed here; the link in the message opens it again."""
    _require_on()
    return render(request, "pep_plugin/voice/stopped.html")


def _require_on() -> None:
    """Raises ``Http404`` while the council has no pages of people's own."""
    if not conf.CHILD_PAGE:
        raise Http404
