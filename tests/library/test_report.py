"""The report on the library: what is broken, what nobody fetches, and how often the rest is."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Permission

from pep_plugin.guidance.groups import ensure_web_editors
from pep_plugin.library import counting
from pep_plugin.library.health import problems, unused
from tests.factories import UserFactory
from tests.library.making import document, edition, template

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]
ADDRESS = "/admin/reports/pep-templates/"


@pytest.fixture
def november():
    with time_machine.travel("2026-11-24 12:00+00:00", tick=False):
        yield


@pytest.fixture
def editor(home, client):
    user = UserFactory(username="wendy")
    user.groups.add(ensure_web_editors(home))
    client.force_login(user)
    return client


def test_each_thing_that_breaks_a_template_has_its_sentence(home):
    page = home.get_children().get(slug="virtual-school").specific
    lost = document("Lost")
    edition(template("lost"), "1", "2026-01-01", document=lost)
    edition(template("ended"), "1", "2026-01-01", until="2026-08-31")
    edition(template("hidden"), "1", "2026-01-01", page=page)
    template("empty")
    template("no-form", form_key="gone")
    edition(template("fine"), "1", "2026-01-01")
    edition(template("waits"), "1", "2027-01-01")
    lost.delete()
    page.unpublish()
    told = problems()
    from pep_plugin.library.models import Template

    assert {Template.objects.get(pk=key).slug: sentence for key, sentence in told.items()} == {
        "lost": "Its document was deleted.",
        "ended": "It ended on 31/08/2026 and nothing takes its place.",
        "hidden": "Its page is not published.",
        "empty": "It has no version.",
        "no-form": "Its form is not live.",
    }


def test_what_nobody_fetches_is_found_when_it_is_old_enough():
    long_ago = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    old, new, read = (template(slug) for slug in ("old", "new", "read"))
    for made in (old, read):
        made.first_published_at = long_ago
        made.save()
    new.first_published_at = datetime.datetime(2026, 11, 20, tzinfo=datetime.timezone.utc)
    new.save()
    counting.count(read, "1", day=datetime.date(2026, 10, 2))
    assert unused(3) == {old.pk}
    counting.count(old, "1", day=datetime.date(2026, 3, 2))
    assert unused(3) == {old.pk}
    assert unused(12) == set()


def test_the_report_shows_downloads_by_month_and_what_is_wrong(editor):
    made = template("empty")
    for day in ("2026-11-02", "2026-11-03", "2026-09-04"):
        counting.count(made, "1", day=datetime.date.fromisoformat(day))
    html = editor.get(ADDRESS).content.decode()
    assert "It has no version." in html
    for month in ("Nov 2026", "Sep 2026", "Jun 2026"):
        assert month in html


def test_broken_ones_can_be_shown_alone(editor):
    template("empty")
    edition(template("fine"), "1", "2026-01-01")
    html = editor.get(ADDRESS, {"show": "broken"}).content.decode()
    assert "Empty" in html
    assert "Fine" not in html


def test_the_report_can_be_kept_and_runs_no_formula(editor):
    made = template("empty", title="=1+1")
    counting.count(made, "1", day=datetime.date(2026, 11, 2))
    response = editor.get(ADDRESS, {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    head, line = text.splitlines()
    assert head.startswith("Template,Address,What is wrong,2026-11,2026-10")
    assert line == "'=1+1,empty,It has no version.,1,0,0,0,0,0"
    assert editor.get(ADDRESS, {"export": "xlsx"}).status_code == 200


def test_the_report_is_in_the_menu_of_web_editors(editor):
    assert ADDRESS in editor.get("/admin/").content.decode()


def test_whoever_keeps_no_templates_is_not_let_in(home, client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert ADDRESS not in client.get("/admin/").content.decode()
