"""A document that could not be made yet: staff are told, sending went on, and it is tried again."""

import pytest
from django.test import Client
from django.urls import reverse

from pep_plugin.documents import jobs
from pep_plugin.documents.missing import CannotBeMade
from pep_plugin.documents.models import RenderedDocument
from pep_plugin.documents.waiting import is_late
from pep_plugin.outbox.promise import promise, run_item, sweep


@pytest.fixture
def failed(sent, monkeypatch):
    """The job of what was sent, after it failed once."""
    item = promise("documents.make", sent.pk)

    def broken(*args, **kwargs):
        raise CannotBeMade("The document is not ready yet. We go on trying.")

    with monkeypatch.context() as broke:
        broke.setattr(jobs, "document_for", broken)
        run_item.func(str(item.pk))
    item.refresh_from_db()
    return item


@pytest.mark.parametrize("name", ["plan", "sent", "copies"])
def test_staff_are_told_on_the_plans_pages(scene, sent, failed, name):
    client = Client()
    client.force_login(scene.vs_head.user)
    page = client.get(reverse(f"pep_plugin:{name}", args=[sent.plan_id])).content.decode()
    assert "The PDF is not ready yet: we go on trying." in page


def test_the_next_sweep_makes_it_and_nothing_is_said_any_more(sent, failed):
    assert (failed.tries, failed.done_at) == (1, None)
    assert is_late(sent)
    # Where tasks are done at once, enqueuing again is doing it again.
    assert sweep() == 1
    failed.refresh_from_db()
    assert failed.done_at
    assert not is_late(sent)
    assert RenderedDocument.objects.count() == 2


def test_before_it_was_tried_nothing_is_said(sent):
    promise("documents.make", sent.pk)
    assert not is_late(sent)
    assert not is_late(None)
