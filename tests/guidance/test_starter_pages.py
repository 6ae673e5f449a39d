"""The first pages: made once, as drafts unless asked, and never touched again."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

from pep_plugin.guidance.starter import ensure_pages
from pep_plugin.guidance.starter.pages import UNDER_IT
from pep_plugin.pages.models import GuidancePage, LibraryPage, SectionHomePage

pytestmark = pytest.mark.django_db


def what_happened(*, publish=False):
    return {outcome.page.slug: outcome.what for outcome in ensure_pages(publish=publish)}


def test_new_pages_are_drafts_that_no_visitor_sees(home, quick_word, client):
    assert set(what_happened().values()) == {"made"}
    assert client.get("/personal-education-plans/").status_code == 404
    assert not GuidancePage.objects.live().exists()
    assert not LibraryPage.objects.live().exists()


def test_asked_to_publish_the_pages_are_there_for_visitors(home, quick_word, client):
    assert set(what_happened(publish=True).values()) == {"published"}
    for address in ("", *(f"{starter.content['slug']}/" for starter in UNDER_IT)):
        assert client.get(f"/personal-education-plans/{address}").status_code == 200


def test_a_second_run_changes_nothing(published):
    before = list(GuidancePage.objects.values_list("pk", "latest_revision", "last_published_at"))
    call_command("pep_setup", publish=True, verbosity=0)
    after = list(GuidancePage.objects.values_list("pk", "latest_revision", "last_published_at"))
    assert after == before


def test_what_an_editor_wrote_stays(published, client):
    published.intro = "Our own words."
    published.save_revision().publish()
    call_command("pep_setup", publish=True, verbosity=0)
    assert "Our own words." in client.get(published.url).content.decode()


def test_a_draft_that_nobody_opened_can_still_be_published(home, quick_word):
    ensure_pages()
    assert set(what_happened(publish=True).values()) == {"published"}


def test_a_draft_that_an_editor_is_working_on_is_not_published(home, quick_word):
    ensure_pages()
    page = SectionHomePage.objects.get(slug="personal-education-plans")
    page.intro = "Not ready yet."
    page.save_revision()
    assert what_happened(publish=True)["personal-education-plans"] == "kept"
    assert not SectionHomePage.objects.get(pk=page.pk).live


def test_a_page_that_an_editor_took_down_stays_down(published):
    published.unpublish()
    assert what_happened(publish=True)["personal-education-plans"] == "kept"
    assert not SectionHomePage.objects.get(pk=published.pk).live


def test_a_site_without_a_first_page_is_left_alone(home):
    Site.objects.all().delete()
    assert ensure_pages(publish=True) == []


def test_the_words_hold_no_name_of_a_council_or_a_person(published, client):
    text = " ".join(str(block.value) for block in published.body)
    assert "Alderbrook" not in text
    assert "Maya" not in text


def test_created_twice_the_pages_stay_one_set(home, quick_word):
    ensure_pages()
    before = Page.objects.count()
    ensure_pages()
    ensure_pages(publish=True)
    assert Page.objects.count() == before


def test_what_an_editor_deleted_does_not_come_back(published):
    Page.objects.get(slug="quality").delete()
    call_command("pep_setup", publish=True, verbosity=0)
    assert not Page.objects.filter(slug="quality").exists()


def test_what_an_editor_renamed_or_moved_is_not_made_again(published):
    renamed, moved = Page.objects.get(slug="targets"), Page.objects.get(slug="quality")
    renamed.slug = "good-targets"
    renamed.save()
    moved.move(renamed, pos="last-child")
    before = Page.objects.count()
    call_command("pep_setup", publish=True, verbosity=0)
    assert Page.objects.count() == before


def test_the_page_of_an_earlier_release_stays_and_gets_its_new_neighbours(home, quick_word):
    old = GuidancePage(title="Our PEPs", slug="personal-education-plans", intro="Ours.")
    home.add_child(instance=old)
    old.save_revision().publish()
    assert what_happened(publish=True)["personal-education-plans"] == "kept"
    assert GuidancePage.objects.get(pk=old.pk).intro == "Ours."
    assert "the-meeting" in {
        page.slug for page in GuidancePage.objects.get(pk=old.pk).get_children()
    }


def test_the_words_name_the_councils_own_number(home, quick_word, client):
    ensure_pages(publish=True)
    html = client.get("/personal-education-plans/if-a-child-may-be-in-danger/").content.decode()
    assert "01632 960 199" in html
    assert "{urgent}" not in html


def test_every_starter_page_can_be_found_and_described(published):
    for page in published.get_descendants(inclusive=True).specific():
        assert page.search_description, page.title
        assert page.intro, page.title


def test_a_page_offers_the_papers_that_it_speaks_of_and_no_others(published, client):
    html = client.get("/personal-education-plans/the-meeting/").content.decode()
    assert "PEP meeting: agenda" in html
    assert "Designated teacher’s checklist" in html
    assert "Secondary (Year 7" not in html
