"""A screen handed to a child: the colleague is signed out, and nothing but that page opens."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pep_plugin.access.models import LinkGrant
from pep_plugin.voice.models import VoiceDraft
from tests.voice.own import HERE, OWN, at, say, send, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(scene):
    """The designated teacher's browser, signed in."""
    client = Client(headers=HERE)
    client.force_login(scene.user("designated_teacher"))
    return client


def hand_over(client, scene):
    return client.post(reverse("pep_plugin:hand_over_screen", args=[scene.plan.pk]))


def test_the_colleague_is_told_first_and_a_look_hands_over_nothing(scene, browser):
    response = browser.get(reverse("pep_plugin:hand_over_screen", args=[scene.plan.pk]))
    assert "You are signed out" in text_of(response)
    assert not LinkGrant.objects.exists()


def test_the_childs_page_opens_and_the_colleagues_session_is_locked(scene, browser):
    session = browser.cookies["sessionid"].value
    assert hand_over(browser, scene)["Location"] == OWN
    assert f"Hello {scene.child.called}" in text_of(browser.get(OWN))
    task_list = reverse("pep_plugin:plan", args=[scene.plan.pk])
    for path in ("/pep/", task_list, reverse("pep_plugin:people", args=[scene.plan.pk])):
        assert browser.get(path).status_code == 302
    # The very cookie of before opens nothing any more: the session itself is gone.
    old = Client()
    old.cookies["sessionid"] = session
    assert old.get("/pep/").status_code == 302


def test_it_closes_after_an_hour(scene, browser):
    hand_over(browser, scene)
    grant = LinkGrant.objects.get()
    assert grant.way == LinkGrant.Way.HANDED_OVER
    assert grant.expires_at - timezone.now() <= datetime.timedelta(hours=1)
    LinkGrant.objects.update(expires_at=timezone.now())
    assert browser.get(OWN).status_code == 404


def test_giving_it_back_leads_to_signing_in_and_closes_the_page(scene, browser):
    hand_over(browser, scene)
    say(browser, "views.going_well", "Football")
    send(browser, scene.designated_teacher)
    assert "Give the screen back" in text_of(browser.get(f"{OWN}sent/"))
    response = browser.post(f"{OWN}close/")
    assert response["Location"] == "/sign-in/"
    assert browser.get(OWN).status_code == 404
    assert browser.get("/pep/").status_code == 302


def test_what_was_not_sent_is_kept_for_the_next_time_and_not_shown_to_who_hands_over(
    scene, browser
):
    hand_over(browser, scene)
    say(browser, "views.would_like_help", "I am scared at home")
    browser.post(at("views.faces.playtime"), {"answer-face": "1"})
    browser.post(f"{OWN}close/")
    browser.force_login(scene.user("designated_teacher"))
    hand_over(browser, scene)
    for path in ("", "q/views.would_like_help/", "q/views.faces.playtime/", "check/", "readers/"):
        assert "scared" not in browser.get(f"{OWN}{path}").content.decode()
    assert "checked" not in browser.get(at("views.faces.playtime")).content.decode()
    assert "You said this before" in text_of(browser.get(f"{OWN}check/"))
    # Next without a word leaves it as it is, and it is sent with the rest.
    say(browser, "views.would_like_help", "")
    draft = VoiceDraft.objects.get()
    assert draft.answers["views.would_like_help"]["value"] == "I am scared at home"
    say(browser, "views.would_like_help", "Spelling")
    assert "Spelling" in browser.get(at("views.would_like_help")).content.decode()


def test_another_screen_closes_the_one_before(scene, browser):
    hand_over(browser, scene)
    other = Client(headers=HERE)
    other.force_login(scene.user("social_worker"))
    hand_over(other, scene)
    assert browser.get(OWN).status_code == 404
    assert other.get(OWN).status_code == 200


def test_a_page_drawn_for_one_child_is_not_saved_for_the_next(scene, browser):
    """Handed over, left open in another tab, handed over again: the old tab's words are refused."""
    strict = Client(enforce_csrf_checks=True, headers=HERE)
    strict.cookies = browser.cookies
    hand_over(browser, scene)
    text = browser.get(at("views.going_well")).content.decode()
    token = text.partition('name="pep_page" value="')[2].partition('"')[0]
    browser.force_login(scene.user("designated_teacher"))
    hand_over(browser, scene)
    response = strict.post(at("views.going_well"), {"answer": "From before", "pep_page": token})
    assert response.status_code == 403
    assert not VoiceDraft.objects.exists()


def test_a_plan_that_was_sent_is_handed_over_to_nobody(scene, browser):
    type(scene.plan).objects.filter(pk=scene.plan.pk).update(state="submitted")
    assert hand_over(browser, scene).status_code == 404
    assert not LinkGrant.objects.exists()
    assert "sessionid" in browser.cookies
