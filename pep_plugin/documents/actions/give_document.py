"""Giving somebody a document of a plan."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.made import document_for, file_name, outline_of
from pep_plugin.plans.reading import open_plan


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand out; its name holds no name of a child."""

    name: str
    content_type: str
    data: bytes


def give_document(
    *, actor: Actor, plan_id: uuid.UUID, format: str, audience: str = "full"
) -> Document:
    """One document, and one line in the audit.

    What was sent is kept once it is made; what is being written is made for this moment only.
    Raises ``Plan.DoesNotExist``, ``access.Forbidden``, ``MissingLibrary``, and :class:`KeyError`
    for an unknown audience or format.
    """
    opened = open_plan(actor, plan_id)
    access.require(opened.roles, "plan.download", opened.plan.state)
    how = FORMATS[format]
    if opened.submission:
        file = document_for(opened.submission, opened.identity, audience=audience, format=format)
        given = Document(file.name, file.content_type, file.read())
    else:
        outline = outline_of(opened, audience=audience)
        given = Document(file_name(outline, format), how.content_type, how.write(outline))
    record(
        "document.give",
        actor=actor,
        child_id=opened.child.pk,
        object_id=opened.plan.pk,
        format=format,
        audience=audience,
    )
    return given
