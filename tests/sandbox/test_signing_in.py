"""The sandbox's own way in, outside Wagtail's admin."""

import re

import pytest
from django.core import mail

from tests.factories import PASSPHRASE, UserFactory

pytestmark = pytest.mark.django_db


def sign_in(client, username, password=PASSPHRASE, **more):
    return client.post("/sign-in/", {"login": username, "password": password, **more})


@pytest.fixture
def ngozi():
    return UserFactory(username="ngozi", email="ngozi.okafor@alderbrook.example")


@pytest.mark.parametrize(
    "typed", ["ngozi", "ngozi.okafor@alderbrook.example", " NGOZI.Okafor@Alderbrook.example "]
)
def test_an_address_or_a_username_signs_in(client, ngozi, typed):
    response = sign_in(client, typed)
    assert response.status_code == 302
    assert response["Location"] == "/pep/"
    assert client.session["_auth_user_id"] == str(ngozi.pk)


@pytest.mark.parametrize("typed", ["ngozi", "nobody", "nobody@example.org", "\x00", "a" * 5000, ""])
def test_every_failure_reads_the_same_and_signs_nobody_in(client, ngozi, typed):
    response = sign_in(client, typed, "not the passphrase")
    assert response.status_code == 200
    assert "_auth_user_id" not in client.session
    assert "There is a problem" in response.content.decode()
    assert "not the passphrase" not in response.content.decode()


def test_an_unknown_name_and_a_wrong_passphrase_cannot_be_told_apart(client, ngozi):
    def answer(typed):
        html = sign_in(client, typed, "wrong").content.decode()
        return re.sub(r'value="[^"]*"', "", html)

    assert answer("ngozi") == answer("nobody")


def test_an_address_that_two_accounts_share_signs_neither_in(client, ngozi):
    UserFactory(username="other", email=ngozi.email.upper(), password="another long phrase 1")
    assert sign_in(client, ngozi.email).status_code == 200
    assert sign_in(client, ngozi.email, "another long phrase 1").status_code == 200


def test_a_closed_account_does_not_sign_in(client, ngozi):
    ngozi.is_active = False
    ngozi.save()
    assert sign_in(client, "ngozi")["Location"] == "/sign-in/closed/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_signing_in_leads_to_no_other_site(client, ngozi, target):
    assert sign_in(client, "ngozi", next=target)["Location"] == "/pep/"


def test_signing_out_is_a_post(client, ngozi):
    client.force_login(ngozi)
    assert client.get("/sign-out/").status_code == 405
    assert "_auth_user_id" in client.session
    assert client.post("/sign-out/")["Location"] == "/signed-out/"
    assert "_auth_user_id" not in client.session
    assert client.get("/signed-out/").status_code == 200


def reset_link(client, address):
    client.post("/sign-in/forgotten/", {"email": address})
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body).group(1)


def test_a_forgotten_passphrase_is_replaced_by_a_link_that_works_once(client, ngozi):
    link = reset_link(client, ngozi.email)
    form = client.get(link, follow=True)
    address = form.request["PATH_INFO"]
    new = {"password1": "teapot over the hill", "password2": "teapot over the hill"}
    assert client.post(address, new)["Location"] == "/sign-in/new-passphrase/done/"
    assert sign_in(client, "ngozi", "teapot over the hill").status_code == 302
    client.logout()
    assert "This link no longer works" in client.get(link, follow=True).content.decode()


def test_the_message_says_nothing_of_the_person(client, ngozi):
    reset_link(client, ngozi.email)
    (message,) = mail.outbox
    assert message.to == [ngozi.email]
    assert "ngozi" not in message.body.lower()
    assert "01632 960 142" in message.body


def test_an_address_that_nobody_has_gets_the_same_answer_and_no_message(client, ngozi):
    known = client.post("/sign-in/forgotten/", {"email": ngozi.email})
    unknown = client.post("/sign-in/forgotten/", {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("short", "short", "at least 12 characters"),
        ("teapot over the hill", "another one here", "not the same"),
        ("", "", "Enter a new passphrase."),
    ],
)
def test_a_poor_new_passphrase_is_refused_with_a_sentence(client, ngozi, first, second, sentence):
    address = client.get(reset_link(client, ngozi.email), follow=True).request["PATH_INFO"]
    response = client.post(address, {"password1": first, "password2": second})
    assert sentence in response.content.decode()


def test_a_broken_link_says_what_to_do(client):
    html = client.get("/sign-in/new-passphrase/x-y-z/").content.decode()
    assert "Ask for a new link" in html
