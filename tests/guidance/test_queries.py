"""However many downloads, siblings and templates there are, a page asks the database as often."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.library.models import Edition, Template
from pep_plugin.pages.models import ContactPage, GuidancePage, LibraryPage
from tests.library.making import document

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2024, 9, 1)


def asked(page):
    """How many queries a stranger's visit takes, when the process is warm."""
    Client().get(page.url)
    with CaptureQueriesContext(connection) as found:
        response = Client().get(page.url)
    assert response.status_code == 200
    return len(found), response.content.decode()


def templates(count, start=0):
    """Templates of every phase and for everybody, in turn a document and an address."""
    one = document()
    elsewhere = ("address", "https://alderbrook.example/form")
    made = Template.objects.bulk_create(
        Template(
            slug=f"t-{n}",
            title=f"Template {n}",
            phase=("early-years", "primary", "secondary", "post-16", "")[n % 5],
            audience=("staff", "child", "carer")[n % 3],
        )
        for n in range(start, start + count)
    )
    Edition.objects.bulk_create(
        Edition(
            template=template,
            version="1",
            valid_from=LONG_AGO,
            updated_on=LONG_AGO,
            source=[("document", one) if n % 2 else elsewhere],
        )
        for n, template in enumerate(made)
    )


def downloads(count):
    """Lines of related downloads, each with a document of its own."""
    blank = {"title": "", "note": "", "audience": ""}
    return [("document", {"document": document(f"Sheet {n}"), **blank}) for n in range(count)]


def test_a_page_of_guidance_with_one_download_or_forty(guidance_page):
    page = guidance_page(("text", {"heading": "", "text": "<p>Words.</p>"}), related=downloads(1))
    one, _html = asked(page)
    page.related = downloads(40)
    page.save()
    many, html = asked(page)
    assert "Sheet 39" in html
    assert many == one


def test_a_page_of_guidance_with_one_sibling_or_forty(guidance_page):
    page = guidance_page(("text", {"heading": "", "text": "<p>Words.</p>"}))
    one, _html = asked(page)
    for n in range(40):
        page.get_parent().add_child(instance=GuidancePage(title=f"Page {n}", slug=f"page-{n}"))
    assert asked(page)[0] == one


def test_the_home_of_the_section_with_its_cards(published):
    one, _html = asked(published)
    for n in range(20):
        published.add_child(
            instance=GuidancePage(title=f"Page {n}", slug=f"page-{n}", show_in_menus=True)
        )
    many, html = asked(published)
    assert "Page 19" in html
    assert many == one


def test_the_library_with_200_templates_asks_less_than_25_times(home, quick_word):
    page = LibraryPage(title="Templates", slug="library")
    home.add_child(instance=page)
    templates(10)
    few, _html = asked(page)
    templates(190, start=10)
    many, html = asked(page)
    assert html.count("Template ") >= 200
    assert many == few
    assert many < 25


def test_the_contact_page_with_one_card_or_forty(home):
    page = ContactPage(title="Whom to ask", slug="whom-to-ask")
    home.add_child(instance=page)
    ContactCard.objects.create(name="Priya Shah", telephone="1", areas="Millbank")
    one, _html = asked(page)
    ContactCard.objects.bulk_create(
        ContactCard(name=f"Robin {n}", telephone="1", areas=f"Area {n}") for n in range(40)
    )
    many, html = asked(page)
    assert "Robin 39" in html
    assert many == one
