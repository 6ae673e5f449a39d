"""Documents that could not be made yet: the outbox goes on trying, and staff are told."""

from __future__ import annotations

from pep_plugin.outbox.models import OutboxItem
from pep_plugin.plans.models import Submission


def is_late(submission: Submission | None) -> bool:
    """Whether making the documents of what was sent failed and has not worked since."""
    if submission is None:
        return False
    promised = OutboxItem.objects.waiting().filter(
        kind="documents.make", object_id=submission.pk, tries__gt=0
    )
    return promised.exists()
