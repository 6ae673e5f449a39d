"""How the people with posts get in: connecting an account, inviting, confirming a change."""

import uuid

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from pep_plugin import access
from pep_plugin.access.actions.confirm_account import confirm_account
from pep_plugin.access.actions.connect_account import connect_account
from pep_plugin.access.actions.invite_person import check_may_invite, invite_person
from pep_plugin.access.asking import actor_of
from pep_plugin.home.whose_posts import posts_of_interest
from pep_plugin.people.models import Person


@require_POST
def connect(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """The account with this person's address is theirs."""
    try:
        connect_account(actor=actor_of(request), person_id=person_id)
    except ValidationError as error:
        return _not_done(request, error)
    return redirect("pep_plugin:posts")


@require_POST
def invite(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """An invitation, or another one, to somebody whose post this person sees and gives."""
    actor = actor_of(request)
    access.require(actor.post_roles, "post.give_deputy")
    posts = posts_of_interest(actor).filter(person=person_id)
    person = Person.objects.get(pk__in=posts.order_by().values("person"))
    check_may_invite(actor, person)
    try:
        invite_person(actor=actor, person=person)
    except ValidationError as error:
        return _not_done(request, error)
    return _back("sent")


@require_POST
def confirm(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """The account that another hand changed is right as it stands."""
    try:
        confirm_account(actor=actor_of(request), person_id=person_id)
    except ValidationError as error:
        return _not_done(request, error)
    return _back("confirmed")


def _back(note: str) -> HttpResponse:
    return redirect(f"{reverse('pep_plugin:posts')}?note={note}")


def _not_done(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return render(
        request, "pep_plugin/home/not_connected.html", {"sentences": error.messages}, status=409
    )
