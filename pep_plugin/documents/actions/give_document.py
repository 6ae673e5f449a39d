"""Giving somebody a document of a plan."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.documents.actions.record_copy import record_copy
from pep_plugin.documents.audiences import AUDIENCES, may_give
from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.made import document_for, file_name, outline_of, written
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.sections.roles import LABELS, STANDS_IN_FOR


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand out; its name holds no name of a child."""

    name: str
    content_type: str
    data: bytes


def give_document(
    *, actor: Actor, plan_id: uuid.UUID, format: str, audience: str = "full"
) -> Document:
    """One document for whoever asks, written down as a copy that this person has.

    What was sent is kept once it is made; what is being written is made for this moment only.
    Raises ``Plan.DoesNotExist``, ``access.Forbidden``, ``CannotBeMade``, and :class:`KeyError`
    for an unknown audience or format.
    """
    opened = opened_to_give(actor, plan_id, audience)
    given = make(opened, format=format, audience=audience)
    record_copy(
        actor=actor,
        plan=opened.plan,
        submission=opened.submission,
        audience=audience,
        format=format,
        to_id=actor.person_id,
        to_role=main_role(opened.roles),
    )
    return given


def main_role(roles: Collection[str]) -> str:
    """As what somebody has a copy: a deputy or a manager as themselves, not for whom they act."""
    stood_in_for = {STANDS_IN_FOR[role] for role in roles if role in STANDS_IN_FOR}
    return min(set(roles) - stood_in_for, key=[*LABELS].index, default="")


def opened_to_give(actor: Actor, plan_id: uuid.UUID, audience: str) -> OpenPlan:
    """The plan, for somebody who may give this copy of it. Raises as :func:`give_document`."""
    opened = open_plan(actor, plan_id)
    access.require(opened.roles, "plan.download", opened.plan.state)
    if AUDIENCES[audience] not in may_give(opened.roles):
        raise access.Forbidden("plan.download")
    return opened


def make(opened: OpenPlan, *, format: str, audience: str) -> Document:
    """The document as whoever opened the plan may have it."""
    how = FORMATS[format]
    if opened.submission:
        file = document_for(opened.submission, opened.identity, audience=audience, format=format)
        return Document(file.name, file.content_type, file.read())
    outline = outline_of(opened, audience=audience)
    return Document(file_name(outline, format), how.content_type, written(outline, format))
