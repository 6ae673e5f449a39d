"""Who sits before a page of their own: a signed cookie that names a link, and nothing else.

No account and no session stand behind it. It is good for an hour from the last page, for those
pages only, and not a moment longer than the link itself.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from pep_plugin.access import Actor
from pep_plugin.access.models import LinkGrant

NAME = "pep_own_page"
_SALT = "pep_plugin.voice.own_page"
#: Seconds from one page to the next.
AN_HOUR = 60 * 60


def give(response: HttpResponseBase, grant_id: uuid.UUID) -> None:
    """Open the pages to this browser for another hour."""
    response.set_cookie(
        NAME,
        signing.dumps(grant_id.hex, salt=_SALT),
        max_age=AN_HOUR,
        path=_path(),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def take(response: HttpResponseBase) -> None:
    """Close them to this browser."""
    response.delete_cookie(NAME, path=_path(), samesite="Lax")
    # Back must not bring up what was shown.
    response["Clear-Site-Data"] = '"cache"'


def actor_of(request: HttpRequest) -> Actor:
    """Whoever the cookie lets in; nobody when it is missing, forged, old, or the link is closed."""
    try:
        held = signing.loads(request.COOKIES.get(NAME, ""), salt=_SALT, max_age=AN_HOUR)
        grant_id = uuid.UUID(hex=held)
    except (signing.BadSignature, TypeError, ValueError, AttributeError):
        return Actor.nobody()
    grant = LinkGrant.objects.select_related("plan__child", "person").filter(pk=grant_id).first()
    return Actor.for_grant(grant) if grant else Actor.nobody()


def stays(response: HttpResponseBase, actor: Actor) -> None:
    """Another hour from this page on, unless the page itself opened or closed something."""
    if actor.grant is not None and NAME not in response.cookies:
        give(response, actor.grant.id)


def _path() -> str:
    return reverse("pep_plugin:own")
