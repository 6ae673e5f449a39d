"""The gallery of blocks in a real browser, and our mark-up before a strict judge."""

import pytest
from council.home.models import HomePage
from django.test import Client

from pep_plugin.pages.models import FaqPage, GuidancePage, SectionHomePage
from tests.browser import nu
from tests.browser.windows import WINDOWS, resize
from tests.guidance.blocks import EMPTY, full

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("council_site"),
]
#: Blocks whose words go past their own edge, by name.
TOO_WIDE = """() => [...document.querySelectorAll('.pep-block')]
    .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className)"""


def new_guidance(title, body):
    """The address of a new live page of the blocks given."""
    page = GuidancePage(title=title, slug=title.lower().replace("_", "-"), body=body)
    HomePage.objects.first().add_child(instance=page)
    return page.url


@pytest.fixture
def gallery(council_site):
    """The address of every block full, and of every block empty."""
    return [new_guidance("Full", full()), new_guidance("Empty", list(EMPTY.items()))]


def test_no_block_full_or_empty_is_a_barrier(gallery, new_page, axe_violations, scrolls_sideways):
    page = new_page()
    found = []
    for address in gallery:
        page.goto(address)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        for window in WINDOWS:
            resize(page, window)
            place = f"{address} {window}"
            found += [f"{place}: {line}" for line in axe_violations(page)]
            found += [f"{place}: too wide: {name}" for name in page.evaluate(TOO_WIDE)]
            found += [f"{place}: scrolls sideways"] * scrolls_sideways(page)
    assert found == []


def test_the_gallery_in_the_browser_holds_every_block(gallery, new_page):
    page = new_page()
    page.goto(gallery[0])
    for name in EMPTY:
        assert page.locator(f".pep-block--{name}").first.is_visible(), name


def test_without_a_script_answers_open_by_their_address_and_headings_by_the_contents(
    gallery, new_page
):
    page = new_page(java_script_enabled=False)
    page.goto("/full/#q-who-comes")
    assert page.locator("#q-who-comes").get_by_text("Everyone who helps.").is_visible()
    assert not page.locator("#q-who-comes-2").get_by_text("Everyone who helps.").is_visible()
    page.get_by_role("navigation", name="On this page").get_by_text("What happens").click()
    assert page.url.endswith("#what-happens")
    assert page.locator("#what-happens h2").inner_text() == "What happens"


def test_print_opens_every_answer_and_leaves_ways_on_out(gallery, new_page):
    page = new_page()
    page.goto("/full/")
    page.emulate_media(media="print")
    for answer in page.locator("details.pep-details--question > div").all():
        assert answer.is_visible()
    for gone in (".pep-start", ".pep-breadcrumbs", ".pep-contents", ".pep-feedback"):
        assert not page.locator(gone).first.is_visible(), gone


def test_the_contents_of_a_page_without_downloads_stay_in_sight_beside_its_words(gallery, new_page):
    page = new_page()
    page.goto("/full/")
    contents, words = page.locator(".pep-contents"), page.locator("#what-happens")
    words.scroll_into_view_if_needed()
    aside, text = contents.bounding_box(), words.bounding_box()
    assert aside["x"] >= text["x"] + text["width"]
    assert 0 <= aside["y"] < page.viewport_size["height"]
    page.set_viewport_size({"width": 900, "height": 900})
    assert contents.bounding_box()["x"] == words.bounding_box()["x"]
    assert contents.bounding_box()["y"] < page.locator("#what-a-plan-is").bounding_box()["y"]


def test_our_own_mark_up_has_no_fault_on_any_page_or_in_any_block(gallery, tmp_path):
    addresses = [
        page.url
        for home in SectionHomePage.objects.all()
        for page in home.get_descendants(inclusive=True).live()
    ]
    assert FaqPage.objects.live().exists()
    alone = [new_guidance(f"Full_{name}", [(name, value)]) for name, value in full()]
    alone += [new_guidance(f"Empty_{name}", [(name, value)]) for name, value in EMPTY.items()]
    client = Client()
    pieces = {
        address: nu.ours(client.get(address).content.decode())
        for address in [*addresses, *gallery, *alone]
    }
    assert nu.complaints(pieces, tmp_path) == []
