"""The child, carers and parents: who has a page of their own, giving one, taking it back."""

from __future__ import annotations

import uuid

from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record
from pep_plugin.conf import conf
from pep_plugin.people.models import Person
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.plans.states import State
from pep_plugin.sections import roles
from pep_plugin.sections.text import normalise_text
from pep_plugin.voice.actions.give_link import give_link
from pep_plugin.voice.actions.renew_link import send_link_again
from pep_plugin.voice.actions.revoke_link import revoke_link
from pep_plugin.voice.links.people import everybody
from pep_plugin.voice.links.rules import require_may_give
from pep_plugin.voice.staff import about
from pep_plugin.voice.tellings.waiting import told_in

_NOTES = {
    "given": _("The link is on its way."),
    "again": _("A new link is on its way. The one before no longer opens anything."),
    "back": _("The link was taken back. It opens nothing from now on."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """GET: everybody with their pages. POST: a link to one of them."""
    actor = actor_of(request)
    opened = open_plan(actor, plan_id)
    # Somebody who was given one section opens the plan too, and is told nothing of these.
    access.require(opened.roles, "plan.view", opened.plan.state)
    if request.method != "POST":
        record(
            "plan.read",
            actor=actor,
            child_id=opened.child.pk,
            object_id=opened.plan.pk,
            where="people",
            questions=[],
        )
        return _screen(request, opened)
    whom = request.POST.get("whom", "")
    email = normalise_text(request.POST.get("email", ""))
    role, person_id = _read(whom)
    require_may_give(opened, role)
    try:
        give_link(actor=actor, plan_id=plan_id, role=role, email=email, person_id=person_id)
    except ValidationError as error:
        return _screen(request, opened, whom=whom, email=email, problems=error.messages, status=400)
    return _done(plan_id, "given")


def _screen(
    request: HttpRequest,
    opened: OpenPlan,
    *,
    whom: str = "",
    email: str = "",
    problems: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **about(opened),
        "everybody": everybody(opened),
        "whom": whom,
        "email": email,
        "problems": problems or [],
        "note": _NOTES.get(request.GET.get("note", ""), ""),
        "is_on": conf.CHILD_PAGE,
        "tellings": told_in(opened),
        "is_agreed": opened.plan.state == State.SIGNED_OFF,
        "may_change": access.allows(opened.roles, "child.change"),
    }
    return render(request, "pep_plugin/voice/people.html", context, status=status)


def _read(whom: str) -> tuple[str, uuid.UUID | None]:
    """ "child", "carer:<id>" or "parent:<id>" as the screen's own forms post it."""
    role, _colon, person = whom.partition(":")
    try:
        person_id = uuid.UUID(person) if person else None
    except ValueError:
        raise SuspiciousOperation("Nobody is called that.") from None
    if role not in (roles.CHILD, roles.CARER, roles.PARENT):
        raise SuspiciousOperation("Nobody is called that.")
    if person_id is not None and not Person.objects.filter(pk=person_id).exists():
        raise SuspiciousOperation("Nobody is called that.")
    return role, person_id


@require_POST
def take_back(request: HttpRequest, plan_id: uuid.UUID, grant_id: uuid.UUID) -> HttpResponse:
    _of_plan(plan_id, grant_id)
    revoke_link(actor=actor_of(request), grant_id=grant_id)
    return _done(plan_id, "back")


@require_POST
def send_again(request: HttpRequest, plan_id: uuid.UUID, grant_id: uuid.UUID) -> HttpResponse:
    _of_plan(plan_id, grant_id)
    send_link_again(actor=actor_of(request), grant_id=grant_id)
    return _done(plan_id, "again")


def _of_plan(plan_id: uuid.UUID, grant_id: uuid.UUID) -> None:
    """Raises ``LinkGrant.DoesNotExist`` for a link to another plan than the address says."""
    if not LinkGrant.objects.filter(pk=grant_id, plan=plan_id).exists():
        raise LinkGrant.DoesNotExist


def _done(plan_id: uuid.UUID, note: str) -> HttpResponse:
    response = redirect("pep_plugin:people", plan_id)
    response["Location"] += f"?note={note}"
    return response
