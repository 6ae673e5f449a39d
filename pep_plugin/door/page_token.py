"""The signed name of the person a page was drawn for; it travels in every form of ours.

It serves two ends. Another person's Save, from a page left open on a shared computer, is refused.
And signing in again in another tab, which changes Django's token and would turn the first tab's
Save into a 403, costs nobody their text: an Origin of ours with a page drawn for this very person
is as good a proof, since nobody else can make or read that signature.
"""

from __future__ import annotations

import uuid
from typing import Literal

from django.core import signing
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from pep_plugin.access import Actor

FIELD = "pep_page"
_SALT = "pep_plugin.door.page"
#: Nobody keeps a page open longer than a working day; seconds.
_MAX_AGE = 24 * 60 * 60

DrawnFor = Literal["this person", "another person", "unknown"]


def holder(actor: Actor) -> uuid.UUID | None:
    """Whom a page is drawn for: the person, or the link of somebody without an account."""
    return actor.grant.id if actor.grant else actor.person_id


def make(person_id: uuid.UUID | None) -> str:
    """The value of the hidden field :data:`FIELD`."""
    return signing.dumps(str(person_id), salt=_SALT)


def _person(request: HttpRequest) -> str | None:
    posted = request.POST.get(FIELD) or request.headers.get("X-Pep-Page", "")
    try:
        return str(signing.loads(posted, salt=_SALT, max_age=_MAX_AGE))
    except signing.BadSignature:
        return None


def drawn_for(request: HttpRequest, person_id: uuid.UUID | None) -> DrawnFor:
    """Whom the posted page was drawn for; reads the POST, so it may raise what reading raises."""
    person = _person(request)
    if person is None:
        return "unknown"
    return "this person" if person == str(person_id) else "another person"


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent this (Origin is not forgeable)."""
    origin = request.headers.get("Origin", "")
    try:
        return origin == f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        # A host without CommonMiddleware lets such a request come as far as here.
        return False


def is_of_this_site(request: HttpRequest) -> bool:
    """As :func:`is_from_here`, also where the council's pages tell browsers to send no origin."""
    return is_from_here(request) or request.headers.get("Sec-Fetch-Site") == "same-origin"
