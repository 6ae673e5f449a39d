"""Writing a line of the audit."""

import uuid
from typing import Any, Protocol

from pep_plugin.audit.models import AuditEvent


class HasIdentity(Protocol):
    """What the audit asks of an actor; ``access.Actor`` has it."""

    @property
    def kind(self) -> str: ...

    @property
    def person_id(self) -> uuid.UUID | None: ...


def record(
    verb: str,
    *,
    actor: HasIdentity,
    child_id: uuid.UUID | None = None,
    object_id: uuid.UUID | str = "",
    **detail: Any,
) -> AuditEvent:
    """Insert one line. ``detail`` takes field names and counts, never values."""
    return AuditEvent.objects.create(
        verb=verb,
        actor_kind=actor.kind,
        person_id=actor.person_id,
        child_id=child_id,
        object_id=str(object_id),
        detail=detail,
    )
