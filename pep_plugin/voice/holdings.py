"""What this room holds of a child: words not sent yet, and to whom sent ones were told."""

from __future__ import annotations

import uuid

from pep_plugin.audit import holdings
from pep_plugin.audit.holdings import Removal, rows_of
from pep_plugin.files.models import PrivateFile
from pep_plugin.sections.kinds.files import ids
from pep_plugin.voice.models import Telling, VoiceDraft, Worry


def _remove_from_drafts(removal: Removal) -> int:
    """A draft may hold the words again; whoever writes there begins that question anew."""
    changed = 0
    for draft in VoiceDraft.objects.filter(grant__plan__child=removal.child_id):
        gone = draft.answers.pop(removal.path, None)
        if gone is not None:
            unsent = [uuid.UUID(hex=one) for one in ids(gone.get("value"))]
            PrivateFile.remove(PrivateFile.objects.filter(pk__in=unsent, attachment=None))
            draft.save(update_fields=["answers", "saved_at"])
            changed += 1
    return changed


holdings.register(
    holdings.Holding(VoiceDraft, rows_of(VoiceDraft, "grant__plan__child"), _remove_from_drafts)
)
_NO_WORDS = "Says who was told and when; the words stay in the plan."
holdings.register(holdings.Holding(Telling, rows_of(Telling, "plan__child"), reason=_NO_WORDS))
holdings.register(holdings.Holding(Worry, rows_of(Worry, "plan__child"), reason=_NO_WORDS))
