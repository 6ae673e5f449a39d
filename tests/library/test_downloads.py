"""How a file is handed out, and how fetching it is counted without knowing who did."""

import datetime

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import OperationalError
from django.db.models import QuerySet
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from pep_plugin.formversions.publish import publish_shipped
from pep_plugin.library import shelf
from pep_plugin.library.models import DownloadCount
from tests.library.making import BROWSER, document, edition, template

pytestmark = pytest.mark.django_db
ADDRESS = "/pep/templates/booklet/"


@pytest.fixture
def booklet():
    made = template()
    edition(made, "2.1", "2026-01-01", document=document(content=b"%PDF-1.7 views"))
    return made


def counted() -> dict[str, int]:
    return dict(DownloadCount.objects.values_list("version", "count"))


def test_a_file_comes_under_a_name_that_says_what_it_is(booklet, client):
    response = client.get(ADDRESS, **BROWSER)
    assert response["Content-Disposition"] == 'attachment; filename="booklet-2-1.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == b"%PDF-1.7 views"


def test_whoever_has_the_file_is_not_sent_it_again(booklet, client):
    first = client.get(ADDRESS, **BROWSER)
    again = client.get(ADDRESS, HTTP_IF_NONE_MATCH=first["ETag"], **BROWSER)
    assert again.status_code == 304
    assert counted() == {"2-1": 1}


def test_another_file_in_the_same_document_is_sent(booklet, client):
    mark = client.get(ADDRESS)["ETag"]
    stored = booklet.editions.get().source[0].value
    stored.file.save("new.pdf", ContentFile(b"%PDF-1.7 new"))
    stored._set_document_file_metadata()
    stored.save()
    assert client.get(ADDRESS, HTTP_IF_NONE_MATCH=mark).status_code == 200


def test_each_fetching_counts_for_its_version_and_its_month(booklet, client):
    with time_machine.travel("2026-10-31 12:00+00:00", tick=False):
        client.get(ADDRESS, **BROWSER)
    with time_machine.travel("2026-11-01 12:00+00:00", tick=False):
        client.get(ADDRESS, **BROWSER)
        client.get(f"{ADDRESS}2-1/file/", **BROWSER)
    lines = DownloadCount.objects.values_list("month", "version", "count")
    assert set(lines) == {
        (datetime.date(2026, 10, 1), "2-1", 1),
        (datetime.date(2026, 11, 1), "2-1", 2),
    }


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"HTTP_USER_AGENT": "curl/8.1"},
        {"HTTP_USER_AGENT": "python-requests/2.32"},
        {**BROWSER, "HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {**BROWSER, "HTTP_RANGE": "bytes=500-"},
    ],
)
def test_what_no_person_fetched_is_not_counted(headers, booklet, client):
    assert client.get(ADDRESS, **headers).status_code == 200
    assert counted() == {}


def test_asking_about_a_file_is_not_fetching_it(booklet, client):
    assert client.head(ADDRESS, **BROWSER).status_code == 200
    assert counted() == {}


def test_nothing_of_who_fetched_it_is_kept_and_no_cookie_is_set(booklet, client):
    response = client.get(ADDRESS, **BROWSER)
    assert not response.cookies
    names = {field.name for field in DownloadCount._meta.get_fields()}
    assert names == {"id", "template", "version", "month", "count"}


def test_a_count_that_fails_does_not_keep_the_file_from_anybody(booklet, client, monkeypatch):
    def broken(*args, **kwargs):
        raise OperationalError("locked")

    monkeypatch.setattr(QuerySet, "update", broken)
    assert client.get(ADDRESS, **BROWSER).status_code == 200


def test_the_old_address_of_a_form_counts_for_its_template(quick_word, client):
    publish_shipped()
    client.get("/pep/templates/primary.docx", **BROWSER)
    client.get("/pep/templates/primary/", **BROWSER)
    assert counted() == {"1": 2}


def test_a_link_leads_on_and_counts(client):
    edition(template(), "1", "2026-01-01", address="https://example.org/booklet")
    response = client.get(ADDRESS, **BROWSER)
    assert (response.status_code, response["Location"]) == (302, "https://example.org/booklet")
    assert counted() == {"1": 1}


def test_only_reading_is_allowed(booklet, client):
    assert client.post(ADDRESS).status_code in (403, 405)


# -- what not everyone may have -----------------------------------------------------------------


def test_a_document_in_a_private_collection_is_neither_listed_nor_handed_out(booklet, client):
    collection = booklet.editions.get().source[0].value.collection
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert shelf.read().items == []
    response = client.get(ADDRESS, **BROWSER)
    assert response.status_code == 302
    assert b"views" not in response.content
    assert "no-store" in response["Cache-Control"]
    assert counted() == {}


def test_a_document_that_was_deleted_is_not_offered(booklet, client):
    booklet.editions.get().source[0].value.delete()
    assert shelf.read().items == []
    assert client.get(ADDRESS).status_code == 404


def test_a_file_that_is_missing_is_said_kindly(booklet, client):
    stored = booklet.editions.get().source[0].value
    stored.file.storage.delete(stored.file.name)
    assert client.get(ADDRESS, **BROWSER).status_code == 404
    assert counted() == {}


@pytest.fixture
def page(home):
    return home.get_children().get(slug="virtual-school").specific


def test_a_page_of_the_site_is_linked(page, client):
    edition(template(), "1", "2026-01-01", page=page)
    assert [item.kind for item in shelf.read().items] == ["page"]
    assert client.get(ADDRESS)["Location"] == "/virtual-school/"


def test_a_page_that_moved_is_still_found(page, home, client):
    edition(template(), "1", "2026-01-01", page=page)
    page.slug = "our-virtual-school"
    page.save()
    assert client.get(ADDRESS)["Location"] == "/our-virtual-school/"


@pytest.mark.parametrize("what", ["unpublished", "deleted", "private"])
def test_a_page_that_nobody_may_see_leaves_the_list(what, page, client):
    edition(template(), "1", "2026-01-01", page=page)
    if what == "unpublished":
        page.unpublish()
    elif what == "deleted":
        page.delete()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert shelf.read().items == []
    response = client.get(ADDRESS)
    assert response.status_code == 404
    assert "virtual-school" not in response.get("Location", "")
