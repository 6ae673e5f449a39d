"""A link of one's own: a look changes nothing, a button opens it, and one page says "closed"."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pep_plugin.access.links import token_for
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.models import AuditEvent
from pep_plugin.plans.models import Plan
from pep_plugin.voice.own_page import cookie
from tests.voice.conftest import a_link
from tests.voice.own import OWN, landing, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant(scene):
    return a_link(scene.plan, "child")


def test_a_look_at_the_link_changes_nothing_however_often(grant):
    client = Client()
    before = LinkGrant.objects.values().get()
    for _time in range(10):
        response = client.get(landing(grant))
        assert response.status_code == 200
        assert "Open my page" in response.content.decode()
        client.head(landing(grant))
    assert LinkGrant.objects.values().get() == before
    assert cookie.NAME not in client.cookies
    assert not AuditEvent.objects.exists()


def test_the_first_page_says_nothing_about_whose_it_is(scene, grant):
    text = Client().get(landing(grant)).content.decode()
    for word in (scene.child.called, scene.plan.reference, "PEP", "looked after", "in care"):
        assert word not in text.replace("Personal Education Plans", "")


def test_the_button_opens_the_page_and_the_cookie_names_a_link_and_nobody(scene, grant):
    client = opened(grant)
    held = client.cookies[cookie.NAME]
    assert held["path"] == OWN
    assert held["httponly"]
    assert held["samesite"] == "Lax"
    assert held["max-age"] == 3600
    assert scene.child.called not in held.value
    assert str(scene.plan.pk) not in held.value
    page = client.get(OWN)
    assert page.status_code == 200
    assert f"Hello {scene.child.called}" in page.content.decode()
    grant.refresh_from_db()
    assert grant.opened_at is not None


def test_another_site_cannot_press_the_button(grant):
    response = Client().post(landing(grant), headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == 403
    assert cookie.NAME not in response.cookies


def closed_links(scene) -> dict[str, str]:
    gone = timezone.now() - datetime.timedelta(days=1)
    sent = a_link(scene.plan, "child", expires_at=gone)
    back = a_link(scene.plan, "carer", revoked_at=gone)
    screen = a_link(scene.plan, "child", way="handed_over")
    real = token_for("grant", a_link(scene.plan, "child").pk)
    other = f"{real[:-2]}{'AA' if real[-2:] != 'AA' else 'BB'}"
    return {
        "run out": landing(sent),
        "taken back": landing(back),
        "a screen's": landing(screen),
        "tampered": reverse("pep_plugin:mine", args=[other]),
        "made up": reverse("pep_plugin:mine", args=["x" * 43]),
    }


def test_a_link_that_opens_nothing_is_one_page_whatever_closed_it(scene):
    bodies = set()
    for why, path in closed_links(scene).items():
        for method in ("get", "post"):
            client = Client()
            response = getattr(client, method)(path, headers={"Origin": "http://testserver"})
            assert response.status_code == 404, why
            assert cookie.NAME not in client.cookies, why
            token = path.rstrip("/").rsplit("/", 1)[1]
            text = response.content.decode().replace(token, "TOKEN")
            assert "Send me a new link" in text
            bodies.add(without_tokens(text))
    assert len(bodies) == 1


def without_tokens(text: str) -> str:
    return re.sub(r'value="[^"]{20,}"', "", text)


def test_a_page_that_is_open_closes_with_the_link_and_with_the_plan(scene, grant):
    client = opened(grant)
    Plan.objects.filter(pk=scene.plan.pk).update(state="submitted")
    assert client.get(OWN).status_code == 409
    assert "closed now" in client.get(OWN).content.decode()
    Plan.objects.filter(pk=scene.plan.pk).update(state="draft")
    assert client.get(OWN).status_code == 200
    LinkGrant.objects.update(revoked_at=timezone.now())
    assert client.get(OWN).status_code == 404


def test_a_forged_cookie_and_none_open_nothing(grant):
    client = opened(grant)
    client.cookies[cookie.NAME] = client.cookies[cookie.NAME].value[:-2] + "xx"
    assert client.get(OWN).status_code == 404
    assert Client().get(OWN).status_code == 404
    client.cookies[cookie.NAME] = grant.pk.hex
    assert client.get(OWN).status_code == 404


def test_while_the_council_has_no_such_pages_there_is_nothing_there(grant, settings):
    client = opened(grant)
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "CHILD_PAGE": False}
    assert client.get(OWN).status_code == 404
    assert "closed now" not in client.get(OWN).content.decode()
    assert Client().get(landing(grant)).status_code == 404


def test_one_link_does_not_open_another_ones_pages(scene, grant):
    """The cookie is all there is: with another link's cookie one stands before that link's page."""
    other = a_link(scene.plan, "child")
    client = opened(grant)
    opened(other)
    assert str(client.get(OWN).wsgi_request.pep_actor.grant.id) == str(grant.pk)
