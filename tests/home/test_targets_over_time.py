"""On a child's page: targets across plans with how each went, and contacts as may be seen."""

import pytest
from django.urls import reverse

from tests.factories import PlanFactory, TermFactory, live_primary


@pytest.fixture
def plans(scene):
    """Two sent plans of Maya's: the second reviews the first one's targets."""
    live_primary()
    first = PlanFactory(child=scene.child, signed_off=True, term=TermFactory(last=True))
    second = PlanFactory(child=scene.child, submitted=True)
    target = "targets"
    a, b = first.submissions.get(), second.submissions.get()
    rows = a.answers[target][target]["value"]
    row = {**rows[0], "cells": {**rows[0]["cells"], "target": {"value": "I read aloud."}}}
    a.answers[target][target]["value"] = [row]
    a.answers["contacts"]["first_call"] = {"value": "Nobody yet."}
    review = {"outcome": {"value": "achieved"}, "evidence": {"value": "Two books a week."}}
    b.answers["last_targets"]["review"]["value"] = [{"id": row["id"], "cells": review}]
    step = {
        "id": "smaller0001",
        "from_row": row["id"],
        "cells": {**row["cells"], "target": {"value": "I read to a friend."}},
    }
    b.answers[target][target]["value"] = [step]
    b.answers["contacts"]["first_call"] = {"value": "The carer, then Sam."}
    for sent in (a, b):
        type(sent).objects.filter(pk=sent.pk).update(answers=sent.answers)
    return first, second


def page(client, child):
    return client.get(reverse("pep_plugin:child", args=[child.pk])).content.decode()


def test_each_target_stands_under_its_plan_with_how_it_went(scene, signed_in, plans):
    html = page(signed_in("designated_teacher"), scene.child)
    assert html.index("I read to a friend.") < html.index("I read aloud.")
    assert "Achieved" in html
    assert "Two books a week." in html
    assert "A smaller step after “I read aloud.”" in html


def test_contacts_are_those_that_were_sent_last(scene, signed_in, plans):
    html = page(signed_in("social_worker"), scene.child)
    assert "The carer, then Sam." in html
    assert "Nobody yet." not in html


def test_who_may_not_read_the_section_sees_no_contacts(scene, signed_in, plans):
    for plan in plans:
        sent = plan.submissions.get()
        sent.answers["contacts"]["first_call"]["readers"] = ["vs_head"]
        type(sent).objects.filter(pk=sent.pk).update(answers=sent.answers)
    assert "The carer, then Sam." not in page(signed_in("deputy"), scene.child)
    assert "The carer, then Sam." in page(signed_in("vs_head"), scene.child)


def test_targets_that_few_may_read_are_not_on_everybodys_page(scene, signed_in, plans):
    for plan in plans:
        sent = plan.submissions.get()
        sent.answers["targets"]["targets"]["readers_then"] = ["vs_head"]
        type(sent).objects.filter(pk=sent.pk).update(answers=sent.answers)
    assert "I read aloud." not in page(signed_in("designated_teacher"), scene.child)
    assert "I read aloud." in page(signed_in("vs_head"), scene.child)


def test_a_withdrawn_plan_and_one_being_written_have_no_targets_there(scene, signed_in, plans):
    PlanFactory(child=scene.child, withdrawn=True)
    _first, second = plans
    second.state = "withdrawn"
    second.save()
    html = page(signed_in("designated_teacher"), scene.child)
    assert "I read to a friend." not in html
    assert "I read aloud." in html


def test_what_was_removed_from_the_record_is_not_here_either(scene, signed_in, plans):
    sent = plans[0].submissions.get()
    sent.answers["targets"]["targets"] = {"removed": {"on": "2026-11-24", "reason": "Wrong."}}
    type(sent).objects.filter(pk=sent.pk).update(answers=sent.answers)
    assert "I read aloud." not in page(signed_in("vs_head"), scene.child)


def test_a_child_without_any_plan_has_a_page_without_them(scene, signed_in):
    html = page(signed_in("social_worker"), scene.child)
    assert "<h2>Targets</h2>" not in html
    assert "<h2>Contacts</h2>" not in html
