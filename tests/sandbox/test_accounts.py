"""What the council's accounts do besides signing in: own changes, a second step, throttling."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.core.cache import cache

from pep_plugin.access import Actor
from pep_plugin.access.accounts import take_missing_marks
from tests.factories import PASSPHRASE, PostFactory, UserFactory

pytestmark = pytest.mark.django_db

NEW = "teapot over the hill"


@pytest.fixture
def asha():
    post = PostFactory(
        designated_teacher=True,
        person__account=True,
        person__email="Asha.Verdin@alderbrook.example",
    )
    take_missing_marks()
    return post.person.user


def sign_in(client, user, password=PASSPHRASE):
    return client.post("/sign-in/", {"login": user.email, "password": password})


def holds_a_post(user):
    user = type(user).objects.get(pk=user.pk)
    return Actor.for_user(user).post_roles == {"designated_teacher"}


def test_a_passphrase_that_its_owner_changes_suspends_nobody(client, asha):
    sign_in(client, asha)
    typed = {"oldpassword": PASSPHRASE, "password1": NEW, "password2": NEW}
    assert client.post("/account/passphrase/", typed).status_code == 302
    assert holds_a_post(asha)
    assert client.get("/pep/").status_code == 200, "still signed in"


def test_a_forgotten_passphrase_suspends_nobody(client, asha):
    client.post("/sign-in/forgotten/", {"email": asha.email.lower()})
    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body).group(1)
    address = client.get(link, follow=True).request["PATH_INFO"]
    client.post(address, {"password1": NEW, "password2": NEW})
    assert sign_in(client, asha, NEW)["Location"] == "/pep/"
    assert holds_a_post(asha)


def test_a_reset_to_an_address_of_another_hand_opens_no_post(client, asha):
    asha.email = "intruder@example.org"
    asha.save()
    client.post("/sign-in/forgotten/", {"email": asha.email})
    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body).group(1)
    address = client.get(link, follow=True).request["PATH_INFO"]
    client.post(address, {"password1": NEW, "password2": NEW})
    sign_in(client, asha, NEW)
    assert client.get("/pep/").status_code == 403
    assert not holds_a_post(asha)


def test_the_session_holds_no_name_and_no_address(client, asha):
    sign_in(client, asha)
    held = str(dict(client.session.items()))
    assert asha.username not in held
    assert "asha" not in held.lower()


def test_nobody_signs_up(client):
    for address in ("/sign-in/up/", "/accounts/signup/", "/signup/"):
        assert client.get(address).status_code == 404
    assert "ign up" not in client.get("/sign-in/").content.decode()


def test_the_admin_has_no_way_in_of_its_own(client, asha):
    assert client.get("/admin/", follow=True).request["PATH_INFO"] == "/sign-in/"
    assert client.post("/admin/login/", {"username": asha.username, "password": PASSPHRASE}).url
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/password_reset/").status_code == 404


@pytest.mark.parametrize("key", ["asha", "somebody else"])
def test_after_five_failures_even_the_right_passphrase_waits(client, asha, settings, key):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
    cache.clear()
    for _time in range(5):
        sign_in(client, asha, "wrong")
    assert "too many attempts" in sign_in(client, asha).content.decode()
    other = UserFactory(username="robin")
    assert sign_in(client, other).status_code == 302, "another account is not held up"
    cache.clear()


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def add_app(client):
    again = client.get("/account/app/")["Location"]
    client.post(again, {"password": PASSPHRASE, "next": "/account/app/"})
    page = client.get("/account/app/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page).group(1)
    response = client.post("/account/app/", {"code": code_of(secret)})
    assert response["Location"] == "/account/spare-codes/"
    return secret


def test_a_second_step_is_added_and_asked_for(client, asha):
    cache.clear()
    sign_in(client, asha)
    secret = add_app(client)
    assert secret not in str(list(Authenticator.objects.values())), "it is kept locked"
    spare = re.findall(
        r"<code>(\d{8})</code>", client.get("/account/spare-codes/").content.decode()
    )
    assert len(spare) == 10

    client.post("/sign-out/")
    assert sign_in(client, asha)["Location"].startswith("/sign-in/code/")
    assert client.get("/pep/").status_code == 302, "the passphrase alone opens nothing"
    assert (
        "That code is not right"
        in client.post("/sign-in/code/", {"code": "000000"}).content.decode()
    )
    assert client.post("/sign-in/code/", {"code": spare[0]})["Location"] == "/pep/"
    assert client.get("/pep/").status_code == 200


def test_where_the_council_asks_for_it_nobody_does_without(client, asha, settings):
    settings.SECOND_STEP_REQUIRED = True
    cache.clear()
    sign_in(client, asha)
    for address in ("/pep/", "/admin/", "/"):
        assert client.get(address)["Location"] == "/account/app/"
    add_app(client)
    assert client.get("/pep/").status_code == 200
    client.post("/account/app/remove/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_without_signing_in_the_second_step_is_nowhere(client):
    for address in ("/account/", "/account/app/", "/account/spare-codes/", "/account/passphrase/"):
        assert client.get(address)["Location"].startswith("/sign-in/")
    assert client.get("/sign-in/code/")["Location"] == "/sign-in/"
