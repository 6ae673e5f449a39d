import re

import pytest

PATHS = [
    "echo",
    "missing",
    "forbidden",
    "denied",
    "no-row",
    "broken",
    "tampered",
    "sent",
    "nowhere",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_private_response_carries_our_headers(browser, path):
    response = browser.get(f"/pep/{path}/")

    assert response["Cache-Control"] == "no-store, private"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert not response.has_header("ETag")


def test_they_hold_under_a_host_that_caches_everything(browser, settings):
    settings.MIDDLEWARE = [
        "django.middleware.cache.UpdateCacheMiddleware",
        "django.middleware.http.ConditionalGetMiddleware",
        *settings.MIDDLEWARE,
        "django.middleware.cache.FetchFromCacheMiddleware",
    ]
    assert browser.get("/pep/echo/").content == b"drawn"
    response = browser.get("/pep/echo/")
    assert response["Cache-Control"] == "no-store, private"
    assert not response.has_header("ETag")


def test_a_public_response_is_hardened_and_may_be_found_by_search_engines(browser):
    response = browser.get("/pep/open/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.has_header("X-Robots-Tag")


def test_all_that_may_not_be_seen_is_one_and_the_same_page(browser):
    def page(path):
        response = browser.get(f"/pep/{path}/")
        assert response.status_code == 404
        # Django masks the token of the sign-out button anew in every page.
        return len(response.content), re.sub(rb'value="\w{64}"', b"", response.content)

    assert (
        len({page(path) for path in ("missing", "forbidden", "denied", "no-row", "nowhere")}) == 1
    )


def test_an_address_without_its_last_slash_finds_its_page(browser):
    assert browser.get("/pep/echo").headers["Location"] == "/pep/echo/"


def test_who_is_signed_out_is_sent_to_sign_in_and_the_cache_is_emptied(browser, settings):
    browser.logout()
    response = browser.get("/pep/echo/")
    assert response.status_code == 302
    assert response["Location"].endswith("?next=/pep/echo/")
    assert response["Clear-Site-Data"] == '"cache"'


def test_where_the_private_part_is_not_served_no_private_address_answers(browser, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "PARTS": "public"}
    assert browser.get("/pep/echo/").status_code == 404
    assert browser.get("/pep/open/").status_code == 200
