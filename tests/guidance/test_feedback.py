"""Is this page useful? Visitors say so without a cookie, and nobody's details are kept."""

import csv
import io

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from pep_plugin.guidance.feedback.limits import MOST
from pep_plugin.guidance.feedback.models import LONGEST, Feedback
from pep_plugin.guidance.feedback.personal import found_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
HERE = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture(autouse=True)
def _nothing_counted():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def page(guidance_page):
    return guidance_page(("text", {"heading": "Words", "text": "<p>Words.</p>"}))


@pytest.fixture
def say(page):
    """Sends the form as a strict browser without cookies would."""
    client = Client(enforce_csrf_checks=True)

    def saying(address=None, **typed):
        headers = typed.pop("headers", HERE)
        address = address or reverse("pep_plugin:feedback", args=[page.pk])
        return client.post(address, typed, **headers)

    return saying


def test_every_page_of_guidance_asks_and_sets_no_cookie(page, client):
    response = client.get(page.url)
    assert "Is this page useful?" in response.content.decode()
    assert not response.cookies


def test_what_is_said_is_kept_with_the_page_and_nothing_of_the_person(page, say):
    response = say(useful="no", words="The date is missing.")
    assert response.status_code == 302
    assert not response.cookies
    kept = Feedback.objects.get()
    assert (kept.page_title, kept.is_useful, kept.words) == (
        page.title,
        False,
        "The date is missing.",
    )
    assert {field.name for field in Feedback._meta.fields} == {
        *("id", "page_pk", "page_title", "is_useful", "words", "said_at", "is_dealt_with")
    }


def test_the_thanks_survive_a_reload(say, client):
    address = say(useful="yes")["Location"]
    for _ in range(2):
        assert "Thank you</h1>" in client.get(address).content.decode()
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [{}, {"HTTP_ORIGIN": "https://elsewhere.example"}, {"HTTP_SEC_FETCH_SITE": "cross-site"}],
)
def test_another_site_cannot_send_it(say, headers):
    assert say(useful="yes", headers=headers).status_code == 403
    assert not Feedback.objects.exists()


def test_a_page_that_sends_no_origin_is_believed_by_its_fetch_metadata(say):
    headers = {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "same-origin"}
    assert say(useful="yes", headers=headers).status_code == 302


def test_a_program_that_fills_in_everything_is_thanked_and_forgotten(say):
    assert say(useful="yes", website="https://spam.example").status_code == 302
    assert not Feedback.objects.exists()


def test_nothing_said_is_asked_again(say):
    response = say(useful="", words="  ")
    assert response.status_code == 422
    html = response.content.decode()
    assert '<a href="#useful-yes">Say whether the page is useful' in html
    assert 'aria-describedby="useful-error"' in html
    assert "words-error" not in html


PERSONAL = {
    "My NI is AB 12 34 56 C": "a National Insurance number",
    "ab123456c": "a National Insurance number",
    "card 4111 1111 1111 1111 thanks": "a payment card number",
    "NHS 943 476 5919": "an NHS number",
    "her UPN is R201100018042": "a unique pupil number",
    "she was born on 27 March 2012": "somebody’s date of birth",
    "DOB: 27/3/2012": "somebody’s date of birth",
    "Jordan Smith, 27.03.12": "somebody’s date of birth",
    "2012-03-27 Jordan Smith": "somebody’s date of birth",
    "Zoë O’Brien came on 27th of March, 2012": "somebody’s date of birth",
    "Łukasz Nowak (March 27, 2012)": "somebody’s date of birth",
    "943\u00a0476\u00a05919": "an NHS number",
    "943–476–5919": "an NHS number",
    "４１１１ １１１１ １１１１ １１１１": "a payment card number",
    "AB\u200b123456C": "a National Insurance number",
}
#: Each is fine by half: the date stands too far from what would make it somebody's.
FAR = {
    "born in a barn, as they say, or so it seems to me, and the page says 27 March 2012": False,
    "Jordan Smith, who wrote the page about meetings, has it as 27 March 2012": False,
    "Jordan Smith, who wrote this, has it as 27 March 2012": True,
}
FINE = [
    "The last day to send is 11 December 2026.",
    "Ring 01632 960142 or 01632 960 199.",
    "Autumn Term: 11 December 2026 is a Friday",
    "R201100018043 has a wrong check letter",
    "The number 0000 0000 0000 0000 is no card",
    "Step 3 of 12 is unclear",
    "ISBN 978-0-306-40615-8",
    "The Template Library says 24 March 2027, the Dates page 2 July 2027.",
    "Your Virtual School page was updated on 24 November 2026.",
    "Half Term 26 October 2026 is missing",
]


