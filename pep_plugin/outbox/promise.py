"""Promising a job inside a transaction, and doing it after the commit."""

import logging
import uuid
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from pep_plugin.outbox.models import OutboxItem

logger = logging.getLogger("pep_plugin.outbox")

Handler = Callable[[uuid.UUID], None]
_HANDLERS: dict[str, Handler] = {}
#: Kinds whose work takes seconds, and so is done outside of any transaction.
_SLOW: set[str] = set()


def handler(kind: str, *, is_slow: bool = False) -> Callable[[Handler], Handler]:
    """Register what does a kind of job; it must be idempotent, since it may run twice.

    ``is_slow``: it draws for seconds and writes at the end. In a transaction it would keep every
    other writer of an SQLite database waiting, other workers included.
    """

    def register(function: Handler) -> Handler:
        _HANDLERS[kind] = function
        if is_slow:
            _SLOW.add(kind)
        return function

    return register


def promise(kind: str, object_id: uuid.UUID, *, key: str = "") -> OutboxItem:
    """Write the promise in the caller's transaction; a task is enqueued once it is committed."""
    item, made = OutboxItem.objects.get_or_create(
        key=key or f"{kind}:{object_id}", defaults={"kind": kind, "object_id": object_id}
    )
    if made:
        transaction.on_commit(partial(_enqueue, item.pk))
    return item


def _enqueue(item_id: uuid.UUID) -> None:
    """A broken queue must not break the save that is already committed: the sweep comes by."""
    try:
        run_item.enqueue(str(item_id))
    except Exception as error:
        logger.warning("Job %s could not be enqueued: %s", item_id, type(error).__name__)


@task()
def run_item(item_id: str) -> None:
    """Do one promised job. A failure is counted and left for the next sweep."""
    item = OutboxItem.objects.waiting().filter(pk=item_id).first()
    if item is None:
        return
    try:
        if item.kind in _SLOW:
            _HANDLERS[item.kind](item.object_id)
            _done(item)
            return
        with transaction.atomic():
            # The sweep may have put it into the queue a second time: one worker at a time has it.
            waiting = OutboxItem.objects.waiting().select_for_update(skip_locked=True)
            if waiting.filter(pk=item.pk).first() is None:
                return
            _HANDLERS[item.kind](item.object_id)
            _done(item)
    except Exception as error:
        OutboxItem.objects.filter(pk=item.pk).update(
            tries=item.tries + 1, last_error=type(error).__name__
        )
        logger.warning("Job %s failed: %s", item_id, type(error).__name__)


def _done(item: OutboxItem) -> None:
    OutboxItem.objects.filter(pk=item.pk).update(tries=item.tries + 1, done_at=timezone.now())


def sweep() -> int:
    """Enqueue again whatever is not done; returns how many."""
    waiting = list(OutboxItem.objects.waiting().values_list("pk", flat=True))
    for item_id in waiting:
        _enqueue(item_id)
    return len(waiting)
