"""What documents hold of a child: copies of answers. An answer that is removed takes them along."""

from __future__ import annotations

from pep_plugin.audit import holdings
from pep_plugin.audit.holdings import Removal
from pep_plugin.documents.models import RenderedDocument
from pep_plugin.files.models import PrivateFile


def _remove_documents(removal: Removal) -> int:
    """Every document of the child goes, since the answer may have been carried on; the next
    reader has them made anew."""
    documents = RenderedDocument.objects.filter(submission__plan__child=removal.child_id)
    return PrivateFile.remove(PrivateFile.objects.filter(pk__in=documents.values("file")))


holdings.register(
    holdings.Holding(
        RenderedDocument,
        lambda child_id: RenderedDocument.objects.filter(submission__plan__child=child_id),
        _remove_documents,
    )
)
holdings.register(
    holdings.Holding(
        PrivateFile,
        lambda child_id: PrivateFile.objects.filter(child=child_id),
        reason="A rendered document goes with its answers; an upload is removed as a file.",
    )
)
