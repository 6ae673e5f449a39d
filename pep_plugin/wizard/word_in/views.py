"""The pages of a Word file that comes back: choosing it, comparing it, taking what one wants."""

from __future__ import annotations

import uuid
from typing import Any

from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from pep_plugin import access
from pep_plugin.documents.actions.bring_file import bring_file
from pep_plugin.documents.missing import MissingLibrary
from pep_plugin.documents.models import FilledFile
from pep_plugin.entry.parts import Problem
from pep_plugin.files.guard import LARGEST_FILE
from pep_plugin.files.intake import Refused, check_size
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.states import WrongState
from pep_plugin.wizard import asking
from pep_plugin.wizard.word_in.differences import (
    BOTH,
    FILE,
    PLAN,
    differences,
    elsewhere,
)
from pep_plugin.wizard.word_in.loose_text import given, loose_texts, places
from pep_plugin.wizard.word_in.taking import take

_SALT = "pep_plugin.wizard.word_in"
_CHOICES = (PLAN, FILE, BOTH)


@require_http_methods(["GET", "HEAD", "POST"])
def word_in(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """How it works, the files that were brought before, and a field for the next."""
    opened = _opened(request, plan_id)
    if request.method != "POST":
        return _draw_choosing(request, opened)
    upload = request.FILES.get("file")
    try:
        if upload is None:
            raise Refused(_("Choose a file first."))
        check_size(upload.size or 0)
        filled = bring_file(
            actor=opened.actor, plan_id=plan_id, name=upload.name or "", data=upload.read()
        )
    except Refused as refused:
        return _draw_choosing(request, opened, [Problem(str(refused), "file")], status=422)
    except MissingLibrary as missing:
        return _draw_choosing(request, opened, [Problem(str(missing), "file")], status=503)
    return redirect("pep_plugin:word_in_compare", plan_id, filled.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, plan_id: uuid.UUID, filled_id: uuid.UUID) -> HttpResponse:
    """The plan's side and the file's side of every answer in which they differ."""
    opened = _opened(request, plan_id)
    filled = get_object_or_404(_brought(opened), pk=filled_id)
    if request.method != "POST":
        asking.note_reading(opened, where="word_in", questions=sorted(filled.found["answers"]))
        return _draw_comparing(request, opened, filled)
    revisions = _revisions(request, opened, filled)
    found = differences(opened, filled.found["answers"])
    choices = {
        one.address: chosen
        for part in found
        for one in part.found
        if (chosen := request.POST.get(one.address)) in _CHOICES
        and (chosen != BOTH or one.may_join)
    }
    texts = given(opened, loose_texts(_loose_of(opened, filled), request.POST))
    taken = take(opened, found, choices, texts, revisions)
    if taken.conflicts:
        again = asking.opened_for(request, plan_id)
        labels = [clash.label for clash in taken.conflicts]
        return _draw_comparing(request, again, filled, conflicts=labels, status=409)
    FilledFile.objects.filter(pk=filled.pk).update(applied_at=timezone.now())
    return redirect(f"{request.path}?taken={taken.changed}")


def _opened(request: HttpRequest, plan_id: uuid.UUID) -> OpenPlan:
    opened = asking.opened_for(request, plan_id)
    if not any(opened.writes(section) for section in opened.form.sections):
        raise access.Forbidden("plan.write")
    if not opened.allows("plan.write"):
        raise WrongState(_("This plan has been sent, so nothing can be brought in."))
    return opened


def _brought(opened: OpenPlan) -> QuerySet[FilledFile]:
    """Files of this plan: everybody takes from them what is theirs to write."""
    return FilledFile.objects.filter(plan=opened.plan).select_related("file", "brought_by")


def _loose_of(opened: OpenPlan, filled: FilledFile) -> list[dict[str, Any]]:
    """What stood beside the questions may be about anything: only who brought the file reads it."""
    is_mine = filled.brought_by_id is not None and filled.brought_by_id == opened.actor.person_id
    return list(filled.found["unplaced"]) if is_mine else []


def _revisions(request: HttpRequest, opened: OpenPlan, filled: FilledFile) -> dict[str, int]:
    """The revisions that the page was drawn from; raises ``SuspiciousOperation``."""
    try:
        held = signing.loads(request.POST.get("drawn", ""), salt=_SALT)
    except signing.BadSignature:
        raise SuspiciousOperation("The page of differences is not one of ours.") from None
    if held["filled"] != str(filled.pk) or held["person"] != str(opened.actor.person_id):
        raise SuspiciousOperation("The page of differences is somebody else's.")
    revisions: dict[str, int] = held["revisions"]
    return revisions


def _draw_choosing(
    request: HttpRequest,
    opened: OpenPlan,
    problems: list[Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **asking.about(opened),
        "brought": _brought(opened),
        "problems": problems or [],
        "largest": LARGEST_FILE // 2**20,
    }
    return render(request, "pep_plugin/wizard/word_in/choose.html", context, status=status)


def _draw_comparing(
    request: HttpRequest,
    opened: OpenPlan,
    filled: FilledFile,
    *,
    conflicts: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    found = differences(opened, filled.found["answers"])
    is_mine = filled.brought_by_id == opened.actor.person_id
    drawn = {
        "filled": str(filled.pk),
        "person": str(opened.actor.person_id),
        "revisions": {
            section.key: opened.revisions.get(section.key, 0) for section in opened.form.sections
        },
    }
    context = {
        **asking.about(opened),
        "filled": filled,
        "found": found,
        "empty": sum(part.empty for part in found),
        "differing": sum(len(part.found) - part.empty for part in found),
        "loose": loose_texts(_loose_of(opened, filled)),
        "places": places(opened),
        "comments": filled.found["comments"] if is_mine else [],
        "notes": filled.found["notes"],
        "elsewhere": elsewhere(opened, filled.found["answers"]),
        "drawn": signing.dumps(drawn, salt=_SALT),
        "conflicts": conflicts or [],
        "taken": _taken(request),
    }
    return render(request, "pep_plugin/wizard/word_in/compare.html", context, status=status)


def _taken(request: HttpRequest) -> str:
    """The sentence for what was just saved; the address carries a number and nothing else."""
    number = request.GET.get("taken", "")
    if not number.isdecimal() or len(number) > 4:
        return ""
    if int(number) == 0:
        return _("Nothing was taken from the file. The plan is as it was.")
    return ngettext(
        "{number} answer was taken from the file into the plan.",
        "{number} answers were taken from the file into the plan.",
        int(number),
    ).format(number=number)
