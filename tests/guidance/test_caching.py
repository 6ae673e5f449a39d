"""What may be kept of a public page, by whom, and when not."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client, override_settings
from wagtail.models import PageViewRestriction

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(guidance_page):
    return guidance_page(("text", {"heading": "Why", "text": "<p>Because.</p>"}))


def test_everybody_may_keep_a_page_for_a_minute(client, page):
    response = client.get(page.url)
    assert response["Cache-Control"] == "public, max-age=60"
    assert response["ETag"].startswith('W/"')
    assert response["Vary"] == "Cookie"
    assert not response.cookies


def test_who_has_the_page_already_is_told_so_in_few_bytes(client, page):
    mark = client.get(page.url)["ETag"]
    response = client.get(page.url, HTTP_IF_NONE_MATCH=mark)
    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == mark
    assert response["Cache-Control"] == "public, max-age=60"


def test_asking_for_the_head_alone_says_the_same(client, page):
    full, head = client.get(page.url), client.head(page.url)
    assert head.content == b""
    assert head["ETag"] == full["ETag"]
    assert client.head(page.url, HTTP_IF_NONE_MATCH=full["ETag"]).status_code == 304


def test_a_published_change_is_a_new_page(client, page):
    mark = client.get(page.url)["ETag"]
    page.intro = "Read this first."
    page.save_revision().publish()
    response = client.get(page.url, HTTP_IF_NONE_MATCH=mark)
    assert response.status_code == 200
    assert "Read this first." in response.content.decode()
    assert response["ETag"] != mark


def test_a_mark_that_is_none_gets_the_page(client, page):
    assert client.get(page.url, HTTP_IF_NONE_MATCH='"nonsense", \x01').status_code == 200


def test_the_page_of_somebody_signed_in_is_kept_nowhere(client, page):
    mark = client.get(page.url)["ETag"]
    client.force_login(UserFactory())
    response = client.get(page.url, HTTP_IF_NONE_MATCH=mark)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_a_page_that_shows_a_message_is_kept_nowhere(page):
    client = Client()
    storage = CookieStorage(None)
    client.cookies["messages"] = storage._encode([Message(constants.INFO, "For you alone.")])
    with override_settings(TEMPLATES=showing("{% for m in messages %}{{ m }}{% endfor %}")):
        response = client.get(page.url)
    assert "For you alone." in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


def test_a_page_with_a_form_of_the_hosts_is_kept_nowhere(client, page):
    with override_settings(TEMPLATES=showing("{% csrf_token %}")):
        response = client.get(page.url)
    assert "csrfmiddlewaretoken" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_a_page_behind_a_password_is_kept_nowhere(client, page):
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="a long walk"
    )
    shut = client.get(page.url)
    assert "Because." not in shut.content.decode()
    session = client.session
    session["passed_page_view_restrictions"] = [restriction.pk]
    session.save()
    client.cookies["sessionid"] = session.session_key
    opened = client.get(page.url)
    assert "Because." in opened.content.decode()
    for response in (shut, opened):
        assert "no-store" in response["Cache-Control"]
        assert "public" not in response["Cache-Control"]
        assert "ETag" not in response


def test_a_page_for_people_with_an_account_is_kept_nowhere(client, page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(page.url).status_code == 302
    client.force_login(UserFactory())
    response = client.get(page.url)
    assert response.status_code == 200
    assert "public" not in response["Cache-Control"]
    assert "ETag" not in response


def test_a_preview_is_kept_nowhere(page):
    response = page.make_preview_request()
    assert "private" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]
    assert "ETag" not in response


def test_posting_to_a_page_gets_nothing_to_keep(client, page):
    response = client.post(page.url, {"anything": "at all"})
    assert "public" not in response.get("Cache-Control", "")


def test_the_hosts_middleware_still_changes_what_the_template_is_given(client, page, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.guidance.test_caching.RenamesThePage"]
    response = client.get(page.url)
    assert "Renamed on the way" in response.content.decode()
    assert response["Cache-Control"] == "public, max-age=60"


def test_a_cache_of_the_whole_site_keeps_it_for_strangers_alone(page, settings):
    settings.MIDDLEWARE = [
        "django.middleware.cache.UpdateCacheMiddleware",
        *settings.MIDDLEWARE,
        "django.middleware.cache.FetchFromCacheMiddleware",
    ]
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "whole-site",
        }
    }
    first = Client().get(page.url)
    page.intro = "New words."
    page.save_revision().publish()
    assert Client().get(page.url).content == first.content
    editor = Client()
    editor.force_login(UserFactory())
    assert "New words." in editor.get(page.url).content.decode()
    # What the editor saw was not kept for the next stranger.
    assert Client().get(page.url).content == first.content


def test_the_library_says_the_same(client, published):
    address = f"{published.url}templates/"
    mark = client.get(address)["ETag"]
    assert client.get(address, HTTP_IF_NONE_MATCH=mark).status_code == 304
    assert client.get(f"{address}?phase=primary")["ETag"] != mark


def showing(source):
    """The sandbox's templates, with these words in the base of every page."""
    from django.conf import settings

    (engine,) = settings.TEMPLATES
    base = (
        source + "{% block title %}{% endblock %}{% block extra_css %}{% endblock %}"
        "{% block body_class %}{% endblock %}{% block content %}{% endblock %}"
        "{% block extra_js %}{% endblock %}"
    )
    options = {
        **engine["OPTIONS"],
        "loaders": [
            ("django.template.loaders.locmem.Loader", {"base.html": base}),
            "django.template.loaders.app_directories.Loader",
        ],
    }
    return [{**engine, "APP_DIRS": False, "OPTIONS": options}]


class RenamesThePage:
    """A middleware of the old school, between the view and its template."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        response.context_data["page"].title = "Renamed on the way"
        return response
