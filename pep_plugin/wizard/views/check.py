"""Checking the whole plan once, and sending it."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.documents.made import outline_of
from pep_plugin.plans import tokens
from pep_plugin.plans.actions import NotReady, SomethingChanged, send_plan
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.wizard import asking
from pep_plugin.wizard.gaps import Gap, gaps, writable_steps
from pep_plugin.wizard.glossary.words import found_in


@require_safe
def check(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Every answer with a link to change it, what is missing, and the button."""
    opened = asking.opened_for(request, plan_id)
    if not opened.plan.is_being_written:
        return redirect("pep_plugin:plan", plan_id)
    sections = [section.key for section in opened.asked.sections()]
    asking.note_reading(opened, where="check", questions=sections)
    return _draw(request, opened)


def _draw(
    request: HttpRequest, opened: OpenPlan, *, sentence: str = "", status: int = 200
) -> HttpResponse:
    missing: list[Gap] = gaps(opened)
    may_send = opened.allows("plan.send")
    context = {
        **asking.about(opened),
        "outline": outline_of(opened),
        "change_steps": writable_steps(opened),
        "missing": missing,
        "sentence": sentence,
        "kinder": found_in(opened),
        "may_send": may_send,
        "token": tokens.make(opened.actor, opened) if may_send and not missing else "",
    }
    return render(request, "pep_plugin/wizard/check.html", context, status=status)


@require_POST
def send(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Send, once: pressing twice by accident leads to the same confirmation."""
    actor = actor_of(request)
    sentence = ""
    try:
        send_plan(actor=actor, plan_id=plan_id, token=request.POST.get("token", ""))
    except SomethingChanged as changed:
        opened = asking.opened_for(request, plan_id)
        titles = [f"“{opened.form.section(key).title}”" for key in changed.sections]
        sentence = _(
            "Something changed since you checked: %(sections)s. Look at it again below, then send."
        ) % {"sections": ", ".join(titles)}
    except NotReady:
        sentence = _("Something is still missing, so the plan was not sent.")
    except tokens.BadToken:
        sentence = _("This page was open for too long. Check the answers again, then send.")
    else:
        return redirect("pep_plugin:sent", plan_id)
    opened = asking.opened_for(request, plan_id)
    if not opened.plan.is_being_written:
        return redirect("pep_plugin:plan", plan_id)
    access.require(opened.roles, "plan.send", opened.plan.state)
    return _draw(request, opened, sentence=sentence, status=409)
