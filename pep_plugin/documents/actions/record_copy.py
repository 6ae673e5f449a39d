"""Writing down that somebody got a copy: which, when, how, and whether the child was asked."""

from __future__ import annotations

import uuid

from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.documents.models import CopyGiven
from pep_plugin.plans.models import Plan, Submission


def record_copy(
    *,
    actor: Actor,
    plan: Plan,
    submission: Submission | None,
    audience: str,
    format: str,
    to_id: uuid.UUID | None,
    to_role: str,
    how: str = CopyGiven.How.DOWNLOADED,
    child_asked: str = "",
) -> CopyGiven:
    """One row and one line in the audit. The caller has made sure that it may be given.

    ``to_id``: who has it now; ``None`` for the child, who has no row of a person.
    """
    copy = CopyGiven.objects.create(
        plan=plan,
        submission=submission,
        audience=audience,
        format=format,
        how=how,
        to_id=to_id,
        to_role=to_role,
        child_asked=child_asked,
        by_id=actor.person_id,
    )
    record(
        "document.give",
        actor=actor,
        child_id=plan.child_id,
        object_id=plan.pk,
        format=format,
        audience=audience,
        how=str(how),
    )
    return copy
