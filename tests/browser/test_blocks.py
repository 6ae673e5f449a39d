"""The gallery of blocks in a real browser, and our mark-up before a strict judge."""

import pytest
from council.home.models import HomePage
from django.test import Client

from pep_plugin.pages.models import FaqPage, GuidancePage, SectionHomePage
from tests.browser import nu
from tests.guidance.blocks import EMPTY, full

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("council_site"),
]


@pytest.fixture
def gallery(council_site):
    """The address of every block full, and of every block empty."""
    home = HomePage.objects.first()
    home.add_child(instance=GuidancePage(title="Full", slug="full", body=full()))
    home.add_child(instance=GuidancePage(title="Empty", slug="empty", body=list(EMPTY.items())))
    return ["/full/", "/empty/"]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light")])
def test_no_block_full_or_empty_is_a_barrier(
    width, scheme, gallery, new_page, axe_violations, scrolls_sideways
):
    page = new_page(width=width, color_scheme=scheme)
    for address in gallery:
        page.goto(address)
        for closed in page.locator("details").all():
            closed.evaluate("one => one.open = true")
        assert axe_violations(page) == [], address
        assert not scrolls_sideways(page), address


def test_an_address_of_an_answer_opens_it_without_a_script(gallery, new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/full/#q-who-comes")
    assert page.locator("#q-who-comes").get_by_text("Everyone who helps.").is_visible()
    assert not page.locator("#q-who-comes-2").get_by_text("Everyone who helps.").is_visible()


def test_print_opens_every_answer_and_leaves_ways_on_out(gallery, new_page):
    page = new_page()
    page.goto("/full/")
    page.emulate_media(media="print")
    assert page.locator("#q-who-comes-2").get_by_text("Everyone who helps.").is_visible()
    for gone in (".pep-start", ".pep-breadcrumbs", ".pep-contents", ".pep-feedback"):
        assert not page.locator(gone).first.is_visible(), gone


def test_the_table_of_contents_leads_to_its_headings(gallery, new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/full/")
    page.get_by_role("navigation", name="On this page").get_by_text("What happens").click()
    assert page.url.endswith("#what-happens")
    assert page.locator("#what-happens h2").inner_text() == "What happens"


def test_our_own_mark_up_has_no_fault_on_any_page_or_in_any_block(gallery, tmp_path):
    client = Client()
    pieces = {
        page.url: nu.ours(client.get(page.url).content.decode())
        for home in SectionHomePage.objects.all()
        for page in home.get_descendants(inclusive=True).live()
    }
    assert any(FaqPage.objects.filter(live=True))
    for address in gallery:
        pieces[address] = nu.ours(client.get(address).content.decode())
    assert nu.complaints(pieces, tmp_path) == []
