"""Each block of a guidance page, full and empty, as a visitor reads it."""

import datetime
import re

import pytest
import time_machine
from django.template.defaultfilters import striptags
from django.test import override_settings

from pep_plugin.plans.models import Term
from pep_plugin.plans.terms import ensure_terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client, guidance_page):
    """The HTML of our part of a live page made of these blocks."""

    def reading(*body, **fields):
        response = client.get(guidance_page(*body, **fields).url)
        assert response.status_code == 200
        return response.content.decode().split('<main id="main"')[1].split("</main>")[0]

    return reading


def words(html):
    return re.sub(r"\s+", " ", striptags(html))


def test_the_page_stands_inside_the_councils_own_template(published, client):
    html = client.get(published.url).content.decode()
    assert "Alderbrook <small>Council</small>" in html
    assert "<title>Personal Education Plans - Alderbrook Council</title>" in html
    assert "pep_plugin/pep.css" in html


def test_a_page_has_one_title_whatever_stands_on_it(published, client):
    for page in published.get_descendants(inclusive=True):
        html = client.get(page.url).content.decode().split('<main id="main"')[1]
        assert html.count("<h1") == 1, page.title


def test_the_start_button_opens_the_wizard(read):
    html = read(("start", {"label": "Begin", "note": "You will be asked to sign in."}))
    assert re.search(r'href="/pep/">\s*Begin', html)
    assert "You will be asked to sign in." in html


def test_the_start_button_can_point_to_the_private_site(read):
    html = read(("start", {"label": "Begin", "address": "https://pep.alderbrook.example/"}))
    assert 'href="https://pep.alderbrook.example/"' in html


@override_settings(ROOT_URLCONF="tests.guidance.urls_without_the_package")
def test_without_a_wizard_there_is_no_start_button(read):
    assert "Begin" not in read(("start", {"label": "Begin"}))


def test_who_attends_is_a_list_with_their_parts(read):
    html = read(
        (
            "attends",
            {"heading": "Who comes", "people": [{"who": "A carer", "part": "is at home"}]},
        )
    )
    assert "Who comes A carer is at home" in words(html)


def test_a_callout_without_a_heading_has_no_empty_heading(read):
    html = read(("callout", {"text": "<p>Ask first.</p>", "tone": "child"}))
    assert "Ask first." in html
    assert "pep-note--child" in html
    assert "<h2" not in html


def test_a_question_opens_without_a_script(read):
    html = read(("question", {"question": "What if?", "answer": "<p>Then so.</p>"}))
    assert "<details" in html
    assert "<summary>What if?</summary>" in html


def test_an_empty_page_is_still_a_page(read):
    html = read()
    assert "About PEPs" in html
    assert "Related downloads" not in html


@time_machine.travel(datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.timezone.utc))
def test_the_dates_are_those_of_this_academic_year(read):
    ensure_terms(2026)
    Term.objects.filter(academic_year=2026, key="autumn").update(
        last_day_to_send=datetime.date(2026, 12, 9)
    )
    html = read(("dates", {"heading": "The year", "note": "By these dates"}))
    assert "<caption>By these dates</caption>" in html
    assert "9 December 2026" in html
    assert html.count("<tr>") == 4
    assert "2028" not in html


@time_machine.travel(datetime.datetime(2026, 8, 10, 12, tzinfo=datetime.timezone.utc))
def test_in_august_the_dates_are_those_of_the_year_to_come(read):
    ensure_terms(2026)
    assert "Autumn term 2026" in read(("dates", {"heading": "The year"}))


def test_where_no_term_is_entered_the_page_says_whom_to_ask(read):
    html = read(("dates", {"heading": "The year"}))
    assert "Ask Alderbrook Virtual School on 01632 960 142." in words(html)


def test_the_contact_comes_from_the_settings(read):
    html = read(("contact", {"heading": "Ask us"}))
    assert "01632 960 142" in html
    assert "mailto:virtual.school@alderbrook.example" in html


def test_what_an_editor_types_is_words_and_never_mark_up(read):
    html = read(("includes", {"heading": "<script>alert(1)</script>", "items": ["a & b <i>"]}))
    assert "<script>alert" not in html
    assert "a &amp; b &lt;i&gt;" in html


def test_what_the_law_asks_says_where_it_stands_and_when_it_was_read(read):
    html = read(
        (
            "statutory",
            {
                "text": "<p>Promote achievement.</p>",
                "source": "Children Act 1989, section 22(3A)",
                "address": "https://www.legislation.gov.uk/ukpga/1989/41/section/22",
                "checked_on": datetime.date(2026, 9, 1),
            },
        )
    )
    assert 'href="https://www.legislation.gov.uk/ukpga/1989/41/section/22"' in html
    assert "Checked on 1 September 2026" in words(html)


def test_each_question_of_a_group_has_an_address_of_its_own(read):
    html = read(
        (
            "faq",
            {
                "heading": "Meetings",
                "questions": [{"question": "Who comes?", "answer": "<p>All.</p>"}],
            },
        )
    )
    assert 'id="q-who-comes"' in html
    assert "<summary>Who comes?</summary>" in html


@time_machine.travel(datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.timezone.utc))
def test_the_timeline_tells_what_is_over(read):
    ensure_terms(2026)
    text = words(read(("timeline", {"heading": "The year, step by step"})))
    assert "Autumn term 2026: last day to send" in text
    assert "(over)" not in text.split("Autumn term 2026: last day to send")[1][:40]


def test_a_timeline_without_terms_is_left_out(read):
    assert "step by step" not in read(("timeline", {"heading": "The year, step by step"}))


def test_a_long_page_has_a_table_of_contents_and_a_short_one_has_none(guidance_page, client):
    several = [("text", {"heading": f"Part {n}", "text": "<p>Words.</p>"}) for n in range(4)]
    page = guidance_page(*several)
    html = client.get(page.url).content.decode()
    assert "On this page" in html
    assert re.search(r'<a href="#part-2">Part 2</a>', html)
    assert 'id="part-2"' in html
    page.body = several[:3]
    page.save()
    assert "On this page" not in client.get(page.url).content.decode()


def test_an_editor_may_leave_the_table_of_contents_out(read):
    several = [("text", {"heading": f"Part {n}", "text": "<p>Words.</p>"}) for n in range(9)]
    assert "On this page" not in read(*several, show_contents=False)


def test_equal_headings_have_addresses_of_their_own(read):
    several = [("text", {"heading": "Again", "text": "<p>Words.</p>"})] * 4
    html = read(*several)
    ids = re.findall(r'id="(again[^"]*)"', html)
    assert ids == ["again", "again-2", "again-3", "again-4"]
    assert re.findall(r'href="#(again[^"]*)"', html) == ids


def test_a_page_says_who_last_read_it_through_and_when(read):
    html = read(reviewed_on=datetime.date(2026, 1, 12), reviewed_by="Dan Whitlock")
    assert "Last reviewed on 12 January 2026 by Dan Whitlock" in words(html)


def test_an_unreviewed_page_says_nothing_of_it(read):
    assert "Last reviewed" not in read()
