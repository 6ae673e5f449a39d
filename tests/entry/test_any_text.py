"""Whatever anybody types into whatever control: it is stored, drawn, and comes back the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pep_plugin.sections.answers import content
from pep_plugin.sections.schema import Choice, Question, Table
from tests.entry.pages import draw, one_page, sent

# A busy machine is not a wrong answer.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

CHOICES = (Choice("a", "Apples"), Choice("b", "Pears; green"))
ASKED = {
    "text": Question(key="x", label="X"),
    "long_text": Question(key="x", label="X", kind="long_text"),
    "number": Question(key="x", label="X", kind="number"),
    "money": Question(key="x", label="X", kind="money"),
    "time": Question(key="x", label="X", kind="time"),
    "school": Question(key="x", label="X", kind="school"),
    "person": Question(key="x", label="X", kind="person"),
    "identifier": Question(key="x", label="X", kind="identifier", limits={"scheme": "upn"}),
    "choice": Question(key="x", label="X", kind="choice", choices=CHOICES),
    "scale": Question(key="x", label="X", kind="scale"),
    "yes_no": Question(key="x", label="X", kind="yes_no"),
}


def stored_and_back(question, **posted):
    """What is stored for a post, and what is stored when the page drawn from it is sent back."""
    form = one_page(question)
    first = draw(form, data={"part__asked": "x@0", **posted}).collect()["x"]
    again = draw(form, {"x": first} if first else {})
    return first, draw(form, {}, data=sent(again)).collect()["x"]


@pytest.mark.parametrize("kind", ASKED)
@given(text=st.text(max_size=60))
def test_one_box(kind, text):
    first, second = stored_and_back(ASKED[kind], **{"part-x": text})
    assert content(second) == content(first)
    assert "\x00" not in str(first)
    str(first).encode()


@given(boxes=st.lists(st.text(max_size=12), min_size=3, max_size=3))
def test_three_boxes_of_a_date(boxes):
    question = Question(key="x", label="X", kind="date")
    posted = {f"part-x_{part}": text for part, text in enumerate(boxes)}
    first, second = stored_and_back(question, **posted)
    assert content(second) == content(first)
    str(first).encode()


@given(texts=st.lists(st.text(max_size=12), max_size=4))
def test_ticked_boxes(texts):
    question = Question(key="x", label="X", kind="choices", choices=CHOICES)
    first, _second = stored_and_back(question, **{"part-x": texts})
    stored = {"x": first} if first else {}
    # Boxes are drawn in the order of the options: another order is no change.
    again = draw(one_page(question), stored, data=sent(draw(one_page(question), stored)))
    assert content(again.collect()["x"]) == content(first)
    str(first).encode()


@given(text=st.text(max_size=60))
def test_a_cell_of_a_table(text):
    table = Table(columns=(Question(key="on", label="On", kind="date"), ASKED["long_text"]))
    question = Question(key="x", label="X", kind="table", table=table)
    name = "part-x-aaaaaaaaaa"
    posted = {"part-x-rows": "aaaaaaaaaa", f"{name}-on_0": text, f"{name}-x": text}
    first, second = stored_and_back(question, **posted)
    assert content(second) == content(first)
    str(first).encode()
