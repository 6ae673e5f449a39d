"""One council, one child, one plan being written with the small form."""

import pytest

from pep_plugin.plans.actions import save_answers
from tests.factories import Council, council


@pytest.fixture
def scene(db) -> Council:
    return council()


@pytest.fixture
def save(scene):
    """Save as somebody: ``save("designated_teacher", "progress", going_well="...")``."""

    def saving(role, section, base=0, source="wizard", **texts):
        posted = {key: ({"value": text} if text else None) for key, text in texts.items()}
        return save_answers(
            actor=scene.actor(role),
            plan_id=scene.plan.pk,
            section=section,
            posted=posted,
            base_revision=base,
            source=source,
        )

    return saving


@pytest.fixture
def complete(save):
    """Fill in everything that the small form requires."""

    def filling():
        save("social_worker", "care", legal_status="Full care order")
        save("designated_teacher", "progress", going_well="Loves explaining how things work.")
        row = {
            "id": "a1b2c3d4e5",
            "cells": {
                "area": {"value": "Reading"},
                "target": {"value": "I read a chapter aloud every week."},
                "by_when": {"value": "2026-12-18"},
            },
        }
        save("designated_teacher", "targets", targets=[row])

    return filling
