"""Giving somebody else a copy: on paper, by post, by secure e-mail."""

from __future__ import annotations

import uuid

from django.utils.translation import gettext as _

from pep_plugin.access import Actor
from pep_plugin.documents.actions.give_document import (
    Document,
    main_role,
    make,
    opened_to_give,
)
from pep_plugin.documents.actions.record_copy import record_copy
from pep_plugin.documents.audiences import AUDIENCES
from pep_plugin.documents.models import CopyGiven
from pep_plugin.documents.recipients import recipients
from pep_plugin.sections import roles

#: Copies about which the child need not be asked: their own, and those for who works on the plan.
NOT_ASKED = frozenset({"full", "school", "iro", "child", "my-plan"})
_FAMILY = frozenset({roles.CARER, roles.PARENT, roles.CHILD})


class WrongCopy(Exception):
    """The copy is not one for this person, or something was not said. ``str()`` is a sentence;
    ``name`` is the field that it is about."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


def give_copy(
    *,
    actor: Actor,
    plan_id: uuid.UUID,
    audience: str,
    format: str,
    how: str = CopyGiven.How.DOWNLOADED,
    to: str = "",
    child_asked: str = "",
) -> CopyGiven:
    """Make the copy and write down who gets it; the file is then fetched with :func:`fetch_copy`.

    ``to``: the key of one of :func:`recipients`, or "" for the actor. Raises as
    ``give_document`` does, and :class:`WrongCopy`.
    """
    opened = opened_to_give(actor, plan_id, audience)
    known = {one.key: one for one in recipients(opened)}
    if to and to not in known:
        raise WrongCopy("to", _("Choose who gets it."))
    who = known.get(to)
    wanted = AUDIENCES[audience]
    if who and who.role in _FAMILY and who.role not in wanted.roles:
        raise WrongCopy(
            "to",
            _("“%(copy)s” is not for %(name)s. Choose the copy that is made for them.")
            % {"copy": wanted.label, "name": who.name},
        )
    if who and audience not in NOT_ASKED and child_asked not in CopyGiven.Asked.values:
        raise WrongCopy("child_asked", _("Say whether the child was asked about this copy."))
    make(opened, format=format, audience=audience)
    return record_copy(
        actor=actor,
        plan=opened.plan,
        submission=opened.submission,
        audience=audience,
        format=format,
        how=how,
        to_id=who.person_id if who else actor.person_id,
        to_role=who.role if who else main_role(opened.roles),
        child_asked=child_asked if child_asked in CopyGiven.Asked.values else "",
    )


def fetch_copy(*, actor: Actor, plan_id: uuid.UUID, copy_id: uuid.UUID) -> Document:
    """The file of a copy that the actor is giving, made anew if it holds other parts today.

    Raises ``CopyGiven.DoesNotExist`` for another person's, and as ``give_document`` does.
    """
    copy = CopyGiven.objects.get(pk=copy_id, plan=plan_id, by=actor.person_id)
    opened = opened_to_give(actor, plan_id, copy.audience)
    return make(opened, format=copy.format, audience=copy.audience)
