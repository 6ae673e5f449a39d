"""The database is away, or the request's host is nobody's: our headers stand, the text stays."""

import pytest
from django.db import OperationalError

from tests.door.test_refused_saves import SHOWN, TEXT


@pytest.fixture
def without_a_database(browser, monkeypatch):
    def away(request):
        raise OperationalError("Maya Kestrel")

    monkeypatch.setattr("django.contrib.auth.middleware.get_user", away)


def test_with_the_database_away_the_text_can_be_saved_again(without_a_database, post, caplog):
    response = post("/pep/echo/", text=TEXT)

    page = response.content.decode()
    assert response.status_code == 500
    assert response["Cache-Control"] == "no-store, private"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert SHOWN in page
    assert 'name="pep_page"' in page
    assert "Maya" not in page
    assert "Maya" not in caplog.text


def test_a_page_is_refused_in_words_too(without_a_database, browser):
    response = browser.get("/pep/echo/")

    assert response.status_code == 500
    assert response["Cache-Control"] == "no-store, private"
    assert "Try again in a few minutes" in response.content.decode()


def test_another_site_reads_nothing_back(without_a_database, post):
    response = post("/pep/echo/", origin="https://elsewhere.example", text=TEXT)

    assert response.status_code == 500
    assert SHOWN not in response.content.decode()


def test_a_host_that_is_nobodys_is_refused_by_us(browser, settings):
    settings.ALLOWED_HOSTS = ["council.example"]
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "CommonMiddle" not in name]
    headers = {"Host": "elsewhere.example", "Origin": "http://elsewhere.example"}

    response = browser.post("/pep/echo/", {"text": TEXT}, headers=headers)

    assert response.status_code in (400, 403)
    assert response["Cache-Control"] == "no-store, private"
    assert SHOWN not in response.content.decode()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"a=%ff%00"),
    ],
)
def test_a_body_that_nobody_can_read_is_no_fault_of_ours(browser, kind, body):
    response = browser.generic("POST", "/pep/echo/", body, content_type=kind)

    assert response.status_code in (400, 403)
    assert response["Cache-Control"] == "no-store, private"
