"""The screens by which councils share forms: a file out, and a file in by way of a look at it."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pep_plugin.formbuilder import drafts, exchange
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formversions.models import FormVersion

pytestmark = pytest.mark.django_db
HERE = "/admin/pep-forms/import/"


@pytest.fixture
def browser(forms, editor, signed_in):
    return signed_in(editor)


def upload(browser, content: bytes):
    return browser.post(HERE, {"file": SimpleUploadedFile("form.json", content)})


def other(forms, **changes) -> bytes:
    data = json.loads(exchange.export(forms["first"]))
    data["sections"][0].update(changes)
    return json.dumps(data).encode()


def test_a_form_goes_out_as_a_file_named_after_its_key(browser, forms):
    response = browser.get(reverse("pep_export_form", args=[forms["first"].pk]))
    assert response["Content-Disposition"] == 'attachment; filename="pep-form-first.json"'
    assert exchange.read(response.content).form.key == "first"


def test_a_file_is_looked_at_before_anything_is_made_of_it(browser, forms):
    page = upload(browser, other(forms, title="Another title")).content.decode()
    assert "Another title" in page
    assert "Make drafts of it" in page
    assert not PEPSection.objects.filter(has_unpublished_changes=True).exists()


def test_once_confirmed_it_is_a_draft_and_nothing_is_live(browser, forms):
    page = upload(browser, other(forms, title="Another title")).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    versions = FormVersion.objects.count()
    response = browser.post(HERE, {"token": token})
    assert response["Location"] == reverse("pep_publish_forms")
    row = PEPSection.objects.get(key="one")
    assert (row.title, drafts.newest(row).title) == ("First", "Another title")
    assert FormVersion.objects.count() == versions
    assert browser.post(HERE, {"token": token}).status_code == 422


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cut off"),
        (b'{"sections": [', "cut off"),
        (b"[]", "does not hold a form"),
        (b'{"schema": 999, "sections": []}', "newer version"),
        (b" " * (exchange.LARGEST + 2), "larger than 5 MB"),
    ],
)
def test_a_file_that_is_no_form_is_refused_with_the_reason(browser, content, says):
    response = upload(browser, content)
    assert response.status_code == 422
    assert says in response.content.decode()


@pytest.mark.parametrize("posted", [{}, {"token": ""}, {"token": "nobody" * 50}])
def test_nothing_chosen_or_a_file_of_long_ago_is_told_kindly(browser, posted):
    response = browser.post(HERE, posted)
    assert response.status_code == 422
    assert "hoose" in response.content.decode()


def test_one_persons_file_is_not_anothers(browser, forms, scene, signed_in):
    page = upload(browser, other(forms, title="Another title")).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    head = signed_in(scene.superuser)
    assert head.post(HERE, {"token": token}).status_code == 422


def test_who_may_not_edit_forms_has_no_way_in(forms, scene, signed_in):
    for role in ("designated_teacher", "web_editor"):
        client = signed_in(scene.user(role))
        assert client.get(HERE).status_code == 302
        form = PEPForm.objects.first()
        assert client.get(reverse("pep_export_form", args=[form.pk])).status_code == 302


def test_the_list_of_sections_says_which_forms_ask_them(browser):
    page = browser.get(reverse("wagtailsnippets_pep_plugin_pepsection:list")).content.decode()
    assert "first, second" in page
