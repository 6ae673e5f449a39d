"""Every kind of question can be typed, and what is drawn comes back as it was stored."""

import pytest
from django import forms

from pep_plugin.entry.fields import ADAPTERS, field_for, raw_of
from pep_plugin.sections import answers, kinds
from pep_plugin.sections.definitions import shipped
from pep_plugin.sections.kinds import Kind, texts
from pep_plugin.sections.schema import Choice, Question, Table
from tests.entry.pages import draw, one_page, posted, sent

CONTEXT = {
    "phase": "primary",
    "kind": "termly",
    "term": "autumn",
    "year_group": "4",
    "age": 9,
    "first": "no",
    "on_roll": "yes",
}


def question(kind: str) -> Question:
    extras = {
        "choice": {"choices": (Choice("a", "Apples"), Choice("b", "Pears"))},
        "choices": {"choices": (Choice("a", "Apples"), Choice("b", "Pears, green"))},
        "scale": {"limits": {"points": 10}},
        "identifier": {"limits": {"scheme": "upn"}},
        "computed": {"limits": {"how": "sum", "of": ["other"]}},
        "table": {"table": Table(columns=(Question(key="one", label="One"),))},
    }
    return Question(key="asked", label="Asked", kind=kind, **extras.get(kind, {}))


def test_the_controls_cover_exactly_the_registered_kinds():
    ours = {
        type(kind)
        for kind in kinds.registered().values()
        if type(kind).__module__.startswith("pep_plugin.")
    }
    assert set(ADAPTERS) - {Kind, kinds.UnknownKind} == ours


# A worked out answer is not typed, nor is a file; a link to rows needs rows (test_tables has one).
@pytest.mark.parametrize("kind", sorted({*kinds.registered()} - {"computed", "file", "row_link"}))
def test_a_kind_draws_a_control_and_reads_back_its_sample(kind):
    asked = question(kind)
    answer = {"value": kinds.get(kind).sample(asked)}
    page = draw(one_page(asked), {"asked": answer})
    again = draw(one_page(asked), {}, data=sent(page))
    assert answers.content(again.collect()["asked"]) == answers.content(answer)


@pytest.mark.parametrize("kind", kinds.registered())
def test_an_empty_control_gives_no_answer(kind):
    asked = question(kind)
    page = posted(one_page(asked))
    is_posted = asked.is_typed and kind != "file"
    assert page.collect() == ({"asked": None} if is_posted else {})


def test_a_third_party_kind_is_typed_in_the_control_of_the_kind_it_grew_from():
    class Postcode(texts.LongText):
        key = "postcode_for_this_test"

    kinds.register(Postcode())
    try:
        field = field_for(Question(key="x", label="X", kind="postcode_for_this_test"), [])
        assert isinstance(field.widget, forms.Textarea)
    finally:
        kinds._REGISTRY.pop("postcode_for_this_test")


def test_an_answer_of_a_kind_that_is_gone_is_shown_and_stays():
    page = draw(one_page(Question(key="x", label="X", kind="star_sign")), {"x": {"value": "Leo"}})
    assert "Leo" in str(page)
    assert page.collect() == {}


@pytest.mark.parametrize("step", shipped()["primary"].steps(), ids=lambda step: step.name)
def test_every_screen_of_the_primary_form_gives_back_what_was_stored(step):
    form = shipped()["primary"]
    everything = answers.sample(form)
    stored = everything[step.section.key]
    page = draw(form, stored, step=step.name, others=everything, context=CONTEXT)
    again = draw(form, stored, step=step.name, others=everything, context=CONTEXT, data=sent(page))
    found = again.collect()
    assert {key: answers.content(answer) for key, answer in found.items()} == {
        key: answers.content(stored.get(key)) for key in found
    }
    assert not again.problems


def test_an_unreadable_answer_goes_back_into_its_control():
    asked = Question(key="x", label="X", kind="choices", choices=(Choice("a", "A"),))
    assert raw_of(asked, {"typed": "a; purple"}) == ["a", "purple"]
