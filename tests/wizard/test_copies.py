"""Giving somebody a copy: only those that one may give, and each is written down."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from pep_plugin.documents.models import CopyGiven, RenderedDocument
from pep_plugin.people.models import Involvement
from pep_plugin.sections import roles
from tests.factories import InvolvementFactory, PersonFactory, PlanFactory


@pytest.fixture
def signed_in(scene):
    def sign_in(role: str) -> Client:
        client = Client()
        client.force_login(scene.user(role))
        return client

    return sign_in


@pytest.fixture
def plan(scene):
    InvolvementFactory(child=scene.child, person=PersonFactory(name="Jo Hart"), carer=True)
    return PlanFactory(child=scene.child, signed_off=True)


@pytest.fixture
def carer(plan) -> str:
    return f"carer:{Involvement.objects.get(role=roles.CARER).person_id}"


def page(client, plan, **query):
    return client.get(reverse("pep_plugin:copies", args=[plan.pk]), query)


def give(client, plan, **fields):
    fields = {"audience": "carer", "format": "word", "how": "posted", "child_asked": "yes"} | fields
    return client.post(reverse("pep_plugin:copies", args=[plan.pk]), fields, follow=True)


def test_a_copy_for_the_carer_is_made_written_down_and_fetched(signed_in, scene, plan, carer):
    client = signed_in("social_worker")
    said = give(client, plan, to=carer).content.decode()
    copy = CopyGiven.objects.get()
    assert (copy.audience, copy.format, copy.how, copy.child_asked) == (
        "carer",
        "word",
        "posted",
        "yes",
    )
    assert (copy.to.name, copy.to_role, copy.by) == ("Jo Hart", "carer", scene.social_worker)
    assert "The copy is ready" in said
    assert "Sent by post" in said
    fetched = client.get(reverse("pep_plugin:copy", args=[plan.pk, copy.pk]))
    assert fetched["Content-Disposition"] == (f'attachment; filename="{plan.reference}-carer.docx"')
    assert fetched.content.startswith(b"PK")
    assert CopyGiven.objects.count() == 1


def test_fetching_it_draws_nothing_twice(signed_in, plan, carer):
    client = signed_in("social_worker")
    give(client, plan, to=carer)
    client.get(reverse("pep_plugin:copy", args=[plan.pk, CopyGiven.objects.get().pk]))
    assert RenderedDocument.objects.count() == 1


def test_somebody_elses_copy_is_not_fetched(signed_in, plan, carer):
    give(signed_in("social_worker"), plan, to=carer)
    address = reverse("pep_plugin:copy", args=[plan.pk, CopyGiven.objects.get().pk])
    assert signed_in("vs_head").get(address).status_code == 404


def test_a_carer_gets_no_copy_that_is_not_made_for_carers(signed_in, plan, carer):
    said = give(signed_in("social_worker"), plan, to=carer, audience="full").content.decode()
    assert "“Full copy” is not for Jo Hart." in said
    assert not CopyGiven.objects.exists()


def test_whether_the_child_was_asked_must_be_said_of_a_copy_for_the_family(signed_in, plan, carer):
    said = give(signed_in("social_worker"), plan, to=carer, child_asked="").content.decode()
    assert "Say whether the child was asked about this copy." in said
    assert not CopyGiven.objects.exists()


def test_a_school_is_not_offered_the_parents_copy_and_cannot_make_it(signed_in, plan):
    client = signed_in("designated_teacher")
    offered = re.findall(
        r'name="audience" id="[^"]+" value="([^"]+)"', page(client, plan).content.decode()
    )
    assert offered == ["full", "school", "iro", "carer", "child", "my-plan"]
    assert give(client, plan, audience="parent").status_code == 404


@pytest.mark.parametrize("fields", [{"audience": "everyone"}, {"format": "exe"}])
def test_what_is_no_copy_is_not_found(signed_in, plan, fields):
    assert give(signed_in("social_worker"), plan, **fields).status_code == 404


def test_a_person_who_is_not_there_for_the_child_is_refused(signed_in, plan):
    said = give(signed_in("social_worker"), plan, to=f"carer:{PersonFactory().pk}")
    assert "Choose who gets it." in said.content.decode()


def test_the_old_buttons_work_and_are_written_down(signed_in, scene, plan):
    client = signed_in("designated_teacher")
    assert client.get(reverse("pep_plugin:word", args=[plan.pk])).status_code == 200
    copy = CopyGiven.objects.get()
    assert (copy.to, copy.how, copy.format) == (scene.designated_teacher, "downloaded", "word")
    said = page(signed_in("social_worker"), plan).content.decode()
    assert "Ngozi Okafor" in said
    assert "Downloaded here" in said


def test_the_child_is_named_as_who_got_it(signed_in, scene, plan):
    said = give(signed_in("social_worker"), plan, to="child", audience="my-plan").content.decode()
    assert CopyGiven.objects.get().to_role == "child"
    assert re.search(rf'<th scope="row">{scene.child.called}\b', said)


def test_a_copy_of_what_is_being_written_belongs_to_no_sending(signed_in, scene):
    draft = PlanFactory(child=scene.child)
    give(signed_in("social_worker"), draft, to="child", audience="child")
    assert CopyGiven.objects.get().submission is None
