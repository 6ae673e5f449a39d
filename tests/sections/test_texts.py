"""Short and long text, and the names of people and schools."""

import pytest

from pep_plugin.sections import answers, kinds
from tests.sections.asking import question


def test_long_text_keeps_its_lines_and_every_character_of_any_script():
    typed = "Łucja said “ŵy”\r\n  שלום\r\n👩‍👩‍👧 <b>&amp;</b> {{ x }}"
    assert answers.read(question("long_text"), typed) == {
        "value": "Łucja said “ŵy”\n  שלום\n👩‍👩‍👧 <b>&amp;</b> {{ x }}"
    }


def test_too_much_text_is_kept_and_said():
    asked = question("text", limits={"max_length": 10})
    answer = answers.read(asked, "x" * 11)
    assert answer == {"value": "x" * 11}
    assert answers.problems(asked, answer) == ["Use 10 characters or fewer. You have used 11."]


def test_twenty_thousand_characters_fit_into_a_long_text():
    asked = question("long_text")
    assert answers.problems(asked, answers.read(asked, "ż" * 20_000)) == []


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Harrow Lane Primary", {"name": "Harrow Lane Primary", "urn": ""}),
        ("Harrow Lane Primary (900001)", {"name": "Harrow Lane Primary", "urn": "900001"}),
        ("St. Mary’s (Upper) (URN 900002)", {"name": "St. Mary’s (Upper)", "urn": "900002"}),
        ("Harrow Lane (old site)", {"name": "Harrow Lane (old site)", "urn": ""}),
    ],
)
def test_a_school_is_typed_with_or_without_its_number(typed, stored):
    assert kinds.get("school").parse(typed, question("school")) == stored


def test_a_number_without_a_name_is_no_school():
    with pytest.raises(kinds.Unreadable, match="name of the school"):
        kinds.get("school").parse("(900001)", question("school"))


def test_a_school_is_exported_with_its_number_in_a_column_of_its_own():
    value = {"name": "Harrow Lane Primary", "urn": "900001"}
    assert kinds.get("school").export(value, question("school")) == {
        "": "Harrow Lane Primary",
        "urn": "900001",
    }
    assert kinds.get("school").export(None, question("school")) == {"": "", "urn": ""}
