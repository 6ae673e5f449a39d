"""What the Virtual School does with a plan that was sent, and taking back one begun by mistake."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pep_plugin import access
from pep_plugin.entry.parts import Problem
from pep_plugin.plans.actions import ReasonMissing, agree_plan, withdraw_plan
from pep_plugin.plans.actions import return_plan as send_back
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.wizard import asking

_methods = require_http_methods(["GET", "HEAD", "POST"])


def _may(request: HttpRequest, plan_id: uuid.UUID, verb: str) -> OpenPlan | None:
    """The plan, or None where the state no longer allows it; 404 for who never may."""
    opened = asking.opened_for(request, plan_id)
    if not access.could(opened.roles, verb):
        raise access.Forbidden(verb)
    return opened if opened.allows(verb) else None


@_methods
def return_plan(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Send it back, saying why."""
    reason, problems = request.POST.get("reason", ""), []
    if request.method == "POST":
        try:
            send_back(actor=asking.actor_of(request), plan_id=plan_id, reason=reason)
        except ReasonMissing:
            problems = [Problem(_("Say what has to be changed before it can be agreed."), "reason")]
        else:
            return redirect("pep_plugin:plan", plan_id)
    opened = _may(request, plan_id, "plan.return")
    if opened is None:
        return redirect("pep_plugin:plan", plan_id)
    context = {**asking.about(opened), "reason": reason, "problems": problems}
    return render(request, "pep_plugin/wizard/return.html", context)


@_methods
def agree(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Agree it; it never changes again."""
    if request.method == "POST":
        agree_plan(actor=asking.actor_of(request), plan_id=plan_id)
        return redirect("pep_plugin:plan", plan_id)
    return _confirm(request, plan_id, "plan.agree", "pep_plugin/wizard/agree.html")


@_methods
def withdraw(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Withdraw a plan that was begun by mistake; nothing is deleted."""
    if request.method == "POST":
        withdraw_plan(actor=asking.actor_of(request), plan_id=plan_id)
        return redirect("pep_plugin:plan", plan_id)
    return _confirm(request, plan_id, "plan.withdraw", "pep_plugin/wizard/withdraw.html")


def _confirm(request: HttpRequest, plan_id: uuid.UUID, verb: str, template: str) -> HttpResponse:
    opened = _may(request, plan_id, verb)
    if opened is None:
        return redirect("pep_plugin:plan", plan_id)
    return render(request, template, asking.about(opened))
