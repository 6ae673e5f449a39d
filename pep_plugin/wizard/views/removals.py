"""Taking one wrong answer out of the record: one person asks, another carries it out."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.entry.parts import Problem
from pep_plugin.plans.actions import (
    ReasonMissing,
    RemovalNeedsAnother,
    ask_removal,
    remove_from_record,
)
from pep_plugin.plans.models import RemovalRequest
from pep_plugin.plans.models.plan import FEEDBACK, WITHDRAWN_REASON
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.wizard import asking


@require_http_methods(["GET", "HEAD", "POST"])
def removals(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """What was asked and done, and a form to ask."""
    opened = asking.opened_for(request, plan_id)
    access.require(opened.roles, "answer.ask_removal", opened.plan.state)
    path, reason = request.POST.get("path", ""), request.POST.get("reason", "")
    problems = []
    if request.method == "POST":
        try:
            ask_removal(actor=actor_of(request), plan_id=plan_id, path=path, reason=reason)
        except ReasonMissing:
            problems = [Problem(_("Say why it is wrong. The reason stays in its place."), "reason")]
        except KeyError:
            problems = [Problem(_("Choose the answer that is wrong."), "path")]
        else:
            return redirect("pep_plugin:removals", plan_id)
    return _draw(request, opened, path=path, reason=reason, problems=problems)


def _draw(
    request: HttpRequest,
    opened: OpenPlan,
    *,
    path: str = "",
    reason: str = "",
    problems: list[Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    labels = {
        f"{section.key}.{question.key}": (section.title, question.label)
        for _path, section, question in opened.form.paths()
    }
    # These are no answers, and are taken out in the same way.
    said = {
        FEEDBACK: (_("The Virtual School"), _("What it said when it agreed")),
        WITHDRAWN_REASON: (_("The plan"), _("Why it was withdrawn")),
    }
    labels.update(said)
    asked = opened.plan.removals.select_related("asked_by", "done_by")
    context = {
        **asking.about(opened),
        "choices": [
            (given, *labels[given])
            for section, answers in opened.readable().items()
            for key, answer in answers.items()
            if "removed" not in answer and (given := f"{section}.{key}") in labels
        ]
        + [(given, *labels[given]) for given in said if getattr(opened.plan, given)],
        "asked": [(one, labels.get(one.path, ("", one.path))) for one in asked],
        "me": opened.actor.person_id,
        "path": path,
        "reason": reason,
        "problems": problems or [],
    }
    return render(request, "pep_plugin/wizard/removals.html", context, status=status)


@require_POST
def remove(request: HttpRequest, plan_id: uuid.UUID, request_id: uuid.UUID) -> HttpResponse:
    """Carry out what somebody else asked for."""
    if not RemovalRequest.objects.filter(pk=request_id, plan_id=plan_id).exists():
        raise Http404
    try:
        remove_from_record(actor=actor_of(request), request_id=request_id)
    except RemovalNeedsAnother:
        opened = asking.opened_for(request, plan_id)
        problem = Problem(_("Somebody else must carry out what you asked for."), "asked")
        return _draw(request, opened, problems=[problem], status=409)
    return redirect("pep_plugin:removals", plan_id)
