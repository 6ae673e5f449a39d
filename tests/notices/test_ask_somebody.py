"""The pages on which a section is given to somebody."""

import pytest
from django.test import Client

from pep_plugin.access.models import Delegation
from tests.factories import InvolvementFactory, PersonFactory, council

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return council()


@pytest.fixture
def ngozi(scene):
    browser = Client()
    browser.force_login(scene.user("designated_teacher"))
    return browser


@pytest.fixture
def invite(scene):
    return f"/pep/plans/{scene.plan.pk}/invite/"


def test_the_way_there_stands_on_the_plan_and_in_the_section(scene, ngozi, invite):
    assert invite in ngozi.get(f"/pep/plans/{scene.plan.pk}/").content.decode()
    page = ngozi.get(f"/pep/plans/{scene.plan.pk}/fill-in/progress/").content.decode()
    assert f"{invite}progress/" in page


def test_only_sections_of_ones_own_are_offered(ngozi, invite):
    page = ngozi.get(invite).content.decode()
    assert f"{invite}progress/" in page
    assert f"{invite}care/" not in page
    assert ngozi.get(f"{invite}care/").status_code == 404


def test_somebody_new_is_asked_by_name_and_address_and_taken_back(scene, ngozi, invite):
    whom = {"name": "Asha Verdin", "email": "asha.verdin@example.org"}
    page = ngozi.post(f"{invite}progress/", whom, follow=True).content.decode()
    assert "They are asked" in page
    assert "Asha Verdin" in page

    given = Delegation.objects.get()
    ngozi.post(f"{invite}{given.pk}/take-back/")
    assert "Asha Verdin" not in ngozi.get(invite).content.decode()


def test_somebody_around_the_child_is_picked(scene, ngozi, invite):
    kit = PersonFactory(name="Kit Marrow")
    InvolvementFactory(child=scene.child, role="professional", person=kit)
    assert "Kit Marrow" in ngozi.get(f"{invite}progress/").content.decode()
    ngozi.post(f"{invite}progress/", {"person": str(kit.pk)})
    assert Delegation.objects.get().person == kit


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choose whom you ask."),
        ({"person": "else"}, "Enter their name."),
        ({"person": "else", "name": "Asha", "email": "no"}, "in the right form"),
        ({"person": "00000000-0000-0000-0000-000000000000"}, "Choose somebody from the list"),
        ({"person": "else", "name": "Tom", "email": "tom.ashby@alderbrook.example"}, "already"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(scene, ngozi, invite, typed, sentence):
    InvolvementFactory(child=scene.child, role="professional", person=PersonFactory())
    page = ngozi.post(f"{invite}progress/", typed).content.decode()
    assert "There is a problem" in page
    assert sentence in page
    assert typed.get("name", "") in page
    assert not Delegation.objects.exists()


def test_an_account_that_waits_to_be_connected_is_said(scene, ngozi, invite):
    from tests.factories import UserFactory

    UserFactory(email="asha.verdin@example.org")
    whom = {"name": "Asha Verdin", "email": "asha.verdin@example.org"}
    page = ngozi.post(f"{invite}progress/", whom, follow=True).content.decode()
    assert "not connected yet" in page
