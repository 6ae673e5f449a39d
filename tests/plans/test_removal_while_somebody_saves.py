"""A removal and a save of the same section at the same moment: both hold. Needs real locks."""

import threading

import pytest
from django.db import connection, connections

from pep_plugin.plans.actions import (
    ask_removal,
    remove_from_record,
    return_plan,
    save_answers,
)
from pep_plugin.plans.models import SectionAnswers
from tests.factories import council
from tests.plans.test_send_plan import send

TABLE = [
    {
        "id": "a1b2c3d4e5",
        "cells": {
            "area": {"value": "Reading"},
            "target": {"value": "I read a chapter aloud."},
        },
    }
]


@pytest.fixture
def scene(transactional_db, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time.")
    # Nobody waits for documents here.
    monkeypatch.setattr("pep_plugin.outbox.promise._enqueue", lambda item_id: None)
    return council()


def together(*doings):
    """Each in a thread and a connection of its own, begun at the same moment; what they raised."""
    barrier, raised = threading.Barrier(len(doings)), []

    def run(doing):
        try:
            barrier.wait()
            doing()
        except Exception as error:
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(doing,)) for doing in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.mark.postgresql
def test_both_hold(scene):
    teacher, head = scene.actor("designated_teacher"), scene.actor("vs_head")

    def save(section, base, **values):
        save_answers(
            actor=head,
            plan_id=scene.plan.pk,
            section=section,
            posted={key: {"value": value} for key, value in values.items()},
            base_revision=base,
        )

    save("care", 0, legal_status="Full care order")
    save("targets", 0, targets=TABLE)
    for turn in range(6):
        held = SectionAnswers.objects.filter(plan=scene.plan, section="progress").first()
        save("progress", held.revision if held else 0, going_well=f"Wrong words {turn}.")
        send(scene)
        return_plan(actor=head, plan_id=scene.plan.pk, reason="Once more.")
        asked = ask_removal(
            actor=scene.actor("vs_adviser"),
            plan_id=scene.plan.pk,
            path="progress.going_well",
            reason="About another child",
        )
        base = SectionAnswers.objects.get(plan=scene.plan, section="progress").revision

        raised = together(
            lambda: remove_from_record(actor=head, request_id=asked.pk),  # noqa: B023
            lambda: save_answers(
                actor=teacher,
                plan_id=scene.plan.pk,
                section="progress",
                posted={"attendance": {"value": str(50 + turn)}},  # noqa: B023
                base_revision=base,  # noqa: B023
            ),
        )

        assert raised == []
        answers = SectionAnswers.objects.get(plan=scene.plan, section="progress").data
        assert "removed" in answers["going_well"]
        assert answers["attendance"]["value"] == str(50 + turn)
