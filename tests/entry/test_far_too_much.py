"""Pages that no person typed: thousands of rows, forged row ids, text without an end."""

import pytest

from pep_plugin.sections.schema import Question, Table
from tests.entry.pages import draw, one_page, sent

FORM = one_page(
    Question(key="news", label="What is new?", kind="long_text"),
    Question(
        key="people",
        label="People",
        kind="table",
        table=Table(columns=(Question(key="about", label="About"),), row_name="person"),
    ),
)
STORED = {"people": {"value": [{"id": "aaaaaaaaaa", "cells": {"about": {"value": "Jo"}}}]}}


def posted(**changes):
    return draw(FORM, STORED, data=sent(draw(FORM, STORED), **changes))


def test_of_thousands_of_rows_no_more_are_read_than_people_type():
    ids = [f"r{number:09}" for number in range(9_000)]
    page = posted(**{"part-people-rows": ["aaaaaaaaaa", *ids], "part-people-r000000000-about": "x"})
    (kept, new) = page.collect()["people"]["value"]
    assert (kept["id"], new["id"]) == ("aaaaaaaaaa", "r000000000")
    assert str(page).count("part-people-rows") == 200


def test_more_rows_than_a_table_takes_are_told():
    ids = [f"r{number:09}" for number in range(60)]
    typed = {f"part-people-{row_id}-about": "x" for row_id in ids}
    page = posted(**{"part-people-rows": ids, **typed})
    assert not page.check()
    assert "There are 60 rows; 50 is the most." in str(page)
    assert len(page.collect()["people"]["value"]) == 60


@pytest.mark.parametrize("row_id", ["", "a.b", "a b", "x" * 21, "../..", "<b>", "a\x00b", "ä"])
def test_a_forged_row_id_makes_no_row(row_id):
    changes = {"part-people-rows": ["aaaaaaaaaa", row_id], f"part-people-{row_id}-about": "x"}
    assert posted(**changes).collect()["people"] == STORED["people"]


def test_a_text_without_an_end_is_kept_and_told():
    page = posted(**{"part-news": "word " * 60_000})
    assert not page.check()
    assert page.problems[0].control_id == "id_part-news"
    assert page.collect()["news"]["value"].startswith("word word")


def test_null_bytes_and_lone_surrogates_are_left_out():
    page = posted(**{"part-news": "a\x00b\ud800c"})
    assert page.collect()["news"] == {"value": "abc"}
