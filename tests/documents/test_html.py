"""The HTML of a plan: everything in it, nothing fetched, nothing run."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from pep_plugin.documents.html import html
from tests.documents import scene
from tests.documents.scene import NAUGHTY, outline, plain


class Reader(HTMLParser):
    """Text, tags with their attributes, and the title."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.skip = 0

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.skip += tag == "style"

    def handle_endtag(self, tag):
        self.skip -= tag == "style"

    def handle_data(self, data):
        if not self.skip:
            self.text += data


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    return reader


@pytest.mark.parametrize("key", NAUGHTY)
def test_every_text_stands_as_it_was_typed(key):
    assert plain(NAUGHTY[key]) in plain(read(html(outline())).text)


def test_spaces_and_lines_are_kept():
    text = read(html(outline())).text
    assert NAUGHTY["spaces"] in text
    assert "<p>second</p><p></p><p>fourth, after an empty line</p>" in html(outline())


def test_nothing_is_fetched_and_nothing_runs():
    tags = read(html(outline())).tags
    assert not {tag for tag, _attributes in tags} & {"script", "link", "iframe", "object"}
    pictures = [attributes["src"] for tag, attributes in tags if tag == "img"]
    assert all(source.startswith("data:image/") for source in pictures)
    for tag, attributes in tags:
        refused = ("style",) if tag == "img" else ("src", "style")
        assert not [name for name in attributes if name in refused or name[:2] == "on"]


def test_the_title_is_the_reference():
    title = re.search("<title>(.*?)</title>", html(outline()))
    assert title
    assert title[1] == "PEP-7K2M-4QX9"


def test_headings_go_down_one_step_at_a_time():
    levels = [int(tag[1]) for tag, _ in read(html(outline())).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_heading_of_a_table_says_what_it_heads():
    headings = [attributes for tag, attributes in read(html(outline())).tags if tag == "th"]
    assert headings
    assert all(attributes.get("scope") in ("row", "col") for attributes in headings)


def test_lines_in_hebrew_and_arabic_run_from_right_to_left():
    markup = html(outline())
    assert f'<p dir="rtl">{NAUGHTY["hebrew"]}</p>' in markup
    assert '<p dir="rtl">ليلى تقول hello</p>' in markup
    assert "<p>Layla says مرحبا and waves</p>" in markup


def test_what_is_left_out_is_not_in_the_file():
    markup = html(outline(audience="parent"))
    assert "Left out of this copy" in markup
    assert "01632 960123" not in markup


def test_detail_that_nobody_added_is_one_line_of_labels():
    given = scene.answers()
    del given["home"]["more"]
    markup = html(outline(given=given))
    assert re.search(r"Not provided</th>\s*<td><p>More about home</p>", markup)


def test_the_part_for_screens_needs_no_request():
    markup = render_to_string("pep_plugin/documents/_outline.html", {"outline": outline()})
    assert markup.count("<h1") == 0
    assert "pep_plugin:" not in markup
