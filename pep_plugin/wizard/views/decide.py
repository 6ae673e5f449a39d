"""What the Virtual School does with a plan that was sent, and taking back one begun by mistake."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.entry.parts import Problem
from pep_plugin.plans.actions import FeedbackTooLong, ReasonMissing, agree_plan, withdraw_plan
from pep_plugin.plans.actions import return_plan as send_back
from pep_plugin.plans.actions.agree_plan import LONGEST_FEEDBACK
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
            send_back(actor=actor_of(request), plan_id=plan_id, reason=reason)
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
    """Agree it, with a word for those who write the next one; it never changes again."""
    feedback, problems = request.POST.get("feedback", ""), []
    if request.method == "POST":
        try:
            agree_plan(actor=actor_of(request), plan_id=plan_id, feedback=feedback)
        except FeedbackTooLong:
            sentence = _("Make it shorter: at most %(most)s characters.")
            problems = [Problem(sentence % {"most": LONGEST_FEEDBACK}, "feedback")]
        else:
            return redirect("pep_plugin:plan", plan_id)
    opened = _may(request, plan_id, "plan.agree")
    if opened is None:
        return redirect("pep_plugin:plan", plan_id)
    context = {**asking.about(opened), "feedback": feedback, "problems": problems}
    return render(request, "pep_plugin/wizard/agree.html", context)


@_methods
def withdraw(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Withdraw a plan that was begun by mistake, saying why; nothing is deleted."""
    reason, problems = request.POST.get("reason", ""), []
    if request.method == "POST":
        try:
            withdraw_plan(actor=actor_of(request), plan_id=plan_id, reason=reason)
        except ReasonMissing:
            problems = [Problem(_("Say why it is withdrawn."), "reason")]
        else:
            return redirect("pep_plugin:plan", plan_id)
    opened = _may(request, plan_id, "plan.withdraw")
    if opened is None:
        return redirect("pep_plugin:plan", plan_id)
    context = {**asking.about(opened), "reason": reason, "problems": problems}
    return render(request, "pep_plugin/wizard/withdraw.html", context)
