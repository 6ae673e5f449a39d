"""The one-use token behind "Send": signed, so that drawing the page stores nothing."""

import secrets
import uuid
from dataclasses import dataclass

from django.core import signing

from pep_plugin.access import Actor
from pep_plugin.plans.reading import OpenPlan

_SALT = "pep_plugin.plans.send"
#: A page left open over night must be checked again; seconds.
_MAX_AGE = 12 * 60 * 60


class BadToken(Exception):
    """The token is not ours, is for somebody or something else, or is too old."""


@dataclass(frozen=True, slots=True)
class Token:
    """What was on the page when it was drawn."""

    nonce: str
    revisions: dict[str, int]


def make(actor: Actor, opened: OpenPlan) -> str:
    """A fresh token for this person, this plan and the revisions that stand on the page."""
    return signing.dumps(
        {
            "plan": str(opened.plan.pk),
            "person": str(actor.person_id),
            "revisions": opened.revisions,
            "nonce": secrets.token_hex(16),
        },
        salt=_SALT,
    )


def read(token: str, *, actor: Actor, plan_id: uuid.UUID) -> Token:
    """Raises :class:`BadToken`."""
    try:
        data = signing.loads(token, salt=_SALT, max_age=_MAX_AGE)
    except signing.BadSignature:
        raise BadToken from None
    if data["plan"] != str(plan_id) or data["person"] != str(actor.person_id):
        raise BadToken
    return Token(data["nonce"], data["revisions"])