@pytest.mark.parametrize(("words", "what"), PERSONAL.items())
def test_what_looks_like_somebodys_details_is_not_stored_and_stays_to_be_mended(
    say, words, what, caplog
):
    text = f"I cannot find the form. {words}"
    response = say(useful="no", words=text)
    html = response.content.decode()
    assert response.status_code == 422
    assert f"This looks like {what}." in html
    assert "I cannot find the form." in html.split("<textarea")[1]
    assert 'value="no" checked' in html
    assert not Feedback.objects.exists()
    assert words not in caplog.text


@pytest.mark.parametrize("words", FINE)
def test_other_numbers_and_dates_are_fine(words):
    assert found_in(words) == []


@pytest.mark.parametrize(("words", "is_somebodys"), FAR.items())
def test_a_date_is_a_birthday_within_forty_characters_of_a_name(words, is_somebodys):
    assert (found_in(words) == ["somebody’s date of birth"]) is is_somebodys


def test_several_kinds_of_details_are_named_together(say):
    html = say(useful="no", words="943 476 5919 and AB123456C").content.decode()
    assert "This looks like a National Insurance number and an NHS number." in html


def test_a_very_long_text_stays_on_the_screen_and_is_not_stored(say):
    response = say(useful="no", words="word " * 40_000)
    assert response.status_code == 422
    assert f"{LONGEST:,} is the most" in response.content.decode()
    assert response.content.decode().count("word ") >= 39_999
    assert not Feedback.objects.exists()


def test_characters_that_no_output_can_hold_are_left_out(say):
    say(useful="no", words="Broken\0 link")
    assert Feedback.objects.get().words == "Broken link"


def test_one_network_may_say_so_much_and_is_asked_to_wait(say):
    for _ in range(MOST):
        assert say(useful="yes", words="Good").status_code == 302
    response = say(useful="no", words="And one more thing")
    assert response.status_code == 429
    assert "And one more thing" in response.content.decode()
    assert Feedback.objects.count() == MOST


def test_a_page_that_is_not_there_takes_nothing(page, say):
    assert say(reverse("pep_plugin:feedback", args=[10_000]), useful="yes").status_code == 404
    assert say(reverse("pep_plugin:feedback", args=[1]), useful="yes").status_code == 404
    page.unpublish()
    assert say(useful="yes").status_code == 404


def test_editors_read_it_tick_it_off_and_take_it_along_safely(page, say, client):
    say(useful="no", words="=cmd|'/c calc'!A1")
    client.force_login(UserFactory(username="head.editor", superuser=True))
    listed = client.get(reverse("wagtailsnippets_pep_plugin_feedback:list"))
    assert "About PEPs" in listed.content.decode()
    exported = client.get(reverse("wagtailsnippets_pep_plugin_feedback:list"), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(exported.getvalue().decode("utf-8-sig"))))
    assert rows[1][3] == "'=cmd|'/c calc'!A1"
    edit = reverse("wagtailsnippets_pep_plugin_feedback:edit", args=[Feedback.objects.get().pk])
    client.post(edit, {"is_dealt_with": "on"})
    kept = Feedback.objects.get()
    assert kept.is_dealt_with
    assert kept.words.startswith("=cmd")


def test_nobody_adds_feedback_in_a_visitors_place(client):
    client.force_login(UserFactory(username="head.editor", superuser=True))
    assert client.get(reverse("wagtailsnippets_pep_plugin_feedback:add")).status_code == 302


def test_editors_narrow_the_list_by_page_by_answer_and_by_what_is_still_to_do(say, page, client):
    say(useful="no", words="The date is missing.")
    Feedback.objects.create(page_pk="1", page_title="Another", is_useful=None, words="Only words.")
    Feedback.objects.create(page_pk="1", page_title="Another", is_useful=True, is_dealt_with=True)
    client.force_login(UserFactory(username="head.editor", superuser=True))
    address = reverse("wagtailsnippets_pep_plugin_feedback:list")

    def listed(**asked):
        return [one.page_title for one in client.get(address, asked).context["object_list"]]

    assert listed(page_title=page.title) == [page.title]
    assert listed(is_useful="true") == ["Another"]
    assert listed(is_dealt_with="false") == ["Another", page.title]


def test_an_editor_sees_what_was_answered_in_words(say, client):
    say(useful="no", words="The date is missing.")
    client.force_login(UserFactory(username="head.editor", superuser=True))
    edit = reverse("wagtailsnippets_pep_plugin_feedback:edit", args=[Feedback.objects.get().pk])
    html = client.get(edit).content.decode()
    assert "The date is missing." in html
    assert "False" not in html.split("<form")[1]
