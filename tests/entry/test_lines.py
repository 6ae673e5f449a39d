"""Rows that people add stand as lines of one table while they are few and small."""

from lxml import html as parser

from pep_plugin.sections.schema import Question, Table
from tests.entry.pages import draw, one_page, sent

ROWS = [
    {"id": "k3v9x2m4p7", "cells": {"c0": {"value": "English"}}},
    {"id": "a3v9x2m4p7", "cells": {"c0": {"value": "Maths"}}},
]


def grades(columns, **last):
    keys = [f"c{number}" for number in range(columns)]
    asked = [Question(key=key, label=key.upper()) for key in keys]
    if last:
        asked[-1] = Question(key=keys[-1], label="Last", **last)
    table = Table(row_name="subject", columns=tuple(asked))
    return one_page(Question(key="subjects", label="Subjects", kind="table", table=table))


def drawn(form):
    page = draw(form, {"subjects": {"value": ROWS}})
    return page, parser.fromstring(f"<form>{page}</form>")


def test_six_small_columns_are_lines_each_with_a_button_that_takes_it_off():
    page, root = drawn(grades(6))
    assert len(root.xpath("//table/tbody/tr")) == 2
    buttons = root.xpath("//tbody//button[@name='remove']/@value")
    assert buttons == ["subjects:k3v9x2m4p7", "subjects:a3v9x2m4p7"]
    named = [" ".join(button.text_content().split()) for button in root.xpath("//tbody//button")]
    assert named == ["Remove Subject 1", "Remove Subject 2"]
    heads = [head.text_content() for head in root.xpath("//thead//th")]
    assert heads == ["Subject", "C0", "C1", "C2", "C3", "C4", "C5", "Remove"]

    # What the page sends back is what it was drawn from.
    again = draw(grades(6), {"subjects": {"value": ROWS}}, data=sent(page))
    assert again.is_valid()
    assert again.collect()["subjects"]["value"] == ROWS


def test_seven_columns_or_a_long_text_have_a_group_for_each_row():
    for form in (grades(7), grades(3, kind="long_text")):
        _page, root = drawn(form)
        assert not root.xpath("//table")
        assert len(root.xpath("//fieldset[@class='pep-row']")) == 2
