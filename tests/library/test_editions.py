"""Which version of a template is offered depends on the day alone; old addresses keep working."""

import dataclasses

import pytest
import time_machine

from pep_plugin.formversions.publish import publish, publish_shipped
from pep_plugin.library import shelf
from pep_plugin.library.models import Template
from tests.library.making import document, edition, template

pytestmark = pytest.mark.django_db
NOVEMBER = "2026-11-24"


@pytest.fixture
def booklet():
    """Version 1 from January, 2 from September, 3 from the first of December 2026."""
    made = template()
    edition(made, "1", "2026-01-01", document=document("One", b"%PDF-1.7 one"))
    edition(made, "2", "2026-09-01", document=document("Two", b"%PDF-1.7 two"))
    edition(made, "3", "2026-12-01", document=document("Three", b"%PDF-1.7 three"))
    return made


def content(response) -> bytes:
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("day", "file"),
    [
        ("2026-01-01", b"one"),
        ("2026-08-31", b"one"),
        ("2026-09-01", b"two"),
        ("2026-11-30 23:59+00:00", b"two"),
        ("2026-12-01", b"three"),
    ],
)
def test_the_newest_valid_version_is_current_on_each_day(day, file, booklet, client):
    with time_machine.travel(day, tick=False):
        assert content(client.get("/pep/templates/booklet/")).endswith(file)


def test_before_the_first_version_there_is_nothing_to_have(booklet, client):
    with time_machine.travel("2025-12-31", tick=False):
        response = client.get("/pep/templates/booklet/")
        assert response.status_code == 404
        assert "has no file for you here at present" in response.content.decode()
        assert shelf.read().items == []


@time_machine.travel(NOVEMBER, tick=False)
def test_the_address_of_an_old_version_says_what_took_its_place(booklet, client):
    response = client.get("/pep/templates/booklet/1/")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Version 1 was replaced on 1 September 2026." in html
    assert 'href="/pep/templates/booklet/"' in html
    assert 'href="/pep/templates/booklet/1/file/"' in html
    assert response["X-Robots-Tag"] == "noindex"


@time_machine.travel(NOVEMBER, tick=False)
def test_an_old_version_can_be_had_all_the_same(booklet, client):
    assert content(client.get("/pep/templates/booklet/1/file/")).endswith(b"one")


@time_machine.travel(NOVEMBER, tick=False)
def test_the_current_version_has_an_address_of_its_own(booklet, client):
    assert content(client.get("/pep/templates/booklet/2/")).endswith(b"two")


@time_machine.travel(NOVEMBER, tick=False)
@pytest.mark.parametrize("address", ["3/", "3/file/", "4/", "4/file/"])
def test_a_version_of_the_future_waits(address, booklet, client):
    assert client.get(f"/pep/templates/booklet/{address}").status_code == 404


@time_machine.travel("2027-02-02", tick=False)
def test_two_steps_later_the_page_says_when_and_which_is_newest(booklet, client):
    html = client.get("/pep/templates/booklet/1/").content.decode()
    assert "replaced on 1 September 2026" in html
    assert "The newest one is version 3." in html


def test_an_expired_version_leaves_the_list_by_itself(client):
    made = template()
    edition(made, "2026", "2026-01-01", until="2026-11-24")
    with time_machine.travel("2026-11-24", tick=False):
        assert [item.version for item in shelf.read().items] == ["2026"]
    with time_machine.travel("2026-11-25", tick=False):
        assert shelf.read().items == []
        html = client.get("/pep/templates/booklet/2026/").content.decode()
    assert "Version 2026 was valid until 24 November 2026." in html
    assert "There is no newer version at present." in html


def test_a_version_for_a_while_hands_back_to_the_one_before(client):
    made = template()
    edition(made, "1", "2026-01-01")
    edition(made, "summer", "2026-06-01", until="2026-08-31")
    with time_machine.travel("2026-07-01", tick=False):
        assert [item.version for item in shelf.read().items] == ["summer"]
    with time_machine.travel("2026-09-01", tick=False):
        assert [item.version for item in shelf.read().items] == ["1"]


def test_a_version_becomes_a_part_of_an_address():
    made = template()
    assert edition(made, "2.1", "2026-01-01").code == "2-1"
    assert edition(made, "May 2026", "2026-02-01").code == "may-2026"


@time_machine.travel(NOVEMBER, tick=False)
def test_a_template_that_is_no_longer_published_is_not_offered(booklet, client):
    booklet.unpublish()
    for address in ("", "1/", "2/", "2/file/"):
        assert client.get(f"/pep/templates/booklet/{address}").status_code == 404
    assert shelf.read().items == []


class TestOfAForm:
    """A template that is made from a form has the form's versions."""

    @pytest.fixture
    def primary(self, quick_word):
        version = next(v for v in publish_shipped() if v.form_key == "primary")
        publish(dataclasses.replace(version.form, title="Our PEP"))
        return Template.objects.get(form_key="primary")

    def test_the_live_version_is_current(self, primary, client):
        response = client.get("/pep/templates/primary/")
        assert (
            response["Content-Disposition"]
            == 'attachment; filename="pep-form-primary-version-2.docx"'
        )
        assert client.get("/pep/templates/primary/2/").status_code == 200

    def test_the_old_version_says_so_and_can_be_had(self, primary, client):
        html = client.get("/pep/templates/primary/1/").content.decode()
        assert "Version 1 was replaced on" in html
        old = client.get("/pep/templates/primary/1/file/")
        assert (
            old["Content-Disposition"] == 'attachment; filename="pep-form-primary-version-1.docx"'
        )

    @pytest.mark.parametrize("version", ["3", "0", "x", "99999999999999999999"])
    def test_a_version_that_never_was_is_not_found(self, version, primary, client):
        for address in (f"{version}/", f"{version}/file/"):
            assert client.get(f"/pep/templates/primary/{address}").status_code == 404
