"""The gallery of blocks: each full and empty, explained to editors, at a constant cost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from pep_plugin.guidance.blocks import GuidanceBlocks
from pep_plugin.pages.models import GuidancePage
from tests.guidance.blocks import EMPTY, FULL, full
from tests.library.making import edition, template

pytestmark = pytest.mark.django_db

BLOCKS = GuidanceBlocks()


def ours(html: str) -> str:
    """Our part of a page, without the form at its end."""
    return html.split('<article class="pep-guidance')[1].split('<section class="pep-feedback')[0]


def test_the_gallery_shows_every_block_full_and_empty():
    assert {name for name, _value in full()} == set(BLOCKS.child_blocks) == set(EMPTY)


@pytest.mark.parametrize("name", sorted(EMPTY))
def test_an_empty_block_leaves_nothing_broken_behind(name, guidance_page, client):
    html = ours(client.get(guidance_page((name, EMPTY[name])).url).content.decode())
    assert not re.search(r"<(h[1-6]|ul|ol|p|caption|summary|li|a)\b[^>]*>\s*</\1>", html)
    assert "None" not in html


@pytest.mark.parametrize("name", ["faq", "attends", "includes", "steps", "timeline"])
def test_a_heading_with_nothing_under_it_is_left_out(name, guidance_page, client):
    html = ours(client.get(guidance_page((name, EMPTY[name])).url).content.decode())
    assert "<h2" not in html


def test_a_start_button_without_words_is_left_out(guidance_page, client):
    with_words = ours(client.get(guidance_page(("start", FULL["start"])).url).content.decode())
    assert "pep-button--start" in with_words
    GuidancePage.objects.all().delete()
    without = ours(client.get(guidance_page(("start", EMPTY["start"])).url).content.decode())
    assert "pep-button--start" not in without


def test_related_downloads_without_a_heading_have_none(guidance_page, client):
    edition(template("booklet"), "1", "2024-09-01", address="https://alderbrook.example/booklet")
    html = ours(client.get(guidance_page(("related", EMPTY["related"])).url).content.decode())
    assert "Booklet" in html
    assert "<h2" not in html


def test_a_page_of_all_blocks_twice_over_gives_no_id_twice(guidance_page, client):
    html = client.get(guidance_page(*full(), *full()).url).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))


def test_equal_questions_have_addresses_of_their_own(guidance_page, client):
    question = ("question", {"question": "Who comes?", "answer": "<p>All.</p>"})
    html = client.get(guidance_page(question, question).url).content.decode()
    assert re.findall(r'<div id="(q-[^"]+)"', html) == ["q-who-comes", "q-who-comes-2"]
    assert 'href="#q-who-comes-2"' in html


@pytest.mark.parametrize("name", sorted(EMPTY))
def test_an_editor_is_told_what_a_block_is_for(name):
    block = BLOCKS.child_blocks[name]
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    assert str(block.label)


def test_a_list_has_an_end():
    for name, field in [("attends", "people"), ("includes", "items"), ("steps", "steps")]:
        assert BLOCKS.child_blocks[name].child_blocks[field].meta.max_num


def queries(client, page) -> int:
    client.get(page.url)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(page.url).status_code == 200
    return len(seen)


def test_a_page_costs_the_same_however_many_blocks_downloads_and_siblings(guidance_page, client):
    page = guidance_page(*full(), related=full()[-2][1])
    once = queries(client, page)
    page.body = full() * 3
    page.related = full()[-2][1] * 6
    page.save()
    for number in range(5):
        page.add_sibling(instance=GuidancePage(title=f"Page {number}", slug=f"page-{number}"))
    assert queries(client, page) == once


def test_breadcrumbs_start_at_the_first_page_of_the_site_that_is_visited(guidance_page, client):
    section = guidance_page()
    inner = section.add_child(instance=GuidancePage(title="Inner", slug="inner"))
    deep = inner.add_child(instance=GuidancePage(title="Deep", slug="deep"))
    Site.objects.filter(is_default_site=True).update(root_page=section)
    Site.clear_site_root_paths_cache()
    crumbs = re.findall(
        r"<li><a href=\"([^\"]+)\">([^<]+)</a></li>",
        client.get("/inner/deep/").content.decode().split("Breadcrumbs")[1].split("</nav>")[0],
    )
    assert crumbs == [("/", "Home"), ("/inner/", "Inner")]
    assert deep.get_url() == "/inner/deep/"


def test_the_first_page_of_a_site_has_no_breadcrumbs(guidance_page, client):
    Site.objects.filter(is_default_site=True).update(root_page=guidance_page())
    Site.clear_site_root_paths_cache()
    assert "Breadcrumbs" not in client.get("/").content.decode()


def test_search_engines_get_the_description_or_else_the_introduction(guidance_page, client):
    page = guidance_page(intro="In a few words.")
    assert (
        '<meta name="description" content="In a few words.">'
        in client.get(page.url).content.decode()
    )
    page.search_description = 'For "search" engines.'
    page.save()
    html = client.get(page.url).content.decode()
    assert '<meta name="description" content="For &quot;search&quot; engines.">' in html
    assert html.count('name="description"') == 1
