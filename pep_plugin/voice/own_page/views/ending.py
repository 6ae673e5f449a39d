"""The end: what was said once more, who may read it, who gets it first, and sending it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin import access
from pep_plugin.access.models import LinkGrant
from pep_plugin.voice.actions.choose_readers import choose_first, choose_limits, choose_readers
from pep_plugin.voice.actions.send_said import NobodyChosen, send_said
from pep_plugin.voice.models import Telling
from pep_plugin.voice.own_page.adults import Adult, adults_of, day_to_open_by, may_be_first
from pep_plugin.voice.own_page.page import OwnPage
from pep_plugin.voice.own_page.said import everything
from pep_plugin.voice.own_page.views.frame import draw, is_handed_over, own_page

_ANY = ["GET", "HEAD", "POST"]


@require_safe
@own_page
def check(request: HttpRequest, page: OwnPage) -> HttpResponse:
    """Every answer with Change; nothing said yet leads back to the questions."""
    said = everything(page)
    if not said:
        return redirect("pep_plugin:own")
    following = "own_readers" if _can_limit(page) else _after_readers(page)
    return draw(request, page, "check", said=said, following=f"pep_plugin:{following}")


def _can_limit(page: OwnPage) -> bool:
    """A small child's page is written by an adult: it is the adults who know what is in it."""
    return page.is_child and not page.is_observed


def _after_readers(page: OwnPage) -> str:
    return "own_first" if page.is_child else "own_send"


@require_http_methods(_ANY)
@own_page
def readers(request: HttpRequest, page: OwnPage) -> HttpResponse:
    """For each answer: everyone at my meeting, or only people I name."""
    if not _can_limit(page):
        raise Http404
    said = everything(page, adults_of(page.opened))
    if not said:
        return redirect("pep_plugin:own")
    if request.method != "POST":
        return draw(request, page, "readers", said=said)
    limited = [
        one.path for one in said if one.can_limit and request.POST.get(f"who-{one.path}") == "some"
    ]
    choose_limits(actor=page.actor, limited=limited)
    return _to_next_limited(limited, after="")


def _to_next_limited(limited: list[str], *, after: str) -> HttpResponse:
    """To the people of the next answer that is for few; after the last one, to who is first."""
    number = limited.index(after) + 1 if after else 0
    if number < len(limited):
        return redirect("pep_plugin:own_reader", limited[number])
    return redirect("pep_plugin:own_first")


@require_http_methods(_ANY)
@own_page
def reader(request: HttpRequest, page: OwnPage, path: str) -> HttpResponse:
    """Who alone may read this answer."""
    adults = adults_of(page.opened)
    said = everything(page, adults)
    limited = [one.path for one in said if one.is_limited and one.can_limit]
    if path not in limited or not _can_limit(page):
        raise Http404
    one = next(one for one in said if one.path == path)
    if request.method == "POST":
        keys = request.POST.getlist("reader")
        choose_readers(actor=page.actor, readers={path: keys})
        return _to_next_limited(limited, after=path)
    return draw(request, page, "reader", one=one, adults=adults)


@require_http_methods(_ANY)
@own_page
def first(request: HttpRequest, page: OwnPage) -> HttpResponse:
    """Who shall get this first: one adult, with an account, and never somebody at home."""
    if not page.is_child:
        raise Http404
    if not everything(page):
        return redirect("pep_plugin:own")
    adults = may_be_first(page.opened)
    problem = ""
    if request.method == "POST":
        try:
            choose_first(actor=page.actor, person_id=uuid.UUID(request.POST.get("first", "")))
            return redirect("pep_plugin:own_send")
        except (ValueError, access.Forbidden):
            problem = _("Choose one person.")
    return draw(
        request,
        page,
        "first",
        status=422 if problem else 200,
        adults=adults,
        chosen=page.draft.choices.get("first", ""),
        problem=problem,
    )


@require_http_methods(_ANY)
@own_page
def send(request: HttpRequest, page: OwnPage) -> HttpResponse:
    """The last page: who gets it, what happens then, and the button. Pressed twice is once."""
    if request.method == "POST":
        try:
            send_said(actor=page.actor)
        except NobodyChosen:
            return redirect("pep_plugin:own_first")
        return redirect("pep_plugin:own_sent")
    said = everything(page, adults_of(page.opened))
    if not said:
        return redirect("pep_plugin:own")
    chosen = _chosen(page)
    if page.is_child and chosen is None:
        return redirect("pep_plugin:own_first")
    return draw(request, page, "send", said=said, first=chosen, open_by=day_to_open_by())


def _chosen(page: OwnPage) -> Adult | None:
    key = page.draft.choices.get("first")
    if not page.is_child or not key:
        return None
    return next((adult for adult in may_be_first(page.opened) if str(adult.id) == key), None)


@require_safe
@own_page
def sent(request: HttpRequest, page: OwnPage) -> HttpResponse:
    """It was sent, and to whom; still here when somebody comes back to it."""
    grant = LinkGrant.objects.get(pk=page.draft.grant_id)
    if grant.sent_at is None:
        return redirect("pep_plugin:own")
    telling = Telling.objects.filter(grant=grant).select_related("person").first()
    return draw(
        request,
        page,
        "own_sent",
        telling=telling,
        is_handed_over=is_handed_over(page),
    )
