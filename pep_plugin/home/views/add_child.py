"""Adding a child with four facts; then a PEP can be started."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.actions.add_child import LikelyDuplicate, add_child
from pep_plugin.access.asking import actor_of
from pep_plugin.conf import today
from pep_plugin.home.forms.facts import FactsForm
from pep_plugin.home.forms.school import FIND
from pep_plugin.people.dated import on_day
from pep_plugin.people.models import Child, Person
from pep_plugin.sections import roles as role_keys


@require_http_methods(["GET", "HEAD", "POST"])
def add_a_child(request: HttpRequest) -> HttpResponse:
    """One page: looking up the school, the warning and the adding all come back to it."""
    actor = actor_of(request)
    access.require(actor.post_roles, "child.add")
    if request.method != "POST":
        return _page(request, FactsForm(social_workers=_social_workers(actor)))
    form = FactsForm(request.POST, social_workers=_social_workers(actor))
    if FIND in request.POST:
        return _page(request, form, looking_up=True)
    if not form.is_valid():
        return _page(request, form)
    try:
        child = _add(actor, form)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, form)
    except LikelyDuplicate as alike:
        return _page(request, form, alike=alike)
    return redirect("pep_plugin:child", child.pk)


def _add(actor: Actor, form: FactsForm) -> Child:
    facts = form.cleaned_data
    return add_child(
        actor=actor,
        first_name=facts["first_name"],
        last_name=facts["last_name"],
        preferred_name=facts["preferred_name"],
        date_of_birth=facts["date_of_birth"],
        looked_after_since=facts["looked_after_since"],
        school=facts["school"],
        unlisted_school=facts["unlisted_school"],
        social_worker=facts.get("social_worker"),
        duplicate_confirmed=facts["duplicate_confirmed"],
    )


def _social_workers(actor: Actor) -> object:
    """Whom to choose from. A social worker who adds a child is the child's, and is not asked."""
    if role_keys.SOCIAL_WORKER in actor.post_roles:
        return None
    posts = on_day(today(), "posts__")
    found = Person.objects.filter(posts, posts__role=role_keys.SOCIAL_WORKER)
    teams = actor.teams(role_keys.TEAM_MANAGER)
    if teams and not actor.is_virtual_school:
        found = Person.objects.filter(
            posts, posts__role=role_keys.SOCIAL_WORKER, posts__team__in=teams
        )
    return found.distinct()


def _page(
    request: HttpRequest,
    form: FactsForm,
    *,
    alike: LikelyDuplicate | None = None,
    looking_up: bool = False,
) -> HttpResponse:
    """``looking_up``: Find was pressed, so nothing else on the page is judged yet."""
    return render(
        request,
        "pep_plugin/home/add_child.html",
        {
            "form": form,
            "alike": alike,
            "looking_up": looking_up,
            "shows_errors": form.is_bound and not looking_up,
            "find": FIND,
        },
    )
