"""Whatever refuses a save, the text stays."""

import logging

import pytest
from django.core import mail

TEXT = "Reads aloud to Reception every Friday, & asks for harder books."
SHOWN = "Reads aloud to Reception every Friday, &amp; asks for harder books."


def test_signing_in_again_in_another_tab_costs_nobody_their_text(browser, post, teacher):
    browser.get("/sign-in/")
    browser.force_login(teacher.user)  # Django changes the token here

    response = post("/pep/echo/", text=TEXT, csrfmiddlewaretoken="a token of before")

    assert response.status_code == 200
    assert response.content.decode() == TEXT


def test_a_save_from_another_site_is_refused_and_shows_nothing(post):
    response = post("/pep/echo/", origin="https://elsewhere.example", text=TEXT)

    assert response.status_code == 403
    assert SHOWN not in response.content.decode()


def test_a_save_without_an_origin_needs_djangos_own_token(post):
    assert post("/pep/echo/", origin="", text=TEXT).status_code == 403


def test_a_page_drawn_for_nobody_needs_djangos_own_token(post):
    response = post("/pep/echo/", person=None, text=TEXT)

    assert response.status_code == 403
    assert SHOWN in response.content.decode(), "the Origin is ours, so the text is shown again"


def test_signed_out_in_mid_page_the_text_is_there_to_save_again(browser, post):
    browser.logout()
    response = post("/pep/echo/", text=TEXT)

    assert response.status_code == 403
    page = response.content.decode()
    assert "You have been signed out" in page
    assert SHOWN in page
    assert "Location" not in response, "a redirect would drop the text"


def test_another_persons_save_is_refused_and_says_so(post, scene_colleague):
    response = post("/pep/echo/", person=scene_colleague, text=TEXT)

    assert response.status_code == 403
    assert "opened by someone else" in response.content.decode()
    assert SHOWN not in response.content.decode()


@pytest.fixture
def scene_colleague(db):
    from tests.factories import PersonFactory

    return PersonFactory(account=True)


@pytest.mark.parametrize(("path", "status"), [("broken", 500), ("tampered", 400), ("sent", 409)])
def test_a_fault_shows_the_text_again(post, path, status):
    response = post(f"/pep/{path}/", text=TEXT)

    assert response.status_code == status
    assert SHOWN in response.content.decode()


def test_a_fault_is_noted_without_a_word_of_what_was_typed(post, settings, caplog):
    settings.ADMINS = [("Web team", "web@alderbrook.example")]
    with caplog.at_level(logging.DEBUG):
        post("/pep/broken/", text=TEXT)

    assert "RuntimeError" in caplog.text
    assert "Kestrel" not in caplog.text
    assert "Reception" not in caplog.text
    assert all("Reception" not in m.body and "Kestrel" not in m.body for m in mail.outbox)


def test_more_text_than_django_reads_is_a_sentence(post, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = post("/pep/echo/", text="x" * 5000)

    assert response.status_code == 413
    assert "more than one page can hold" in response.content.decode()


def test_more_fields_than_django_reads_is_a_sentence(post, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    response = post("/pep/echo/", **{f"field{number}": "x" for number in range(20)})

    assert response.status_code == 413


def test_what_was_typed_cannot_break_out_of_the_page(post):
    response = post("/pep/broken/", text="</textarea><script>alert(1)</script> and more words")
    assert b"<script>alert" not in response.content


def test_get_head_and_options_need_no_token(browser):
    for method in (browser.get, browser.head, browser.options):
        assert method("/pep/echo/").status_code == 200


def test_a_signed_in_user_without_a_post_is_told_whom_to_ask(browser, db):
    from tests.factories import UserFactory

    browser.force_login(UserFactory(superuser=True))
    response = browser.get("/pep/echo/")
    assert response.status_code == 403
    assert "no part in PEPs" in response.content.decode()
