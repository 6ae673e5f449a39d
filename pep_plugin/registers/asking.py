"""Who is asking, in the Wagtail admin."""

from typing import Any

from django.http import HttpRequest

from pep_plugin.access import Actor


def actor_of(request: HttpRequest) -> Actor:
    """The request's actor, made once."""
    actor = getattr(request, "pep_actor", None)
    if actor is None:
        actor = request.pep_actor = actor_of_user(request.user)  # type: ignore[attr-defined]
    return actor


def actor_of_user(user: Any) -> Actor:
    """For code that is handed the user only, as modeladmin's is; kept beside the user.

    A user is loaded anew for each request, so what is kept here is as fresh as the request.
    """
    actor = getattr(user, "pep_actor", None)
    if actor is None:
        actor = user.pep_actor = Actor.for_user(user)
    return actor
