"""How far a bundle is."""

from __future__ import annotations

from dataclasses import dataclass

from pep_plugin.documents.models import Bundle
from pep_plugin.documents.workers import has_worker
from pep_plugin.outbox.models import OutboxItem


@dataclass(frozen=True, slots=True)
class Progress:
    """``problems``: (reference, sentence) of documents that are not in it; ``late``: how many
    failed and are tried again; ``goes_on_here``: no worker makes them, this page does."""

    done: int
    total: int
    problems: list[tuple[str, str]]
    late: int
    goes_on_here: bool

    @property
    def is_finished(self) -> bool:
        return self.done == self.total


def progress_of(bundle: Bundle) -> Progress:
    parts = bundle.parts.all()
    waiting = parts.filter(done_at=None)
    total, left = parts.count(), waiting.count()
    late = OutboxItem.objects.waiting().filter(
        kind="documents.bundle", object_id__in=waiting.values("pk"), tries__gt=0
    )
    problems = parts.exclude(problem="").exclude(done_at=None)
    return Progress(
        done=total - left,
        total=total,
        problems=list(problems.values_list("submission__plan__reference", "problem")),
        late=late.count(),
        goes_on_here=not has_worker(),
    )
