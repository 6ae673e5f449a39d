"""The page that an invitation leads to."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from pep_plugin.access import Actor
from pep_plugin.access.actions.invite_person import invite_person
from pep_plugin.access.links import token_for
from pep_plugin.access.models import Invitation
from tests.factories import PASSPHRASE, PersonFactory, PostFactory, UserFactory, council

pytestmark = pytest.mark.django_db
OURS = {"HTTP_ORIGIN": "http://testserver"}
CHOSEN = {"passphrase": PASSPHRASE, "again": PASSPHRASE}


@pytest.fixture
def page():
    """The address of an invitation from Helen Marsh to a new designated teacher."""
    scene = council()
    scene.vs_head.name = "Helen Marsh"
    scene.vs_head.save()
    person = PersonFactory(name="Asha Verdin", email="asha.verdin@example.org")
    PostFactory(person=person, designated_teacher=True, school=scene.school)
    invitation = invite_person(actor=Actor.for_person(scene.vs_head), person=person)
    return reverse("pep_plugin:invited", args=[token_for("invitation", invitation.pk)])


def words(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_page_says_who_invites_and_makes_nothing(client, page):
    for _time in range(10):
        response = client.get(page)
    assert "Helen Marsh invites you" in words(response)
    assert "Welcome, Asha Verdin" in words(response)
    assert not get_user_model().objects.filter(email="asha.verdin@example.org").exists()
    assert Invitation.objects.get().used_at is None


def test_a_passphrase_makes_the_account_and_signs_nobody_in(client, page):
    assert client.post(page, CHOSEN, **OURS)["Location"] == page
    account = get_user_model().objects.get(email="asha.verdin@example.org")
    assert account.check_password(PASSPHRASE)
    assert "_auth_user_id" not in client.session
    assert "Your account is ready" in words(client.get(page))


def test_the_link_works_once(client, page):
    client.post(page, CHOSEN, **OURS)
    other = {"passphrase": "another long passphrase", "again": "another long passphrase"}
    assert "Your account is ready" in words(client.post(page, other, **OURS))
    account = get_user_model().objects.get(email="asha.verdin@example.org")
    assert account.check_password(PASSPHRASE)


def test_one_that_ran_out_offers_a_new_one(client, page):
    Invitation.objects.update(expires_at=timezone.now())
    assert "Send me a new invitation" in words(client.get(page))
    response = client.post(page, {"again": "yes"}, follow=True, **OURS)
    assert "A new invitation is on its way" in words(response)
    assert Invitation.objects.count() == 2
    assert "asha.verdin" not in response.content.decode()


def test_one_that_was_taken_back_offers_nothing(client, page):
    Invitation.objects.update(revoked_at=timezone.now())
    assert "no longer works" in words(client.get(page))
    client.post(page, {"again": "yes"}, **OURS)
    assert Invitation.objects.count() == 1


def test_an_account_with_that_address_is_said_and_none_is_made(client, page):
    UserFactory(email="ASHA.verdin@example.org")
    assert "You have an account already" in words(client.get(page))
    client.post(page, CHOSEN, **OURS)
    assert get_user_model().objects.filter(email__iexact="asha.verdin@example.org").count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choose a passphrase."),
        ({"passphrase": PASSPHRASE, "again": "something else"}, "not the same"),
        ({"passphrase": "zq9!", "again": "zq9!"}, "at least 12 characters"),
        ({"passphrase": "\x00" * 20, "again": "\x00" * 20}, "Null characters"),
        ({"passphrase": "a" * 5000, "again": "a" * 5000}, "at most 4096"),
    ],
)
def test_a_poor_passphrase_is_refused_in_a_sentence_and_never_shown_again(
    client, page, typed, sentence
):
    response = client.post(page, typed, **OURS)
    assert sentence in words(response)
    if typed:
        assert typed["passphrase"] not in response.content.decode()
    assert Invitation.objects.get().used_at is None


def test_another_site_cannot_choose_a_passphrase_for_somebody(client, page):
    response = client.post(page, CHOSEN, HTTP_ORIGIN="https://evil.example")
    assert response.status_code == 403
    assert Invitation.objects.get().used_at is None
    assert PASSPHRASE not in response.content.decode()


@pytest.mark.parametrize("token", ["x", "A" * 43, "%00", "ü"])
def test_a_token_that_is_none_is_the_one_404(client, page, token):
    address = reverse("pep_plugin:invited", args=["x"]).replace("x/", f"{token}/")
    for response in (client.get(address), client.post(address, CHOSEN, **OURS)):
        assert response.status_code == 404
        assert "This page cannot be shown" in words(response)


def test_with_single_sign_on_the_page_is_not_there(client, page, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "INVITATIONS": False}
    assert client.get(page).status_code == 404


def test_the_page_is_kept_and_indexed_by_nobody(client, page):
    response = client.get(page)
    assert response["Cache-Control"] == "no-store, private"
    assert "noindex" in response["X-Robots-Tag"]
    assert "Verdin" not in re.search(r"<title>(.*?)</title>", response.content.decode()).group(1)


def test_a_fault_shows_no_passphrase(client, page, monkeypatch):
    def breaks(**given):
        raise RuntimeError(given["passphrase"])

    monkeypatch.setattr("pep_plugin.notices.views.invited.accept_invitation", breaks)
    client.raise_request_exception = False
    response = client.post(page, CHOSEN, **OURS)
    assert response.status_code == 500
    assert PASSPHRASE not in response.content.decode()
