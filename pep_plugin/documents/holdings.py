"""What documents hold of a child: copies of answers. An answer that is removed takes them along."""

from __future__ import annotations

from pep_plugin.audit import holdings
from pep_plugin.audit.holdings import Removal, rows_of
from pep_plugin.documents.models import (
    Bundle,
    BundlePart,
    CopyGiven,
    FilledFile,
    RenderedDocument,
)
from pep_plugin.files.models import PrivateFile


def _remove_documents(removal: Removal) -> int:
    """Every document of the child goes, since the answer may have been carried on; the next
    reader has them made anew."""
    documents = RenderedDocument.objects.filter(submission__plan__child=removal.child_id)
    return PrivateFile.remove(PrivateFile.objects.filter(pk__in=documents.values("file")))


holdings.register(
    holdings.Holding(
        RenderedDocument,
        rows_of(RenderedDocument, "submission__plan__child"),
        _remove_documents,
    )
)
holdings.register(
    holdings.Holding(
        PrivateFile,
        rows_of(PrivateFile, "child"),
        reason="A rendered document goes with its answers; an upload is removed as a file.",
    )
)


def _remove_filled(removal: Removal) -> int:
    """A file that was brought may hold the words anywhere, so it goes with what was found in it."""
    filled = FilledFile.objects.filter(plan__child=removal.child_id)
    return PrivateFile.remove(PrivateFile.objects.filter(pk__in=filled.values("file")))


holdings.register(
    holdings.Holding(
        Bundle,
        rows_of(Bundle, "child"),
        reason="Says who asked for a pack; it is put together anew each time it is fetched.",
    )
)
holdings.register(
    holdings.Holding(
        BundlePart,
        rows_of(BundlePart, "submission__plan__child"),
        reason="Says which document belongs to a pack; holds no typed answer.",
    )
)
holdings.register(
    holdings.Holding(
        FilledFile,
        rows_of(FilledFile, "plan__child"),
        _remove_filled,
    )
)
holdings.register(
    holdings.Holding(
        CopyGiven,
        rows_of(CopyGiven, "plan__child"),
        reason="Says who got which copy; holds no typed answer.",
    )
)
