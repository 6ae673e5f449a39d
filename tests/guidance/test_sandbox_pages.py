"""The invented council uses its public pages: somebody to ask, dates to come, words of visitors."""

import pytest
from django.core.management import call_command

from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.guidance.feedback.models import Feedback
from pep_plugin.guidance.feedback.personal import found_in
from pep_plugin.guidance.starter import ensure_pages
from pep_plugin.management.fictional.public_side import CARDS, OTHER_DATES, SAID, ensure_public_side
from pep_plugin.pages.models import DatesPage, GuidancePage

pytestmark = pytest.mark.django_db
SECTION = "/personal-education-plans/"


def test_visitors_find_whom_to_ask_and_when(home, quick_word, client):
    ensure_pages(publish=True)
    ensure_public_side()
    whom, when = (client.get(f"{SECTION}{slug}/").content.decode() for slug in ("contact", "dates"))
    for card in CARDS:
        assert card.name in whom
    for _days, what, _note in OTHER_DATES:
        assert what in when


def test_other_dates_fall_on_working_days(home, quick_word):
    ensure_pages(publish=True)
    ensure_public_side()
    days = [block.value["day"] for block in DatesPage.objects.get().own_dates]
    assert len(days) == len(OTHER_DATES)
    assert all(day.weekday() < 5 for day in days)


def test_what_visitors_said_would_have_been_let_through(home, quick_word):
    ensure_pages(publish=True)
    ensure_public_side()
    assert Feedback.objects.count() == len(SAID)
    assert not [one for one in Feedback.objects.all() if found_in(one.words)]


def test_a_second_run_brings_nothing_back(home, quick_word):
    ensure_pages(publish=True)
    ensure_public_side()
    ContactCard.objects.first().delete()
    Feedback.objects.all().delete()
    ensure_public_side()
    assert ContactCard.objects.count() == len(CARDS) - 1
    assert not Feedback.objects.exists()


def test_drafts_stay_drafts(home, quick_word):
    ensure_pages()
    ensure_public_side()
    assert not GuidancePage.objects.live().exists()
    assert ContactCard.objects.count() == len(CARDS)


def test_the_command_does_it(home, quick_word):
    ensure_pages(publish=True)
    call_command("load_sandbox", children=0, verbosity=0)
    assert Feedback.objects.count() == len(SAID)
