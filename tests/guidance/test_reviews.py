"""Pages that nobody has read for too long: who is told, and how one says "it is right"."""

import csv
import datetime
import io

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse

from pep_plugin.guidance.groups import WEB_EDITORS
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_day")]
NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.timezone.utc)


@pytest.fixture
def a_day():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def page(published):
    """One page of the section that was last read in January of the year before."""
    page = published.get_children().get(slug="contact").specific
    page.reviewed_on, page.reviewed_by = datetime.date(2025, 1, 12), "Dan Whitlock"
    page.save()
    return page


@pytest.fixture
def editor(published, client):
    user = UserFactory(first_name="Wendy", last_name="Page")
    user.groups.add(Group.objects.get(name=WEB_EDITORS))
    client.force_login(user)
    return user


def report(client, **query):
    return client.get(reverse("pep_review_report"), query)


def titles(client):
    return [page.title for page in report(client).context["object_list"]]


def mark(client, page):
    return client.post(reverse("pep_mark_reviewed", args=[page.pk]), follow=True)


def test_an_old_page_stands_in_the_report_with_its_reviewer(editor, client, page):
    html = report(client).content.decode()
    assert titles(client) == [page.title]
    assert "Dan Whitlock" in html
    assert "12 January 2025" in html
    assert f"/admin/pages/{page.pk}/edit/" in html


def test_how_old_is_a_setting(editor, client, page, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "REVIEW_AFTER_MONTHS": 24}
    assert titles(client) == []


def test_a_page_that_nobody_reviewed_counts_from_its_publishing(editor, client, published):
    page = published.get_children().get(slug="contact").specific
    type(page).objects.filter(pk=page.pk).update(
        reviewed_on=None, last_published_at=NOW - datetime.timedelta(days=500)
    )
    assert titles(client) == [page.title]


def test_a_draft_that_nobody_can_read_is_not_in_it(editor, client, page):
    page.unpublish()
    assert titles(client) == []


def test_only_pages_that_one_may_change(client, page):
    other = UserFactory(web_editor=True)
    other.groups.set([Group.objects.create(name="Of elsewhere")])
    client.force_login(other)
    response = report(client)
    assert response.status_code == 302
    assert mark(client, page).redirect_chain


def test_an_editor_of_another_section_sees_none_of_ours(client, page):
    from django.contrib.auth.models import Permission
    from wagtail.models import GroupPagePermission

    group = Group.objects.create(name="News")
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    GroupPagePermission.objects.create(
        group=group,
        page=page.get_parent().get_siblings().get(slug="virtual-school"),
        permission=Permission.objects.get(
            content_type__app_label="wagtailcore", codename="change_page"
        ),
    )
    user = UserFactory()
    user.groups.add(group)
    client.force_login(user)
    assert titles(client) == []
    assert mark(client, page).status_code == 404
    page.refresh_from_db()
    assert page.reviewed_by == "Dan Whitlock"


def test_one_press_says_that_it_was_read_today(editor, client, page):
    response = mark(client, page)
    assert "is marked as reviewed today" in response.content.decode()
    page.refresh_from_db()
    assert (page.reviewed_on, page.reviewed_by) == (datetime.date(2026, 11, 24), "Wendy Page")
    assert page.live
    assert not page.has_unpublished_changes
    assert titles(client) == []


def test_a_draft_on_the_page_stays_a_draft_and_is_marked_too(editor, client, page):
    page.intro = "Not finished yet."
    page.save_revision()
    page.refresh_from_db()
    mark(client, page)
    live = type(page).objects.get(pk=page.pk)
    assert live.reviewed_by == "Wendy Page"
    assert live.intro != "Not finished yet."
    assert live.has_unpublished_changes
    draft = live.get_latest_revision_as_object()
    assert draft.intro == "Not finished yet."
    assert draft.reviewed_by == "Wendy Page"


def test_who_may_not_publish_may_not_mark(editor, client, page):
    group = Group.objects.get(name=WEB_EDITORS)
    group.page_permissions.filter(permission__codename="publish_page").delete()
    assert "was not marked" in mark(client, page).content.decode()
    page.refresh_from_db()
    assert page.reviewed_by == "Dan Whitlock"


def test_a_page_that_somebody_else_locked_is_not_marked(editor, client, page):
    type(page).objects.filter(pk=page.pk).update(
        locked=True, locked_by=UserFactory(), locked_at=NOW
    )
    assert "was not marked" in mark(client, page).content.decode()


def test_looking_marks_nothing(editor, client, page):
    assert client.get(reverse("pep_mark_reviewed", args=[page.pk])).status_code == 405
    page.refresh_from_db()
    assert page.reviewed_by == "Dan Whitlock"


def test_a_page_that_is_none_of_ours_cannot_be_marked(editor, client, published):
    assert mark(client, published.get_parent()).status_code == 404
    assert client.post(reverse("pep_mark_reviewed", args=[999_999])).status_code == 404


def test_the_report_can_be_taken_along_and_nothing_in_it_runs(editor, client, page):
    type(page).objects.filter(pk=page.pk).update(reviewed_by="=cmd|' /C calc'!A0")
    response = report(client, export="csv")
    (_heading, row) = csv.reader(io.StringIO(b"".join(response).decode("utf-8-sig")))
    assert row[0] == page.title
    assert not any(cell.startswith("=") for cell in row)
    assert report(client, export="xlsx").status_code == 200


def test_the_menu_of_reports_has_it(editor, client, published):
    assert reverse("pep_review_report") in client.get("/admin/").content.decode()
