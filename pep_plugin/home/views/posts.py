"""Posts: the Virtual School gives and ends them, a designated teacher names a deputy."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.accounts import accounts_with, suspended_people
from pep_plugin.access.actions.end_post import end_post
from pep_plugin.access.actions.give_post import check_may_give, give_post
from pep_plugin.access.actions.invite_person import invite_person
from pep_plugin.access.actions.name_person import name_person
from pep_plugin.access.asking import actor_of
from pep_plugin.conf import conf
from pep_plugin.home.forms.base import HomeForm
from pep_plugin.home.forms.posts import DeputyForm, EndForm, PostForm
from pep_plugin.home.forms.school import FIND
from pep_plugin.home.whose_posts import lines, posts_of_interest, roles_given_by
from pep_plugin.people.models import Post, School
from pep_plugin.sections import roles as role_keys

A_PAGE = 50


def _require_some(actor: Actor) -> None:
    """The Virtual School, and a designated teacher for deputies."""
    access.require(actor.post_roles, "post.give_deputy")


@require_safe
def posts(request: HttpRequest) -> HttpResponse:
    """Who holds which post; by role when one is chosen."""
    actor = actor_of(request)
    _require_some(actor)
    held = posts_of_interest(actor)
    role = request.GET.get("role", "")
    if role in role_keys.LABELS:
        held = held.filter(role=role)
    page = Paginator(held, A_PAGE).get_page(request.GET.get("page"))
    gives_any = access.allows(actor.post_roles, "post.give")
    confirms = access.allows(actor.post_roles, "account.confirm")
    return render(
        request,
        "pep_plugin/home/posts.html",
        {
            "page": page,
            "rows": lines(list(page), actor),
            "changed": suspended_people() if confirms else [],
            "me": actor.person_id,
            "note": request.GET.get("note", ""),
            "role": role,
            "roles": [(key, role_keys.LABELS[key]) for key in role_keys.LABELS if key in _held()],
            "gives_any": gives_any,
            "may_end": set(roles_given_by(actor)) if gives_any else {role_keys.DEPUTY},
        },
    )


def _held() -> set[str]:
    return set(Post.objects.order_by().values_list("role", flat=True).distinct())


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """The form of the Virtual School, or of a designated teacher."""
    actor = actor_of(request)
    _require_some(actor)
    form = _form(request, actor)
    looking_up = FIND in request.POST
    if form.is_bound and not looking_up and form.is_valid():
        try:
            note = _give(actor, form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect(f"{reverse('pep_plugin:posts')}?note={note}")
    return render(
        request,
        "pep_plugin/home/give_post.html",
        {
            "form": form,
            "is_deputy": isinstance(form, DeputyForm),
            "shows_errors": form.is_bound and not looking_up,
            "find": FIND,
            "invites": conf.INVITATIONS,
        },
    )


def _form(request: HttpRequest, actor: Actor) -> HomeForm:
    data = request.POST if request.method == "POST" else None
    if access.allows(actor.post_roles, "post.give"):
        return PostForm(data, roles=roles_given_by(actor))
    own = School.objects.filter(pk__in=actor.schools(role_keys.DESIGNATED_TEACHER))
    return DeputyForm(data, schools=own)


def _give(actor: Actor, given: dict[str, Any]) -> str:
    """The post, and the invitation of who has no account; returns what happened, as a note."""
    role = given.get("role", role_keys.DEPUTY)
    # Asked before the person is made, so that a refusal leaves nobody behind.
    check_may_give(actor, role, given["school"])
    with transaction.atomic():
        person = name_person(actor=actor, name=given["name"], email=given["email"])
        give_post(
            actor=actor,
            person=person,
            role=role,
            school=given["school"],
            team=given.get("team"),
            starts=given["starts"],
            ends=given.get("ends"),
        )
        if not conf.INVITATIONS or person.user_id:
            return "given"
        if accounts_with(person.email).exists():
            return "account"
        invite_person(actor=actor, person=person)
    return "invited"


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, post_id: uuid.UUID) -> HttpResponse:
    """Asks for the last day, then ends the post with it."""
    actor = actor_of(request)
    _require_some(actor)
    post = posts_of_interest(actor).get(pk=post_id)
    check_may_give(actor, post.role, post.school)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            end_post(actor=actor, post_id=post.pk, last_day=form.cleaned_data["last_day"])
        except ValidationError as error:
            form.add_error("last_day", error.messages)
        else:
            return redirect("pep_plugin:posts")
    return render(
        request,
        "pep_plugin/home/end_post.html",
        {"post": post, "form": form, "shows_errors": form.is_bound},
    )
