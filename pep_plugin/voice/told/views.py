"""The agreed plan on a page of one's own, and on a colleague's screen for the child."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.asking import actor_of
from pep_plugin.audit.record import record
from pep_plugin.documents.made import outline_of
from pep_plugin.plans.reading import OpenPlan, open_own_part, open_plan
from pep_plugin.sections import roles
from pep_plugin.voice.actions.take_own_copy import take_own_copy
from pep_plugin.voice.carers.glance import glance
from pep_plugin.voice.own_page import ages
from pep_plugin.voice.own_page.views.frame import safety
from pep_plugin.voice.staff import about
from pep_plugin.voice.told.plain import mine
from pep_plugin.voice.told.said import you_said


@require_safe
def own_plan(request: HttpRequest) -> HttpResponse:
    """The agreed plan, as whoever holds the link may read it; closed in every other state."""
    actor = actor_of(request)
    opened = open_own_part(actor)
    if actor.grant is None or not opened.allows("plan.read_agreed"):
        return render(request, "pep_plugin/voice/closed.html", status=409)
    role = actor.grant.role
    _note_reading(opened, role)
    if role == roles.CHILD:
        context = {**_for_child(opened), **safety(role, ages.band_of(opened.child))}
        return render(request, "pep_plugin/voice/my_plan.html", context)
    outline = outline_of(opened, audience=role)
    context = {**safety(role), "outline": outline, "glance": glance(outline), "child": opened.child}
    return render(request, "pep_plugin/voice/agreed.html", context)


@require_safe
def own_copy(request: HttpRequest, format: str) -> HttpResponse:
    """A carer's or a parent's copy as a file."""
    given = take_own_copy(actor=actor_of(request), format=format)
    response = HttpResponse(given.data, content_type=given.content_type)
    response["Content-Disposition"] = f'attachment; filename="{given.name}"'
    return response


@require_safe
def my_plan(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """ "My plan" and "You said, we did", to be printed or read with the child."""
    actor: Actor = actor_of(request)
    opened = open_plan(actor, plan_id)
    access.require(opened.roles, "plan.download", opened.plan.state)
    if opened.submission is None or not opened.allows("link.give_copy"):
        raise Http404
    _note_reading(opened, roles.CHILD)
    context = {**about(opened), **_for_child(opened)}
    return render(request, "pep_plugin/voice/my_plan_for_staff.html", context)


def _for_child(opened: OpenPlan) -> dict[str, object]:
    outline = outline_of(opened, audience="my-plan")
    return {
        "child": opened.child,
        "outline": mine(outline, opened.answers),
        "you_said": you_said(opened),
    }


def _note_reading(opened: OpenPlan, audience: str) -> None:
    record(
        "plan.read",
        actor=opened.actor,
        child_id=opened.child.pk,
        object_id=opened.plan.pk,
        where=f"own:{audience}",
        questions=[],
    )
