"""What documents hold of a child: copies of answers. An answer that is removed takes them along."""

from __future__ import annotations

import uuid

from django.db import models

from pep_plugin.audit import holdings
from pep_plugin.audit.holdings import Removal
from pep_plugin.documents.models import Bundle, CopyGiven, FilledFile, RenderedDocument
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.models import Submission


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


def _remove_bundles(removal: Removal) -> int:
    """A zip cannot lose one page: it goes whole, and is made again when somebody asks."""
    sent = Submission.objects.filter(plan__child=removal.child_id).values_list("pk", flat=True)
    wanted = {str(one) for one in sent}
    bundles = [
        bundle.pk for bundle in Bundle.objects.all() if wanted.intersection(bundle.submissions)
    ]
    files = Bundle.objects.filter(pk__in=bundles).values("file")
    return PrivateFile.remove(PrivateFile.objects.filter(pk__in=files))


def _bundles_of(child_id: uuid.UUID) -> models.QuerySet[Bundle]:
    """Those made of one child; others name many children, and lose their zip instead."""
    return Bundle.objects.filter(child=child_id)


def _remove_filled(removal: Removal) -> int:
    """A file that was brought may hold the words anywhere, so it goes with what was found in it."""
    filled = FilledFile.objects.filter(plan__child=removal.child_id)
    return PrivateFile.remove(PrivateFile.objects.filter(pk__in=filled.values("file")))


holdings.register(holdings.Holding(Bundle, _bundles_of, _remove_bundles))
holdings.register(
    holdings.Holding(
        FilledFile,
        lambda child_id: FilledFile.objects.filter(plan__child=child_id),
        _remove_filled,
    )
)
holdings.register(
    holdings.Holding(
        CopyGiven,
        lambda child_id: CopyGiven.objects.filter(plan__child=child_id),
        reason="Says who got which copy; holds no typed answer.",
    )
)
