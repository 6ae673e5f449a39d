"""Reading a plan, and taking it along as PDF or Word."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pep_plugin.access.asking import actor_of
from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.documents.made import outline_of
from pep_plugin.documents.missing import CannotBeMade
from pep_plugin.documents.waiting import is_late
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.own_words import holds_own_words
from pep_plugin.wizard import asking
from pep_plugin.wizard.copies import handing_out


@require_safe
def read(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """The whole plan: what was sent, or what is being written, as this person may read it."""
    opened = asking.opened_for(request, plan_id)
    outline = outline_of(opened)
    asking.note_reading(
        opened, where="read", questions=[section.key for section in outline.sections]
    )
    context = {**asking.about(opened), "outline": outline, "worries": _own_words(opened)}
    return render(request, "pep_plugin/wizard/read.html", context)


def _own_words(opened: OpenPlan) -> set[str]:
    """Paths of what a child, a carer or a parent said: somebody may be worried by it."""
    return {
        path
        for path, section, question in opened.form.paths()
        if holds_own_words(section, question, opened.answers.get(section.key, {}).get(question.key))
    }


@require_safe
def sent(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """The confirmation: it survives a bookmark, and says what holds today."""
    opened = asking.opened_for(request, plan_id)
    newest = opened.plan.submissions.select_related("sent_by").order_by("-number").first()
    if newest is None or opened.plan.is_being_written:
        return redirect("pep_plugin:plan", plan_id)
    context = {**asking.about(opened), "newest": newest, "is_late": is_late(newest)}
    return render(request, "pep_plugin/wizard/sent.html", context)


@require_safe
def pdf(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    return _download(request, plan_id, "pdf")


@require_safe
def word(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    return _download(request, plan_id, "word")


def _download(request: HttpRequest, plan_id: uuid.UUID, format: str) -> HttpResponse:
    try:
        document = give_document(actor=actor_of(request), plan_id=plan_id, format=format)
    except CannotBeMade as reason:
        return handing_out.not_made(request, plan_id, str(reason))
    return handing_out.attachment(document)
