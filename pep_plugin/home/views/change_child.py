"""The screens on which social care and the Virtual School change what surrounds a child."""

import uuid
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pep_plugin import access
from pep_plugin.access.actions.enrol_child import enrol_child
from pep_plugin.access.actions.hand_over_child import hand_over_child
from pep_plugin.access.actions.involve import involve_by_name
from pep_plugin.access.actions.mark_adopted import mark_adopted
from pep_plugin.access.asking import actor_of
from pep_plugin.conf import today
from pep_plugin.home.forms.base import HomeForm
from pep_plugin.home.forms.changes import AdoptedForm, HandOverForm, InvolveForm, MoveForm
from pep_plugin.home.forms.school import FIND
from pep_plugin.people.dated import on_day
from pep_plugin.people.models import Child, Person
from pep_plugin.sections import roles as role_keys

_METHODS = ["GET", "HEAD", "POST"]


def _open(request: HttpRequest, child_id: uuid.UUID, verb: str) -> Child:
    actor = actor_of(request)
    child = access.get_child(actor, child_id)
    access.require(access.roles(actor, child), verb)
    return child


def _change(
    request: HttpRequest,
    child: Child,
    form: HomeForm,
    change: Callable[[dict[str, Any]], object],
    *,
    heading: str,
    button: str,
    intro: str = "",
) -> HttpResponse:
    """Draw the form; on POST change what it says, and go back to the child's page."""
    looking_up = FIND in request.POST
    if form.is_bound and not looking_up and form.is_valid():
        try:
            change(form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("pep_plugin:child", child.pk)
    return render(
        request,
        "pep_plugin/home/change_child.html",
        {
            "child": child,
            "form": form,
            "heading": heading,
            "intro": intro,
            "button": button,
            "find": FIND,
            "shows_errors": form.is_bound and not looking_up,
        },
    )


@require_http_methods(_METHODS)
def hand_over(request: HttpRequest, child_id: uuid.UUID) -> HttpResponse:
    """Another social worker."""
    child = _open(request, child_id, "child.change")
    posts = on_day(today(), "posts__")
    workers = Person.objects.filter(posts, posts__role=role_keys.SOCIAL_WORKER).distinct()
    return _change(
        request,
        child,
        HandOverForm(request.POST or None, social_workers=workers),
        lambda given: hand_over_child(
            actor=actor_of(request), child=child, to=given["to"], starts=given["starts"]
        ),
        heading=_("Change the social worker"),
        intro=_("Whoever is the social worker now no longer sees the child from that day on."),
        button=_("Change the social worker"),
    )


@require_http_methods(_METHODS)
def move(request: HttpRequest, child_id: uuid.UUID) -> HttpResponse:
    """Another school."""
    child = _open(request, child_id, "child.change")
    return _change(
        request,
        child,
        MoveForm(request.POST or None),
        lambda given: enrol_child(
            actor=actor_of(request),
            child=child,
            school=given["school"],
            starts=given["starts"],
        ),
        heading=_("Change the school"),
        intro=_(
            "The designated teacher of the new school sees the child from the first day there, and "
            "the school before no longer does."
        ),
        button=_("Change the school"),
    )


@require_http_methods(_METHODS)
def involve_someone(request: HttpRequest, child_id: uuid.UUID) -> HttpResponse:
    """A carer, a reviewing officer, a parent, another professional."""
    child = _open(request, child_id, "child.change")
    return _change(
        request,
        child,
        InvolveForm(request.POST or None),
        lambda given: involve_by_name(actor=actor_of(request), child=child, **given),
        heading=_("Add someone who is there for the child"),
        button=_("Add this person"),
    )


@require_http_methods(_METHODS)
def adopted(request: HttpRequest, child_id: uuid.UUID) -> HttpResponse:
    """The child has been adopted."""
    child = _open(request, child_id, "child.mark_adopted")
    form = AdoptedForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            mark_adopted(actor=actor_of(request), child=child, on=form.cleaned_data["on"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            # Most who may do this no longer see the child now.
            return redirect("pep_plugin:home")
    return render(
        request,
        "pep_plugin/home/adopted.html",
        {"child": child, "form": form, "shows_errors": form.is_bound},
    )
