"""A PEP kept as a file: five minutes, eight facts, and from then on a PEP like any other."""

import pytest

from pep_plugin.conf import today
from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.formversions.publish import publish
from pep_plugin.plans import tokens
from pep_plugin.plans.actions import (
    NotReady,
    agree_plan,
    attach_file,
    save_answers,
    send_plan,
    start_plan,
)
from pep_plugin.plans.models import Fact
from pep_plugin.plans.proposing import live_forms, propose_form
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections import definitions
from tests.factories import TermFactory, council
from tests.files.test_intake import PDF


@pytest.fixture
def scene(db):
    TermFactory()
    publish(definitions.shipped()["kept-as-file"])
    return council()


def filled(scene, role: str):
    """A plan of it with everything but the file."""
    actor = scene.actor(role)
    plan = start_plan(actor=actor, child=scene.child, form_key="kept-as-file", kind="termly")
    row = {
        "id": "a1b2c3d4e5",
        "cells": {
            "role": {"value": "social_worker"},
            "name": {"value": "Sam Reid"},
            "took_part": {"value": "present"},
        },
    }
    for section, posted in {
        "kept": {
            "views_heard": {"value": "yes"},
            "number_of_targets": {"value": "3"},
            "premium_asked": {"value": "no"},
        },
        "plan": {"meeting_date": {"value": "2026-11-24"}},
        "meeting": {"people": {"value": [row]}, "next_date": {"value": "2027-02-24"}},
    }.items():
        save_answers(
            actor=actor,
            plan_id=plan.pk,
            section=section,
            posted=posted,
            base_revision=open_plan(actor, plan.pk).revisions.get(section, 0),
        )
    return actor, plan


def send(actor, plan):
    token = tokens.make(actor, open_plan(actor, plan.pk))
    return send_plan(actor=actor, plan_id=plan.pk, token=token)


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "vs_admin"])
def test_school_social_worker_and_virtual_school_send_one(scene, role):
    actor, plan = filled(scene, role)
    with pytest.raises(NotReady) as missing:
        send(actor, plan)
    assert [question.key for _section, question, _why in missing.value.gaps] == ["file"]

    attach_file(
        actor=actor,
        plan_id=plan.pk,
        path="kept.file",
        name="Our form.pdf",
        data=PDF,
    )
    sent = send(actor, plan)
    assert [f.table for f in Fact.objects.filter(plan=plan)] == ["people_at_meeting"]
    assert sent.answers["kept"]["file"]["value"][0]["name"] == "Our form.pdf"

    agree_plan(actor=scene.actor("vs_head"), plan_id=plan.pk)
    plan.refresh_from_db()
    assert plan.state == "signed_off"
    given = give_document(actor=scene.actor("vs_head"), plan_id=plan.pk, format="text")
    assert "Our form.pdf" in given.data.decode()


def test_it_is_proposed_to_nobody_and_offered_to_everybody(scene):
    publish(definitions.shipped()["primary"])
    forms = live_forms()
    assert [version.form_key for version in forms] == ["primary", "kept-as-file"]
    assert propose_form(scene.child, None, today(), forms).form_key == "primary"
