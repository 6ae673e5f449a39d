"""The page "What has changed since last time?": every fact with its age, and one button."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pep_plugin import access
from pep_plugin.plans.actions import confirm_answers
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.states import WrongState
from pep_plugin.sections import answers as answers_of
from pep_plugin.wizard import asking
from pep_plugin.wizard.changed.origins import Origins
from pep_plugin.wizard.changed.waiting import Part, Waiting, waiting_for

#: More than any form asks: what is posted beyond is no page of ours.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One fact. ``lines``: its words, a row of a table each. ``mark``: what the button sends."""

    label: str
    lines: list[str]
    age: str
    change: str
    mark: str


@require_http_methods(["GET", "HEAD", "POST"])
def changed(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Facts of last time that stand until somebody says otherwise, to be confirmed together."""
    opened = asking.opened_for(request, plan_id)
    if request.method == "POST":
        _require_writing(opened)
        return _confirm(request, opened)
    if not opened.allows("plan.write"):
        # Sent, or for somebody who only reads: there is nothing to be done here.
        return redirect("pep_plugin:plan", plan_id)
    return _draw(request, opened)


def _require_writing(opened: OpenPlan) -> None:
    """Not there for who never writes; for who does, a sentence once the plan was sent."""
    if opened.allows("plan.write"):
        return
    if not access.could(opened.roles, "plan.write"):
        raise access.Forbidden("plan.write")
    raise WrongState(_("This plan has been sent, so nothing is confirmed in it any more."))


def _confirm(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    offered = {one.path for part in waiting_for(opened) for one in part.answers}
    shown = {}
    for mark in request.POST.getlist("shown")[:_MOST]:
        path, _at, revision = mark.rpartition("@")
        # Another revision than the one shown is as good as none: the answer is asked once more.
        shown[path] = int(revision) if revision.isdecimal() and len(revision) < 10 else 0
    wanted = {path: revision for path, revision in shown.items() if path in offered}
    done = confirm_answers(actor=opened.actor, plan_id=opened.plan.pk, shown=wanted)
    if len(done) < len(wanted):
        return redirect(f"{request.path}?note=meanwhile")
    return redirect(f"{reverse('pep_plugin:plan', args=[opened.plan.pk])}?note=confirmed")


def _draw(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    parts = waiting_for(opened)
    every = [one for part in parts for one in part.answers]
    origins = Origins(opened, [one.answer for one in every])
    asking.note_reading(opened, where="changed", questions=[one.path for one in every])
    context = {
        **asking.about(opened),
        "parts": [
            (part.section, [_line(opened, part, one, origins) for one in part.answers])
            for part in parts
        ],
        "count": len(every),
        "note": request.GET.get("note", ""),
    }
    return render(request, "pep_plugin/wizard/changed.html", context)


def _line(opened: OpenPlan, part: Part, one: Waiting, origins: Origins) -> Line:
    address = reverse("pep_plugin:step", args=[opened.plan.pk, one.step.name])
    return Line(
        one.question.label,
        answers_of.as_text(one.question, one.answer).splitlines(),
        origins.age(one.answer),
        f"{address}?back=changed#q-{one.question.key}",
        f"{one.path}@{part.revision}",
    )
