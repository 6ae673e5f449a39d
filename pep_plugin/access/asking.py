"""Who is asking: the actor that the door put on the request."""

from django.http import HttpRequest

from pep_plugin.access.actor import Actor


def actor_of(request: HttpRequest) -> Actor:
    """The one actor of this request."""
    actor: Actor = request.pep_actor  # type: ignore[attr-defined]
    return actor
