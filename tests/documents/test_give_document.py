"""Giving a document: permission first, one line in the audit, and no names in either."""

import dataclasses

import pytest

from pep_plugin.access import Forbidden
from pep_plugin.audit.models import AuditEvent
from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.missing import CannotBeMade
from pep_plugin.documents.models import CopyGiven, RenderedDocument
from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.models import Plan


def test_what_was_sent_is_kept(scene, sent):
    given = give_document(actor=scene.actor("vs_head"), plan_id=sent.plan_id, format="text")
    assert given.name == f"{sent.plan.reference}.txt"
    assert b"Rowan Thorne" in given.data
    assert RenderedDocument.objects.count() == 1


def test_what_is_being_written_is_made_for_the_moment(scene):
    save_answers(
        actor=scene.actor("designated_teacher"),
        plan_id=scene.plan.pk,
        section="progress",
        posted={"going_well": {"value": "Loves maths"}},
        base_revision=0,
        source="wizard",
    )
    given = give_document(
        actor=scene.actor("designated_teacher"), plan_id=scene.plan.pk, format="text"
    )
    assert b"Loves maths" in given.data
    assert RenderedDocument.objects.count() == 0


def test_each_reader_is_given_what_that_reader_may_read(scene, sent):
    teacher = give_document(
        actor=scene.actor("designated_teacher"), plan_id=sent.plan_id, format="text"
    )
    assert b"Rowan Thorne" not in teacher.data
    assert b"Loves maths" in teacher.data


@pytest.mark.parametrize("role", ["web_editor", "superuser"])
def test_for_who_has_no_part_in_the_plan_it_does_not_exist(scene, sent, role):
    with pytest.raises(Plan.DoesNotExist):
        give_document(actor=scene.actor(role), plan_id=sent.plan_id, format="text")


def test_one_line_in_the_audit_says_who_and_which_copy_and_no_answer(scene, sent):
    before = AuditEvent.objects.count()
    give_document(
        actor=scene.actor("vs_head"), plan_id=sent.plan_id, format="text", audience="parent"
    )
    line = AuditEvent.objects.get(verb="document.give")
    assert AuditEvent.objects.count() == before + 1
    assert line.detail == {"format": "text", "audience": "parent", "how": "downloaded"}
    assert (line.person_id, line.object_id) == (scene.vs_head.pk, str(sent.plan_id))


def test_it_is_written_down_that_this_person_has_a_copy(scene, sent):
    give_document(actor=scene.actor("designated_teacher"), plan_id=sent.plan_id, format="text")
    copy = CopyGiven.objects.get()
    assert (copy.plan, copy.submission, copy.audience) == (sent.plan, sent, "full")
    assert copy.to == copy.by == scene.designated_teacher


def test_a_school_gives_no_parents_copy_and_nobody_gets_one_by_asking_for_it(scene, sent):
    for role in ("designated_teacher", "deputy", "iro"):
        with pytest.raises(Forbidden):
            give_document(
                actor=scene.actor(role), plan_id=sent.plan_id, format="text", audience="parent"
            )
    assert CopyGiven.objects.count() == RenderedDocument.objects.count() == 0


def test_what_cannot_be_made_is_a_sentence_and_no_copy(scene, sent, monkeypatch, caplog):
    def broken(outline):
        raise RuntimeError("Loves maths")

    monkeypatch.setitem(FORMATS, "text", dataclasses.replace(FORMATS["text"], write=broken))
    with pytest.raises(CannotBeMade, match="go on trying"):
        give_document(actor=scene.actor("vs_head"), plan_id=sent.plan_id, format="text")
    assert "RuntimeError" in caplog.text
    assert "maths" not in caplog.text
    assert not CopyGiven.objects.exists()
