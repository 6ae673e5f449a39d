"""A carer or a parent takes the agreed plan along, as the copy for them has it."""

from __future__ import annotations

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.documents.actions.give_document import Document, make
from pep_plugin.documents.actions.record_copy import record_copy
from pep_plugin.plans.reading import open_own_part
from pep_plugin.sections import roles

#: A child prints the page: a file of it would lie about in a mailbox that others read.
MAY_TAKE = frozenset({roles.CARER, roles.PARENT})


def take_own_copy(*, actor: Actor, format: str) -> Document:
    """Raises ``Plan.DoesNotExist``, ``access.Forbidden``, ``CannotBeMade``."""
    opened = open_own_part(actor)
    if actor.grant is None or actor.grant.role not in MAY_TAKE or format not in ("pdf", "word"):
        raise access.Forbidden("plan.read_agreed")
    access.require(opened.roles, "plan.read_agreed", opened.plan.state)
    audience = actor.grant.role
    given = make(opened, format=format, audience=audience)
    record_copy(
        actor=actor,
        plan=opened.plan,
        submission=opened.submission,
        audience=audience,
        format=format,
        to_id=actor.person_id,
        to_role=audience,
    )
    return given
