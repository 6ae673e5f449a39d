"""The council's own site, before and beside the package."""

import datetime

import pytest
from council.home.content import ensure_site
from council.home.models import HomePage, InfoPage
from django.core.management import call_command
from django.test import Client, override_settings
from wagtail.models import Page, Site

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 24)


def test_the_home_page_leads_to_the_services_and_the_news(client):
    ensure_site(TODAY)
    html = client.get("/").content.decode()
    assert "A good place to grow" in html
    assert html.count('class="tile tile--') == 8
    assert "18 November 2026" in html


def test_every_page_of_the_menu_and_the_foot_is_there(client):
    home = ensure_site(TODAY)
    for page in home.get_descendants().live():
        assert client.get(page.url).status_code == 200, page.url
    for address in ("/contact/", "/news/", "/privacy/", "/accessibility/"):
        assert client.get(address).status_code == 200


def test_loading_twice_makes_nothing_twice_and_keeps_what_was_edited():
    ensure_site(TODAY)
    page = InfoPage.objects.get(slug="parks")
    page.intro = "Changed."
    page.save_revision().publish()
    before = Page.objects.count()
    call_command("load_council", verbosity=0)
    assert Page.objects.count() == before
    assert InfoPage.objects.get(slug="parks").intro == "Changed."
    assert Site.objects.get().root_page.specific == HomePage.objects.get()


def test_a_missing_page_says_so_in_the_councils_own_frame(client):
    ensure_site(TODAY)
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "We cannot find that page" in html
    assert "Alderbrook <small>Council</small>" in html


def test_a_fault_shows_a_page_that_needs_no_database():
    class Broken:
        def __init__(self, get_response):
            pass

        def __call__(self, request):
            raise RuntimeError

    globals()["Broken"] = Broken
    with override_settings(MIDDLEWARE=[f"{__name__}.Broken"]):
        response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


def test_a_signed_in_person_can_sign_out_from_every_page(client, django_user_model):
    ensure_site(TODAY)
    client.force_login(django_user_model.objects.create_user("robin"))
    html = client.get("/").content.decode()
    assert 'action="/sign-out/"' in html
    assert "csrfmiddlewaretoken" in html


def test_only_a_demonstration_says_that_it_is_one(client):
    ensure_site(TODAY)
    assert "This is a demonstration" not in client.get("/").content.decode()
    with override_settings(IS_DEMO=True):
        assert "This is a demonstration" in client.get("/").content.decode()


def test_the_demonstration_says_where_its_mail_is(client, settings):
    ensure_site(TODAY)
    settings.IS_DEMO = True
    settings.EMAIL_FILE_PATH = "var/mail"
    assert "<code>var/mail</code>" in client.get("/sign-in/forgotten/sent/").content.decode()


def test_the_admin_asks_no_other_host_for_faces_or_news(admin_client):
    ensure_site(TODAY)
    html = admin_client.get("/admin/").content.decode()
    assert "gravatar" not in html
    assert "releases.wagtail.org" not in html
    assert "w-upgrade" not in html
