"""What a carer and a parent meet on a page of their own, before and after the plan is agreed."""

import pytest
from django.urls import reverse

from pep_plugin.documents.models import CopyGiven
from pep_plugin.plans.models import Plan
from pep_plugin.sections import answers as answers_of
from tests.factories import SubmissionFactory
from tests.voice.conftest import WORDS, a_link
from tests.voice.own import opened

TARGET = {
    "id": "k3v9m2x8q4",
    "cells": {
        "area": {"value": "reading"},
        "target": {"value": "I can read a whole chapter to my carer."},
        "from_to": {"value": "From a page to a chapter"},
        "who_does_what": {"value": "Ten minutes every evening"},
        "by_when": {"value": "2027-03-26"},
        "carer_part": {"value": "Choose a book together on Sundays"},
    },
}


def keep(plan, section, **answers):
    plan.answers.update_or_create(section=section, defaults={"data": answers, "revision": 1})


@pytest.fixture
def plan(scene) -> Plan:
    keep(scene.plan, "targets", targets={"value": [TARGET]})
    keep(
        scene.plan,
        "plan",
        meeting_date={"value": "2026-12-03"},
        meeting_time={"value": "13:30"},
    )
    keep(scene.plan, "care", legal_status={"value": "c1"})
    return scene.plan


def text(response) -> str:
    return response.content.decode()


def own(client, name="own", *args) -> str:
    return text(client.get(reverse(f"pep_plugin:{name}", args=args), follow=True))


def agree(plan) -> None:
    data = {row.section: row.data for row in plan.answers.all()}
    SubmissionFactory(
        plan=plan,
        answers={**answers_of.sample(plan.form_version.form), **data},
        head={"child": {"called": "Maya"}, "reference": plan.reference},
    )
    Plan.objects.filter(pk=plan.pk).update(state="signed_off")


def test_a_carer_reads_the_targets_first_then_the_meeting_then_says_their_view(plan, carer):
    page = own(opened(a_link(plan, person=carer)))

    order = [
        "What Maya is working on",
        "I can read a whole chapter to my carer.",
        "Ten minutes every evening",
        "What helps at home",
        "Choose a book together on Sundays",
        "The meeting",
        "3 December 2026",
        "Your part",
        "What you think",
    ]
    places = [page.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_without_new_targets_the_last_ones_stand_there(scene, carer):
    row = {"id": "k3v9m2x8q4", "cells": {"target": {"value": "I can swim ten metres."}}}
    Plan.objects.filter(pk=scene.plan.pk).update(kind="termly")
    keep(scene.plan, "last_targets", review={"value": [row]})
    page = own(opened(a_link(scene.plan, person=carer)))
    if "I can swim ten metres." in page:
        assert "What Maya has been working on" in page
    else:
        assert "No targets have been written yet" in page


def test_a_carer_writes_their_view_and_nothing_else(plan, carer):
    client = opened(a_link(plan, person=carer))
    screen = reverse("pep_plugin:own_screen", args=["carer.going_well"])
    assert client.get(screen).status_code == 200
    for name in ("views.going_well", "parent.view", "progress.going_well", "care.legal_status"):
        assert client.get(reverse("pep_plugin:own_screen", args=[name])).status_code == 404


def test_a_parent_says_their_view(plan, parent):
    client = opened(a_link(plan, "parent", person=parent))
    screen = reverse("pep_plugin:own_screen", args=["parent.view"])
    assert client.get(screen).status_code == 200
    carers = reverse("pep_plugin:own_screen", args=["carer.going_well"])
    assert client.get(carers).status_code == 404

    client.post(screen, {"answer": "She loves reading.", "do": "next"})
    client.post(reverse("pep_plugin:own_send"))

    answer = plan.answers.get(section="parent").data["view"]
    assert answer["value"] == "She loves reading."
    assert answer["by"] == str(parent.pk)


@pytest.mark.parametrize("role", ["carer", "parent"])
def test_they_never_see_what_the_child_let_few_people_read(plan, told, carer, parent, role):
    client = opened(a_link(plan, role, person={"carer": carer, "parent": parent}[role]))
    assert WORDS not in own(client)

    agree(plan)

    page = own(client)
    assert "plan is agreed" in page
    assert WORDS not in page
    for format in ("pdf", "word"):
        response = client.get(reverse("pep_plugin:own_copy", args=[format]))
        assert response.status_code == 200


def test_an_agreed_plan_is_read_and_taken_along_and_no_longer_written(plan, carer):
    client = opened(a_link(plan, person=carer))
    agree(plan)

    page = own(client)
    assert "I can read a whole chapter to my carer." in page
    response = client.get(reverse("pep_plugin:own_copy", args=["pdf"]))

    assert response["Content-Type"] == "application/pdf"
    assert "Maya" not in response["Content-Disposition"]
    copy = CopyGiven.objects.get()
    assert (copy.audience, copy.to, copy.to_role) == ("carer", carer, "carer")
    screen = reverse("pep_plugin:own_screen", args=["carer.going_well"])
    assert client.post(screen, {"answer": "x", "do": "next"}).status_code in (302, 409)
    assert not plan.answers.filter(section="carer").exists()


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "withdrawn"])
def test_nothing_is_taken_along_before_it_is_agreed(plan, carer, state):
    client = opened(a_link(plan, person=carer))
    Plan.objects.filter(pk=plan.pk).update(state=state)
    assert client.get(reverse("pep_plugin:own_plan")).status_code == 409
    assert client.get(reverse("pep_plugin:own_copy", args=["pdf"])).status_code == 404


@pytest.mark.parametrize("format", ["json", "html", "text", "nothing"])
def test_a_copy_is_a_pdf_or_a_word_file(plan, carer, format):
    client = opened(a_link(plan, person=carer))
    agree(plan)
    assert client.get(reverse("pep_plugin:own_copy", args=[format])).status_code == 404
