"""Kinder words are found as whole words, suggested once, and never put in."""

import pytest

from pep_plugin.entry.kinder import Glossary, Kinder
from pep_plugin.sections.schema import Question, Table
from tests.entry.pages import draw, one_page, sent

GLOSSARY = Glossary(
    [
        Kinder("contact", "family time", "It is time with family."),
        Kinder("contact centre", "the place where they meet"),
        Kinder("LAC", "child in care"),
        Kinder("placement", "home"),
        Kinder("C++ (old)", "another"),
    ]
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Contact is on Fridays.", ["contact"]),
        ("CONTACT, contact and contact", ["contact"]),
        ("At the contact  centre", ["contact centre"]),
        ("Two placements; contact.", ["placement", "contact"]),
        ("the placement’s end", ["placement"]),
        ("lac", ["LAC"]),
        ("place, contactless, non-contact, contact-free, lack, lacquer", []),
        ("C++ (OLD)", ["C++ (old)"]),
        ("", []),
    ],
)
def test_whole_words_however_they_are_written(text, words):
    assert [one.word for one in GLOSSARY.suggestions(text)] == words


def test_no_words_suggest_nothing():
    assert Glossary().suggestions("contact") == []
    assert not Glossary()


FORM = one_page(
    Question(key="news", label="What is new?", kind="long_text"),
    Question(key="child_says", label="The child says", kind="long_text", owner_role="child"),
    Question(key="home", label="Home", kind="choice", choices="yes_no"),
    Question(
        key="people",
        label="People",
        kind="table",
        table=Table(columns=(Question(key="about", label="About"),)),
    ),
)
ANSWERS = {
    "news": {"value": "Contact <went> well."},
    "child_says": {"value": "contact"},
    "people": {"value": [{"id": "aaaaaaaaaa", "cells": {"about": {"value": "her placement"}}}]},
}


def test_a_suggestion_stands_under_the_box_and_is_read_with_it():
    html = str(draw(FORM, ANSWERS, glossary=GLOSSARY))
    assert "For “contact” perhaps: <strong>family time</strong>." in html
    assert 'aria-describedby="id_part-news-kinder"' in html
    assert "For “placement” perhaps: <strong>home</strong>." in html


def test_a_childs_own_words_are_never_corrected():
    html = str(draw(FORM, {"child_says": ANSWERS["child_says"]}, glossary=GLOSSARY))
    assert "family time</strong>" not in html
    assert "child_says-kinder" not in html


def test_the_text_goes_back_as_it_was_written():
    page = draw(FORM, ANSWERS, glossary=GLOSSARY)
    again = draw(FORM, ANSWERS, glossary=GLOSSARY, data=sent(page))
    assert again.collect()["news"] == ANSWERS["news"]


def test_without_a_glossary_there_is_no_trace_of_one():
    assert "kinder" not in str(draw(FORM, ANSWERS))
