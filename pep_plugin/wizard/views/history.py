"""The saves of one section, and putting one back."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin import access
from pep_plugin.entry.parts import Problem
from pep_plugin.plans.actions.restore_answers import restore_answers
from pep_plugin.plans.models import SectionHistory
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.restoring import answers_of_saves, restorable
from pep_plugin.sections.schema import Section
from pep_plugin.wizard import asking
from pep_plugin.wizard.history.saves import saves, text_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that could come back: what stands there now, and what stood there then."""

    key: str
    label: str
    now: str
    then: str
    is_chosen: bool


@require_safe
def history(request: HttpRequest, plan_id: uuid.UUID, section: str) -> HttpResponse:
    """Newest first, for whoever may write in the section."""
    opened, part = _opened(request, plan_id, section)
    before = request.GET.get("before", "")
    found, older = saves(opened, part, before=_number(before))
    asking.note_reading(opened, where="history", questions=[part.key])
    context = {
        **asking.about(opened),
        "section": part,
        "saves": found,
        "older": older,
        "is_first_page": not before,
        "may_restore": opened.may_write(part),
        "note": request.GET.get("note", ""),
    }
    return render(request, "pep_plugin/wizard/history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def restore(
    request: HttpRequest, plan_id: uuid.UUID, section: str, first: int, last: int
) -> HttpResponse:
    """Both texts beside each other, and a box for each; nothing is put back unseen."""
    opened, part = _opened(request, plan_id, section)
    if not SectionHistory.objects.filter(plan=plan_id, section=section, revision=last).exists():
        raise Http404
    if request.method != "POST":
        asking.note_reading(opened, where="history", questions=[part.key])
        return _draw(request, opened, part, first, last)
    chosen = request.POST.getlist("put_back")
    if not chosen:
        problem = Problem(_("Choose what to put back."), "put_back_0")
        return _draw(request, opened, part, first, last, problems=[problem], chosen=(), status=422)
    base = _number(request.POST.get("revision", ""))
    saved = restore_answers(
        actor=opened.actor,
        plan_id=plan_id,
        section=section,
        saves=(first, last),
        keys=chosen,
        base_revision=base or 0,
    )
    if saved.conflicts:
        # Nothing of theirs was touched, and what was to come back is still in the history.
        opened, part = _opened(request, plan_id, section)
        return _draw(request, opened, part, first, last, is_clash=True, status=409)
    return redirect(f"{reverse('pep_plugin:history', args=[plan_id, section])}?note=restored")


def _opened(request: HttpRequest, plan_id: uuid.UUID, section: str) -> tuple[OpenPlan, Section]:
    """Raises :class:`Http404`, ``access.Forbidden`` for who may not write in the section."""
    opened = asking.opened_for(request, plan_id)
    try:
        part = opened.form.section(section)
    except KeyError:
        raise Http404 from None
    if not opened.writes(part):
        raise access.Forbidden("plan.write")
    return opened, part


def _number(text: str) -> int | None:
    """A revision from an address or a field; None for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _draw(
    request: HttpRequest,
    opened: OpenPlan,
    part: Section,
    first: int,
    last: int,
    *,
    problems: list[Problem] | None = None,
    chosen: tuple[str, ...] | None = None,
    is_clash: bool = False,
    status: int = 200,
) -> HttpResponse:
    then = answers_of_saves(opened.plan.pk, part.key, first, last)
    standing = opened.saved[part.key].data if part.key in opened.saved else {}
    found = restorable(opened, part, then, standing)
    choices = [
        Choice(
            key,
            part.question(key).label,
            text_of(opened, part, part.question(key), standing.get(key)),
            text_of(opened, part, part.question(key), wanted),
            chosen is None or key in chosen,
        )
        for key, wanted in found.items()
    ]
    context = {
        **asking.about(opened),
        "section": part,
        "choices": choices,
        "revision": opened.revisions.get(part.key, 0),
        "may_restore": opened.may_write(part),
        "is_clash": is_clash,
        "problems": problems or [],
    }
    return render(request, "pep_plugin/wizard/restore.html", context, status=status)
