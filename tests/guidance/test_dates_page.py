"""The page of dates: the terms, the council's own dates, and what its editor is warned of."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from pep_plugin.pages.models import DatesPage
from pep_plugin.plans.models import Term
from pep_plugin.plans.terms import ensure_terms
from tests.factories import UserFactory

NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.timezone.utc)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("terms")]


@pytest.fixture
def terms():
    with time_machine.travel(NOW):
        yield ensure_terms(2026)


@pytest.fixture
def dates(home):
    """Makes a live page of dates with these of its own: (what, day)."""

    def make(*own):
        page = DatesPage(
            title="Dates",
            slug="dates",
            own_dates=[
                ("date", {"what": what, "day": datetime.date.fromisoformat(day), "note": ""})
                for what, day in own
            ],
        )
        home.add_child(instance=page)
        return page

    return make


@pytest.fixture
def edit(client):
    client.force_login(UserFactory(superuser=True))
    return lambda page: client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_this_years_last_days_stand_on_the_page(client, dates):
    html = client.get(dates().url).content.decode()
    assert "11 December 2026" in html
    assert "Summer term 2027" in html


def test_next_years_guesses_are_not_printed_and_checked_dates_are(client, dates):
    page = dates()
    assert "Autumn term 2027" not in client.get(page.url).content.decode()
    Term.objects.filter(academic_year=2027, key="autumn").update(is_checked=True)
    html = client.get(page.url).content.decode()
    assert "Next year" in html
    assert "Autumn term 2027" in html
    assert "Spring term 2028" not in html


def test_own_dates_stand_in_order_and_leave_when_they_are_over(client, dates):
    page = dates(
        ("Forum", "2027-03-02"), ("Training day", "2027-01-12"), ("Open day", "2026-11-23")
    )
    html = client.get(page.url).content.decode()
    assert html.index("Training day") < html.index("Forum")
    assert "Open day" not in html


def test_the_editor_is_warned_of_days_on_which_nobody_works(dates, edit):
    html = edit(dates(("Training day", "2027-03-26"), ("Forum", "2027-03-02")))
    assert (
        "Training day: 26 March 2027 is Good Friday. The next working day is 30 March 2027." in html
    )
    assert "Forum: 2 March" not in html


def test_the_editor_is_warned_of_a_last_day_too(dates, edit):
    Term.objects.filter(key="summer", academic_year=2026).update(
        last_day_to_send=datetime.date(2027, 7, 3)
    )
    assert "Summer term 2027, last day to send: 3 July 2027 is a Saturday." in edit(dates())


def test_a_day_that_is_over_can_no_longer_be_mended(dates, edit):
    assert "is a Sunday" not in edit(dates(("Open day", "2026-11-22")))


def test_where_all_is_well_the_editor_sees_no_panel(dates, edit):
    Term.objects.update(is_checked=True)
    html = edit(dates(("Forum", "2027-03-02")))
    assert "no working day" not in html
    assert "Nobody has checked" not in html


def test_the_editor_is_told_that_the_dates_are_those_that_came_with_the_package(dates, edit):
    html = edit(dates())
    assert "Nobody has checked these dates yet." in html
    assert "Autumn term 2026" in html


def test_saving_says_it_once_more(client, dates):
    page = dates()
    client.force_login(UserFactory(superuser=True))
    data = {
        "title": "Dates",
        "slug": "dates",
        "intro": "",
        "own_dates-count": "1",
        "own_dates-0-deleted": "",
        "own_dates-0-order": "0",
        "own_dates-0-type": "date",
        "own_dates-0-id": "",
        "own_dates-0-value-what": "Training day",
        "own_dates-0-value-day": "2026-12-25",
        "own_dates-0-value-note": "",
        "body-count": "0",
        "related-count": "0",
        "reviewed_by": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
    }
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, follow=True)
    told = " ".join(str(message) for message in response.context["messages"])
    assert "Training day: 25 December 2026 is Christmas Day." in told
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().own_dates[0].value["what"] == "Training day"
