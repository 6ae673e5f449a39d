"""The one question that somebody put to a colleague, on a page of its own."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pep_plugin.access.asking import actor_of
from pep_plugin.entry.controls import Control
from pep_plugin.entry.parts import Problem
from pep_plugin.entry.renderer import EntryRenderer
from pep_plugin.plans import asks
from pep_plugin.plans.actions.answer_ask import answer_ask, open_ask
from pep_plugin.plans.asked_plan import AskedPlan, Place
from pep_plugin.plans.models import Ask
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections.kinds.files import Files
from pep_plugin.sections.kinds.tables import RowLink, TableKind
from pep_plugin.wizard import asking
from pep_plugin.wizard.gaps import place_on_screen

_NAME = "answer"


@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, plan_id: uuid.UUID, ask_id: uuid.UUID) -> HttpResponse:
    """Whoever writes the section is led to its own page; others answer here."""
    actor = actor_of(request)
    opened = asking.opened_for(request, plan_id)
    try:
        one = open_ask(actor, plan_id, ask_id)
    except (Ask.DoesNotExist, KeyError):
        # It was answered meanwhile, or is asked of somebody else now.
        if asks.was_asked(actor, plan_id, ask_id):
            return redirect(f"{reverse('pep_plugin:plan', args=[plan_id])}?note=answered")
        raise Http404 from None
    if request.method != "POST":
        if opened.may_write(one.place.section):
            step = place_on_screen(opened, one.place.section, one.place.question)
            if step:
                return redirect(step)
        asking.note_reading(opened, where="asked", questions=[one.place.path])
        return _draw(request, opened, one, ask_id)
    return _save(request, opened, one, ask_id)


def _control(request: HttpRequest, one: AskedPlan) -> Control | None:
    """None for what is more than one control: a whole table, files, links between rows."""
    place = one.place
    if isinstance(kinds.get(place.asks.kind), TableKind | RowLink | Files):
        return None
    return Control.make(
        place.asks,
        [],
        name=_NAME,
        answer=_standing(one),
        data=request.POST if request.method == "POST" else None,
        renderer=EntryRenderer(),
    )


def _standing(one: AskedPlan) -> answers_of.Answer | None:
    place = one.place
    return place.answer(one.answers.get(place.section.key, {}).get(place.question.key))


def _save(
    request: HttpRequest, opened: OpenPlan, one: AskedPlan, ask_id: uuid.UUID
) -> HttpResponse:
    control = _control(request, one)
    if control is None:
        raise Http404
    answer = control.read()
    problem: Problem | None = None
    if answer is None or "none" in answer:
        problem = Problem(_("Write the answer, or go back and leave it for now."), control.first_id)
    else:
        sentences = answers_of.problems(one.place.asks, answer)
        problem = Problem(sentences[0], control.first_id) if sentences else None
    if problem is not None:
        control.errors = [problem.sentence]
        return _draw(request, opened, one, ask_id, control=control, problems=[problem], status=422)
    try:
        base = int(request.POST.get("revision", ""))
    except ValueError:
        base = -1
    saved = answer_ask(
        actor=opened.actor,
        plan_id=opened.plan.pk,
        ask_id=ask_id,
        answer=answer,
        base_revision=max(base, 0),
    )
    if saved.conflicts:
        return _draw(request, opened, one, ask_id, control=control, is_clash=True, status=409)
    return redirect(f"{reverse('pep_plugin:plan', args=[opened.plan.pk])}?note=saved")


def _draw(
    request: HttpRequest,
    opened: OpenPlan,
    one: AskedPlan,
    ask_id: uuid.UUID,
    *,
    control: Control | None = None,
    problems: list[Problem] | None = None,
    is_clash: bool = False,
    status: int = 200,
) -> HttpResponse:
    place = one.place
    ask = Ask.objects.select_related("asked_by").get(pk=ask_id)
    control = control or _control(request, one)
    context: dict[str, Any] = {
        **asking.about(opened),
        "ask": ask,
        "place": place,
        "row": _row(one, place),
        "control": control,
        "revision": one.revisions.get(place.section.key, 0),
        "standing": answers_of.as_text(place.asks, _standing(one)) if is_clash else "",
        "problems": problems or [],
    }
    return render(request, "pep_plugin/wizard/asked.html", context, status=status)


def _row(one: AskedPlan, place: Place) -> list[tuple[str, str]]:
    """(column, text) of what else stands in the cell's row, so that one knows what it is about."""
    if place.column is None or place.question.table is None:
        return []
    whole = one.answers.get(place.section.key, {}).get(place.question.key) or {}
    row = next((row for row in whole.get("value") or [] if row["id"] == place.row_id), None)
    if row is None:
        return []
    return [
        (column.label, text)
        for column in place.question.table.columns
        if column.key != place.column.key
        and one.may_read_column(place.section, column)
        and (text := answers_of.as_text(column, row["cells"].get(column.key)))
    ]
