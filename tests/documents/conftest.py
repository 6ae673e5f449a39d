"""One council, one child, one plan that was sent, with private files in a folder of the test."""

import pytest

from pep_plugin.plans.models import Submission
from tests.documents.scene import HEAD
from tests.factories import Council, SubmissionFactory, council


@pytest.fixture
def scene(db) -> Council:
    return council()


@pytest.fixture
def sent(scene) -> Submission:
    """Maya's plan, sent with a sample of every answer of the small form."""
    plan = scene.plan
    plan.state = "submitted"
    plan.save()
    answers = {
        "care": {
            "legal_status": {"value": "Full care order"},
            "no_contact": {"value": "Nobody called Rowan Thorne"},
        },
        "progress": {"going_well": {"value": "Loves maths"}, "attendance": {"value": "96"}},
    }
    head = {**HEAD, "reference": plan.reference}
    return SubmissionFactory(plan=plan, head=head, answers=answers)
