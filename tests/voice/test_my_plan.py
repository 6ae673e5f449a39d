"""What the child is told: "My plan" in plain words, and "You said, we did"."""

import pytest
from django.urls import reverse

from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.voice.told.said import you_said
from tests.factories import PlanFactory, SubmissionFactory, TermFactory
from tests.voice.conftest import WORDS, a_link
from tests.voice.own import opened, text_of

TARGET = "k3v9m2x8q4"


def sent(plan, **sections) -> None:
    """As it would stand once somebody sent it, and it was agreed."""
    SubmissionFactory(
        plan=plan,
        answers=sections,
        context={"phase": "primary", "kind": "termly", "first": "no", "year_group": "3"},
        head={"child": {"called": "Maya"}, "reference": plan.reference},
    )
    Plan.objects.filter(pk=plan.pk).update(state="signed_off")


@pytest.fixture
def plans(scene) -> tuple[Plan, Plan]:
    """Last term's plan and this term's, both agreed."""
    before = PlanFactory(child=scene.child, term=TermFactory(last=True), state="signed_off")
    sent(
        before,
        views={
            "how_asked": {"value": "talked"},
            "going_well": {"value": "Football with my friends"},
            "would_like_help": {"value": WORDS, "readers": ["person:somebody"]},
        },
    )
    now = PlanFactory(child=scene.child, previous=before)
    sent(
        now,
        views={"going_well": {"value": "I have a new friend"}},
        last_targets={
            "review": {
                "value": [
                    {
                        "id": TARGET,
                        "cells": {
                            "target": {"value": "I can swim ten metres."},
                            "outcome": {"value": "met"},
                            "evidence": {"value": "She swam twelve in March."},
                            "child_view": {"value": "I did it without armbands!"},
                        },
                    }
                ]
            },
            "we_did": {"value": "You said football. We found a club on Tuesdays."},
        },
        targets={
            "targets": {
                "value": [
                    {
                        "id": TARGET,
                        "cells": {
                            "area": {"value": "reading"},
                            "target": {"value": "I can read a whole chapter."},
                            "who_does_what": {"value": "Ms Okafor reads with me on Mondays"},
                            "child_agrees": {"value": "yes"},
                        },
                    }
                ]
            }
        },
    )
    now.refresh_from_db()
    return before, now


def test_the_child_reads_my_plan_and_what_became_of_their_words(scene, plans):
    client = opened(a_link(plans[1], "child"))
    page = text_of(client.get(reverse("pep_plugin:own"), follow=True))

    for words in (
        "My plan",
        "I have a new friend",
        "I can read a whole chapter.",
        "Ms Okafor reads with me on Mondays",
        "You said, we did",
        "Football with my friends",
        "You said football. We found a club on Tuesdays.",
        "I can swim ten metres.",
        "I did it without armbands!",
        "She swam twelve in March.",
    ):
        assert words in page
    assert WORDS not in page, "a page that lies about at home"
    assert "Not provided" not in page


def test_a_child_takes_no_file_along(plans):
    client = opened(a_link(plans[1], "child"))
    assert client.get(reverse("pep_plugin:own_copy", args=["pdf"])).status_code == 404


@pytest.mark.parametrize("who", ["designated_teacher", "social_worker", "vs_head"])
def test_a_colleague_prints_it_without_what_is_for_few(scene, plans, signed_in, who):
    page = text_of(signed_in(who).get(reverse("pep_plugin:my_plan", args=[plans[1].pk])))
    assert "You said football." in page
    assert WORDS not in page


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "withdrawn"])
def test_there_is_none_before_the_plan_is_agreed(scene, plans, signed_in, state):
    Plan.objects.filter(pk=plans[0].pk).update(state="withdrawn")
    Plan.objects.filter(pk=plans[1].pk).update(state=state)
    response = signed_in("social_worker").get(reverse("pep_plugin:my_plan", args=[plans[1].pk]))
    assert response.status_code == 404


def test_a_first_plan_has_nothing_to_tell_yet(scene, plans):
    told = you_said(open_plan(scene.actor("social_worker"), plans[0].pk))
    assert not told
    assert told.said == ()
