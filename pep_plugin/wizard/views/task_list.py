"""The plan's home: the task list while it is being written, what became of it afterwards."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pep_plugin.conf import today
from pep_plugin.wizard import asking
from pep_plugin.wizard.tasks import meeting_words, task_list


@require_safe
def plan(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    opened = asking.opened_for(request, plan_id)
    asking.note_reading(opened, where="plan", questions=[])
    context = {**asking.about(opened), "today": today()}
    if not opened.plan.is_being_written:
        newest = opened.plan.submissions.order_by("-number").first()
        return render(request, "pep_plugin/wizard/became.html", {**context, "newest": newest})
    context.update(
        {
            "list": task_list(opened),
            "meeting": meeting_words(opened),
            "note": request.GET.get("note", ""),
            "may_send": opened.allows("plan.send"),
            "may_withdraw": opened.allows("plan.withdraw"),
        }
    )
    return render(request, "pep_plugin/wizard/task_list.html", context)
