"""Asking who is in the room, showing what all of them may see, and restrictions apart from it."""

from __future__ import annotations

import uuid
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin.documents.made import outline_as, outline_of
from pep_plugin.entry.parts import Problem
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.wizard import asking, restrictions
from pep_plugin.wizard.meeting import room
from pep_plugin.wizard.meeting.seen_by_all import common
from pep_plugin.wizard.tasks import meeting_words


@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Who is here? Nothing is kept of it; the address of the next page bears roles alone."""
    opened = _opened(request, plan_id)
    problems = []
    if request.method == "POST":
        present = room.known(request.POST.getlist("here"))
        if present:
            address = reverse("pep_plugin:meeting_shown", args=[plan_id])
            return redirect(f"{address}?{urlencode({'here': ','.join(present)})}")
        problems = [Problem(_("Say who is here, or who may come in."), "here_0")]
    context = {
        **asking.about(opened),
        "seats": room.seats(opened.owners),
        "meeting": meeting_words(opened),
        "problems": problems,
    }
    status = 422 if problems else 200
    return render(request, "pep_plugin/wizard/meeting.html", context, status=status)


@require_safe
def shown(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """The plan on the wall: what whoever shows it and everybody who is here may see."""
    opened = _opened(request, plan_id)
    present = room.known(request.GET.get("here", "").split(","))
    if not present:
        return redirect("pep_plugin:meeting", plan_id)
    copies = [outline_as(opened, {role}, audience=copy) for role, copy in room.copies(present)]
    outline = common(outline_of(opened), copies)
    asking.note_reading(
        opened, where="meeting", questions=[section.key for section in outline.sections]
    )
    context = {
        **asking.about(opened),
        "outline": outline,
        "present": room.words_for(present, opened.owners),
        "restrictions": restrictions.count(opened),
    }
    return render(request, "pep_plugin/wizard/meeting_shown.html", context)


@require_safe
def restricted(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Who may not know, on a page of its own; from the wall it opens covered."""
    opened = asking.opened_for(request, plan_id)
    section = restrictions.section_of(opened)
    if section is None:
        raise Http404
    asking.note_reading(opened, where="restrictions", questions=[section.key])
    outline = outline_of(opened)
    context = {
        **asking.about(opened),
        "outline": restrictions.only(outline, section.key),
        "section": section,
        "count": restrictions.count(opened),
        "is_covered": request.GET.get("from") == "meeting",
    }
    return render(request, "pep_plugin/wizard/restrictions.html", context)


def _opened(request: HttpRequest, plan_id: uuid.UUID) -> OpenPlan:
    """Whoever sees only the sections they were given has no plan to show."""
    opened = asking.opened_for(request, plan_id)
    if not opened.allows("plan.download"):
        raise Http404
    return opened
