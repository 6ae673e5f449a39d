"""After sending, documents are made once; when an answer is removed, they go and come back anew."""

import logging

import pytest

from pep_plugin.audit import holdings
from pep_plugin.documents import jobs
from pep_plugin.documents.made import document_for, outline_of_submission
from pep_plugin.documents.missing import MissingLibrary
from pep_plugin.documents.models import RenderedDocument
from pep_plugin.files.models import PrivateFile
from pep_plugin.outbox.promise import _HANDLERS
from pep_plugin.plans.models import Submission
from pep_plugin.sections.roles import VIRTUAL_SCHOOL


def removal(sent: Submission) -> holdings.Removal:
    return holdings.Removal(
        child_id=sent.plan.child_id,
        plan_id=sent.plan_id,
        path="progress.going_well",
        contents=({"value": "Loves maths"},),
        marker={"removed": {"on": "2026-11-24", "reason": "It was about another child"}},
    )


def test_sending_promises_documents_and_somebody_makes_them():
    assert _HANDLERS["documents.make"] is jobs.make_documents


def test_the_job_makes_a_pdf_and_a_word_document_however_often_it_runs(sent):
    jobs.make_documents(sent.pk)
    jobs.make_documents(sent.pk)
    assert sorted(RenderedDocument.objects.values_list("format", flat=True)) == ["pdf", "word"]


def test_the_job_of_a_submission_that_is_gone_does_nothing(db, sent):
    gone = sent.pk
    Submission.objects.all().delete()
    jobs.make_documents(gone)
    assert RenderedDocument.objects.count() == 0


def test_a_missing_library_is_said_once_in_the_log_and_is_no_failure(sent, monkeypatch, caplog):
    def missing(*args, **kwargs):
        raise MissingLibrary("PDF documents need WeasyPrint.")

    monkeypatch.setattr(jobs, "document_for", missing)
    with caplog.at_level(logging.WARNING, logger="pep_plugin.documents"):
        jobs.make_documents(sent.pk)
    assert "PDF documents need WeasyPrint." in caplog.text


def test_a_removed_answer_takes_every_document_of_the_child_along(
    sent, django_capture_on_commit_callbacks
):
    document = document_for(sent, VIRTUAL_SCHOOL, format="text")
    storage, name = document.content.storage, document.content.name
    with django_capture_on_commit_callbacks(execute=True):
        changed = [
            holding.remove(removal(sent)) for holding in holdings.everything() if holding.remove
        ]
    assert sum(changed) > 1
    assert not RenderedDocument.objects.exists()
    assert not PrivateFile.objects.exists()
    assert not storage.exists(name)

    anew = document_for(Submission.objects.get(), VIRTUAL_SCHOOL, format="text").read()
    assert b"Loves maths" not in anew
    assert b"Removed on" in anew


def test_bytes_stay_while_the_removal_may_still_be_rolled_back(sent):
    document = document_for(sent, VIRTUAL_SCHOOL, format="text")
    for holding in holdings.everything():
        if holding.model is RenderedDocument:
            assert holding.remove
            holding.remove(removal(sent))
    assert document.content.storage.exists(document.content.name)


@pytest.mark.parametrize("model", [RenderedDocument, PrivateFile])
def test_what_is_held_of_a_child_is_known(model, sent):
    document_for(sent, VIRTUAL_SCHOOL, format="text")
    holding = next(held for held in holdings.everything() if held.model is model)
    assert holding.of(sent.plan.child_id).count() == 1


def test_a_copy_that_was_being_made_during_the_removal_is_never_served(sent):
    """Whoever began to print before the removal keeps the copy after it: under other parts."""
    before = outline_of_submission(sent, VIRTUAL_SCHOOL)
    for holding in holdings.everything():
        if holding.remove:
            holding.remove(removal(sent))
    after = outline_of_submission(Submission.objects.get(), VIRTUAL_SCHOOL)

    assert before.parts_digest() != after.parts_digest()
