"""Asking one further person to fill in one section, from the plan's own pages."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.accounts import accounts_with
from pep_plugin.conf import conf
from pep_plugin.notices.forms import SomebodyForm
from pep_plugin.plans.actions import delegate_section, end_delegation
from pep_plugin.plans.delegations import given_now, people_to_ask, sections_to_give
from pep_plugin.plans.reading import DelegatedPlan, OpenPlan, open_plan
from pep_plugin.plans.years import year_words


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.pep_actor  # type: ignore[attr-defined]
    return actor


def _opened(request: HttpRequest, plan_id: uuid.UUID) -> OpenPlan:
    """The plan of who may ask somebody; whoever was asked themself asks nobody further."""
    opened = open_plan(_actor(request), plan_id)
    if isinstance(opened, DelegatedPlan) or not access.could(opened.roles, "plan.delegate"):
        raise access.Forbidden("plan.delegate")
    return opened


def _about(opened: OpenPlan) -> dict[str, Any]:
    return {
        "opened": opened,
        "plan": opened.plan,
        "child": opened.child,
        "year": year_words(opened.context.get("year_group", "")),
        "may_give": opened.plan.is_being_written,
        "invites": conf.INVITATIONS,
    }


@require_safe
def ask_somebody(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Which sections can be given to somebody, and who has one."""
    opened = _opened(request, plan_id)
    titles = {section.key: section.title for section in opened.form.sections}
    given = [(one, titles.get(one.section, one.section)) for one in given_now(opened.plan)]
    context = {
        **_about(opened),
        "sections": sections_to_give(opened),
        "given": given,
        "note": request.GET.get("note", ""),
    }
    return render(request, "pep_plugin/notices/ask_somebody.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def delegate(request: HttpRequest, plan_id: uuid.UUID, section: str) -> HttpResponse:
    """Whom to ask for this section."""
    opened = _opened(request, plan_id)
    if not opened.plan.is_being_written:
        return redirect("pep_plugin:plan", plan_id)
    found = next((one for one in sections_to_give(opened) if one.key == section), None)
    if found is None:
        raise Http404
    people = people_to_ask(opened)
    form = SomebodyForm(request.POST if request.method == "POST" else None, people=people)
    if form.is_bound and form.is_valid():
        try:
            given = delegate_section(
                actor=opened.actor,
                plan_id=plan_id,
                section=section,
                person_id=form.chosen,
                name=form.cleaned_data["name"],
                email=form.cleaned_data["email"],
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            waits = not given.person.user_id and accounts_with(given.person.email).exists()
            address = reverse("pep_plugin:ask_somebody", args=[plan_id])
            return redirect(f"{address}?note={'account' if waits else 'asked'}")
    context = {**_about(opened), "section": found, "form": form, "problems": form.problems()}
    return render(request, "pep_plugin/notices/delegate.html", context)


@require_POST
def take_back(request: HttpRequest, plan_id: uuid.UUID, delegation_id: uuid.UUID) -> HttpResponse:
    """The section is no longer theirs."""
    opened = _opened(request, plan_id)
    end_delegation(actor=opened.actor, delegation_id=delegation_id)
    return redirect(f"{reverse('pep_plugin:ask_somebody', args=[plan_id])}?note=taken_back")
