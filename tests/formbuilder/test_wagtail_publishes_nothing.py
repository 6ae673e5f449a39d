"""Wagtail's own Publish is gone for forms and sections; what somebody forces is a draft."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from lxml import html as parser

from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formversions.models import FormVersion

pytestmark = pytest.mark.django_db
WHO = ["editor", "superuser"]


@pytest.fixture(params=WHO)
def client(request, scene, editor, signed_in):
    return signed_in(editor if request.param == "editor" else scene.superuser)


def address(row, name):
    return reverse(type(row).snippet_viewset.get_url_name(name), args=[row.pk])


def posted(client, row):
    """What the edit page would post as it stands; the blocks are drawn by script, and left out."""
    page = parser.fromstring(client.get(address(row, "edit")).content)
    form = page.xpath("//form[@data-edit-form]")[0]
    fields = {name: value for name, value in form.fields.items() if value is not None and name}
    return {**fields, "questions-count": "0", "applies-count": "0"}


@pytest.mark.parametrize("model", [PEPSection, PEPForm])
def test_the_edit_page_offers_neither_publish_nor_schedule(client, forms, model):
    row = model.objects.first()
    content = client.get(address(row, "edit")).content.decode()
    assert "action-publish" not in content
    assert "action-unpublish" not in content
    assert "Go to Publish forms" in content


def test_a_forced_publish_is_saved_as_a_draft(client, forms):
    row = PEPSection.objects.get(key="one")
    live = row.live_revision_id
    data = {**posted(client, row), "title": "Forced", "action-publish": "1"}
    client.post(address(row, "edit"), data)
    row.refresh_from_db()
    assert row.title == "First"
    assert row.live_revision_id == live
    assert row.latest_revision_id != live
    assert FormVersion.objects.live("first").number == 1


def test_a_forced_unpublish_changes_nothing(client, forms):
    row = PEPSection.objects.get(key="one")
    client.post(address(row, "unpublish"))
    row.refresh_from_db()
    assert row.live


def test_a_forced_schedule_never_goes_live_by_itself(client, forms):
    row = PEPSection.objects.get(key="one")
    data = {
        **posted(client, row),
        "title": "Forced",
        "go_live_at": "2020-01-01 09:00",
        "action-publish": "1",
    }
    client.post(address(row, "edit"), data)
    call_command("publish_scheduled", verbosity=0)
    row.refresh_from_db()
    assert row.title == "First"


def test_the_page_of_a_new_section_offers_no_publish(client, forms):
    content = client.get(reverse(PEPSection.snippet_viewset.get_url_name("add"))).content.decode()
    assert "action-publish" not in content


def test_versions_of_a_section_are_compared_as_wagtail_does(client, change):
    row = change("one", more={"help": "Say it in your own words."})
    live, latest = row.live_revision_id, row.latest_revision_id
    name = PEPSection.snippet_viewset.get_url_name("revisions_compare")
    response = client.get(reverse(name, args=[row.pk, live, latest]))
    assert response.status_code == 200
    assert "Say it in your own words." in response.content.decode()
