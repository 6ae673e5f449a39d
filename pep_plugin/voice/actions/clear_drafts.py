"""What was never sent goes with the plan that it was for: nobody keeps a child's unsent words."""

from __future__ import annotations

import uuid

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.files.models import PrivateFile
from pep_plugin.outbox import daily
from pep_plugin.plans.states import State
from pep_plugin.voice.models import VoiceDraft
from pep_plugin.voice.own_page.drafts import Draft


def clear_drafts() -> int:
    """How many drafts of agreed and withdrawn plans went. While a plan may yet be sent back, what
    was written for it is kept: the child can go on."""
    over = VoiceDraft.objects.filter(grant__plan__state__in=(State.SIGNED_OFF, State.WITHDRAWN))
    cleared = 0
    for row in over.select_related("grant__plan"):
        with transaction.atomic():
            files = [uuid.UUID(hex=one) for one in Draft(row.grant_id, row).file_ids()]
            # A file that is part of a plan by now is the plan's.
            PrivateFile.remove(PrivateFile.objects.filter(pk__in=files, attachment=None))
            record(
                "voice.clear",
                actor=Actor.for_command("pep_remind"),
                child_id=row.grant.plan.child_id,
                object_id=row.grant.plan_id,
            )
            row.delete()
        cleared += 1
    return cleared


daily.register("Unsent words of finished plans cleared", clear_drafts)
