"""Whether somebody works in the background here, or only while a page is open."""

from __future__ import annotations

from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend


def has_worker() -> bool:
    """False where tasks are done at once, in the request that made them: hundreds of documents
    would keep one person waiting for minutes, so their page makes a few at a time."""
    return not isinstance(task_backends["default"], ImmediateBackend)
