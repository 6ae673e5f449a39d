"""A page learns when its reader will be signed out, and the reader can stay."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

URL = "/pep/session/"
TEN_HOURS = 10 * 60 * 60


def ends_in(minutes):
    Session.objects.update(expire_date=timezone.now() + datetime.timedelta(minutes=minutes))


def test_the_server_says_how_long_is_left(scene, signed_in):
    client = signed_in("social_worker")
    ends_in(7)
    assert 6 * 60 < client.get(URL).json()["left"] <= 7 * 60


def test_asking_keeps_nobody_signed_in(scene, signed_in):
    client = signed_in("social_worker")
    ends_in(7)
    client.get(URL)
    assert client.get(URL).json()["left"] <= 7 * 60


def test_staying_signed_in_begins_the_time_anew(scene, signed_in):
    client = signed_in("social_worker")
    ends_in(4)
    assert client.post(URL).json()["left"] == TEN_HOURS
    assert TEN_HOURS - 60 < client.get(URL).json()["left"] <= TEN_HOURS


def test_a_host_that_begins_it_anew_with_each_request(scene, signed_in, settings):
    settings.SESSION_SAVE_EVERY_REQUEST = True
    settings.SESSION_COOKIE_AGE = 30 * 60
    assert signed_in("social_worker").get(URL).json()["left"] == 30 * 60


def test_a_host_that_keeps_sessions_elsewhere_counts_from_signing_in(scene, signed_in, settings):
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    client = signed_in("social_worker")
    user = scene.user("social_worker")
    user.last_login = timezone.now() - datetime.timedelta(hours=9)
    user.save()
    assert 59 * 60 < client.get(URL).json()["left"] <= 60 * 60


def test_a_session_that_is_over_is_kept_alive_by_nothing(scene, signed_in):
    client = signed_in("social_worker")
    ends_in(-1)
    assert client.post(URL).status_code == 403
    assert client.get(URL).status_code == 302


def test_the_session_holds_nothing_of_ours(scene, signed_in):
    client = signed_in("social_worker")
    client.post(URL)
    kept = client.session.keys()
    assert kept
    assert not [key for key in kept if "pep" in key.lower()]


@pytest.mark.parametrize("role", ["social_worker", "vs_head"])
def test_every_page_of_somebody_signed_in_asks_there(scene, signed_in, role):
    html = signed_in(role).get("/pep/").content.decode()
    assert f'data-pep-session="{URL}"' in html
    assert "timeout.js" in html
