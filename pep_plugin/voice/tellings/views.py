"""Opening a child's words, the duty list, and "I am worried about this"."""

from __future__ import annotations

import datetime
import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.asking import actor_of
from pep_plugin.audit.record import record
from pep_plugin.plans.models import Plan
from pep_plugin.voice.actions.open_telling import open_telling
from pep_plugin.voice.actions.press_worry import press_worry
from pep_plugin.voice.models import Telling, Worry
from pep_plugin.voice.tellings.safety import safety
from pep_plugin.voice.tellings.waiting import has_moved_on, may_open, on_duty_list
from pep_plugin.voice.tellings.words import labels_of, words_of
from pep_plugin.voice.tellings.worrying import worrying_for

#: The duty list shows so long what was opened already, so that nobody wonders what became of it.
_SHOWN_FOR = datetime.timedelta(days=28)


@require_http_methods(["GET", "HEAD", "POST"])
def telling(request: HttpRequest, telling_id: uuid.UUID) -> HttpResponse:
    """Closed until somebody opens it by a button: a GET tells nobody that it was read."""
    actor = actor_of(request)
    if request.method == "POST":
        open_telling(actor=actor, telling_id=telling_id)
        return redirect("pep_plugin:telling", telling_id)
    found = Telling.objects.select_related("plan__child", "plan__term", "person", "opened_by")
    told = found.get(pk=telling_id)
    if not may_open(actor, told):
        raise Telling.DoesNotExist
    words = words_of(told) if told.opened_at else []
    if words:
        record(
            "telling.read",
            actor=actor,
            child_id=told.plan.child_id,
            object_id=told.pk,
            questions=[each.path for each in words],
        )
    context = {
        "telling": told,
        "child": told.plan.child,
        "words": words,
        "is_mine": told.person_id == actor.person_id,
        "has_moved_on": has_moved_on(told),
        "sees_plan": _sees_plan(actor, told.plan),
        "safety": safety(),
    }
    return render(request, "pep_plugin/voice/telling.html", context)


def _sees_plan(actor: Actor, plan: Plan) -> bool:
    return access.allows(access.roles(actor, plan.child), "plan.view", plan.state)


@require_safe
def duty_list(request: HttpRequest) -> HttpResponse:
    """Children's words that nobody opened in time, and where somebody pressed that they worry."""
    actor = actor_of(request)
    access.require(actor.post_roles, "telling.duty")
    since = timezone.now() - _SHOWN_FOR
    moved_on = on_duty_list(actor)
    worries = Worry.objects.filter(at__gt=since, plan__in=Plan.objects.visible_to(actor))
    context = {
        "waiting": list(moved_on.filter(opened_at=None)),
        "opened": list(moved_on.filter(opened_at__gt=since).order_by("-opened_at")),
        "worries": [
            (worry, "".join(labels_of(worry.plan.form_version.form, [worry.path])[:1]))
            for worry in worries.select_related("plan__child", "plan__form_version", "by")
        ],
        "safety": safety(),
    }
    return render(request, "pep_plugin/voice/duty_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def worry(request: HttpRequest, plan_id: uuid.UUID, path: str) -> HttpResponse:
    """What to do, at once; and a button that says who is worried."""
    actor = actor_of(request)
    about = worrying_for(actor, plan_id, path)
    if request.method == "POST":
        press_worry(actor=actor, about=about)
        return redirect(f"{reverse('pep_plugin:worry', args=[plan_id, path])}?note=pressed")
    mine = Worry.objects.filter(plan=about.plan, path=path, by=actor.person_id).first()
    context = {
        "about": about,
        "child": about.plan.child,
        "pressed": mine,
        "is_new": request.GET.get("note") == "pressed" and mine is not None,
        "safety": safety(),
    }
    return render(request, "pep_plugin/voice/worry.html", context)
