import uuid

import pytest
from django.db import connection, transaction

from pep_plugin.outbox import promise as outbox
from pep_plugin.outbox.models import OutboxItem


@pytest.fixture
def done(monkeypatch):
    """A handler that notes what it was asked to do."""
    asked = []
    monkeypatch.setitem(outbox._HANDLERS, "test.note", asked.append)
    return asked


@pytest.mark.django_db(transaction=True)
def test_a_promise_is_kept_after_the_commit_and_once(done):
    what = uuid.uuid4()
    with transaction.atomic():
        outbox.promise("test.note", what)
        outbox.promise("test.note", what)
        assert done == []

    assert done == [what]
    assert OutboxItem.objects.get().done_at is not None


@pytest.mark.django_db(transaction=True)
def test_a_promise_of_a_transaction_that_failed_was_never_made(done):
    with transaction.atomic():
        outbox.promise("test.note", uuid.uuid4())
        transaction.set_rollback(True)

    assert done == []
    assert not OutboxItem.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_failure_is_counted_without_its_words_and_swept_up_later(monkeypatch):
    def fails(_what):
        raise ValueError("Maya Kestrel")

    monkeypatch.setitem(outbox._HANDLERS, "test.fails", fails)
    outbox.promise("test.fails", uuid.uuid4())
    item = OutboxItem.objects.get()
    assert (item.tries, item.last_error, item.done_at) == (1, "ValueError", None)

    monkeypatch.setitem(outbox._HANDLERS, "test.fails", lambda _what: None)
    assert outbox.sweep() == 1
    assert OutboxItem.objects.get().done_at is not None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["documents.make", "documents.bundle"])
def test_what_is_drawn_for_seconds_keeps_nobody_waiting(kind, monkeypatch):
    seen = []
    monkeypatch.setitem(outbox._HANDLERS, kind, lambda _id: seen.append(connection.in_atomic_block))
    outbox.promise(kind, uuid.uuid4())
    assert seen == [False]
    assert OutboxItem.objects.get().done_at
