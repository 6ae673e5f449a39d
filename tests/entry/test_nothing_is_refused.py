"""What cannot be read is kept as it was typed, shown again, and named in a sentence."""

import pytest

from pep_plugin.entry.dates import join_date, split_date
from pep_plugin.sections.schema import Choice, Question
from tests.entry.pages import draw, one_page, posted, sent

DATE = Question(key="on", label="On which day", kind="date")


def test_the_thirty_first_of_february_is_kept_and_shown_again():
    page = posted(
        one_page(DATE), changes={"part-on_0": "31", "part-on_1": "Feb", "part-on_2": "2026"}
    )
    assert page.collect() == {"on": {"typed": "31 Feb 2026"}}
    again = draw(one_page(DATE), page.collect())
    assert sent(again)["part-on_0"] == "31"
    assert sent(again)["part-on_1"] == "Feb"


def test_it_is_named_beside_its_control_and_in_the_summary():
    page = draw(one_page(DATE), {"on": {"typed": "31 2 2026"}})
    assert not page.check()
    assert [problem.control_id for problem in page.problems] == ["id_part-on_0"]
    assert 'id="id_part-on_0"' in str(page)
    assert "is not a date in the calendar" in str(page)


@pytest.mark.parametrize(
    "boxes",
    [
        ["31", "Feb", "2026"],
        ["31", "Feb", ""],
        ["", "2", "2026"],
        ["", "", "2026"],
        ["3", "", ""],
        ["next", "week", "or so"],
        ["", "", ""],
        ["5", "", "2026"],
    ],
)
def test_whatever_stands_in_the_boxes_comes_back_into_the_same_boxes(boxes):
    assert split_date(join_date(boxes)) == boxes


def test_a_null_byte_and_lone_surrogates_never_reach_an_answer():
    page = posted(one_page(Question(key="x", label="X")), changes={"part-x": "a\x00b\ud800c"})
    assert page.collect() == {"x": {"value": "abc"}}


def test_a_choice_that_nobody_offered_is_kept_as_text_and_drawn_as_one_more_choice():
    asked = Question(key="x", label="X", kind="choice", choices=(Choice("a", "Apples"),))
    page = posted(one_page(asked), changes={"part-x": "purple"})
    assert page.collect() == {"x": {"typed": "purple"}}
    again = draw(one_page(asked), page.collect())
    assert "“purple”, as it was written" in str(again)
    assert sent(again)["part-x"] == "purple"


def test_an_optional_choice_can_be_let_go_of_again():
    asked = Question(key="x", label="X", kind="yes_no")
    assert "No answer" not in str(draw(one_page(asked)))
    page = posted(one_page(asked), {"x": {"value": "yes"}}, changes={"part-x": ""})
    assert page.collect() == {"x": None}


def test_text_that_looks_like_mark_up_is_shown_as_text():
    page = draw(
        one_page(Question(key="x", label="X")), {"x": {"value": "<script>alert(1)</script>"}}
    )
    assert "<script>" not in str(page)


def test_a_long_text_with_line_ends_comes_back_the_same():
    text = "\nOne\n\n  two  three\n" + "ż" * 20_000
    asked = Question(key="x", label="X", kind="long_text")
    page = posted(one_page(asked), {"x": {"value": text.rstrip()}})
    assert page.collect()["x"] == {"value": text.rstrip()}
