"""The plan's home: the task list while it is being written, what became of it afterwards."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pep_plugin import access
from pep_plugin.conf import today
from pep_plugin.documents.waiting import is_late
from pep_plugin.plans.models import Plan
from pep_plugin.plans.presence import editing
from pep_plugin.plans.reading import DelegatedPlan, OpenPlan
from pep_plugin.plans.states import State
from pep_plugin.wizard import asking, restrictions
from pep_plugin.wizard.asked_here import asked_here
from pep_plugin.wizard.changed.waiting import waiting_for
from pep_plugin.wizard.missing import missing
from pep_plugin.wizard.tasks import meeting_words, task_list


@require_safe
def plan(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    opened = asking.opened_for(request, plan_id)
    asking.note_reading(opened, where="plan", questions=[])
    context = {**asking.about(opened), "today": today()}
    if isinstance(opened, DelegatedPlan):
        context.update(list=task_list(opened), note=request.GET.get("note", ""))
        return render(request, "pep_plugin/wizard/given.html", context)
    if not opened.plan.is_being_written:
        newest = opened.plan.submissions.order_by("-number").first()
        context.update(
            {
                "newest": newest,
                "is_late": is_late(newest),
                "feedback": opened.feedback(of_last=False),
                "next_address": _next(opened),
            }
        )
        return render(request, "pep_plugin/wizard/became.html", context)
    asked = asked_here(opened)
    context.update(
        {
            "list": task_list(
                opened,
                editing=editing(plan_id, opened.actor.person_id),
                asked_of_others=asked.of_others,
            ),
            "asked_of_me": asked.of_me,
            "missing": missing(opened),
            "feedback": opened.feedback(of_last=True),
            "to_confirm": sum(len(part.answers) for part in waiting_for(opened)),
            "meeting": meeting_words(opened),
            "note": request.GET.get("note", ""),
            "may_send": opened.allows("plan.send"),
            "may_show": opened.allows("plan.download"),
            "restrictions": restrictions.count(opened),
            "may_withdraw": opened.allows("plan.withdraw"),
            "may_delegate": opened.allows("plan.delegate"),
        }
    )
    return render(request, "pep_plugin/wizard/task_list.html", context)


def _next(opened: OpenPlan) -> str:
    """Where the next plan is started, once this one is agreed and no other was begun; else ""."""
    plan = opened.plan
    if plan.state != State.SIGNED_OFF or not access.allows(opened.roles, "plan.start"):
        return ""
    if Plan.objects.unfinished().filter(child=plan.child_id).exists():
        return ""
    return reverse("pep_plugin:child", args=[plan.child_id])
