"""The five heads of the law, the six things every plan holds, and every field there must be."""

import pytest

from pep_plugin.sections import definitions
from pep_plugin.sections.definitions import coverage
from tests.sections.asking import form, question, section
from tests.sections.mandatory_fields import EVERY, OF_PHASE, SHARED

FORMS = definitions.of_phases()
PRIMARY = FORMS["primary"]
HEADS = {**coverage.HEADS_OF_LAW, **coverage.EVERY_PLAN_HOLDS}


@pytest.mark.parametrize(
    ("subject", "field", "place"), EVERY, ids=[f"{subject}: {field}" for subject, field, _ in EVERY]
)
def test_the_primary_form_has_a_place_for(subject, field, place):
    assert coverage.asks(PRIMARY, place)


@pytest.mark.parametrize("key", OF_PHASE)
def test_the_other_forms_have_a_place_for_every_field_of_theirs(key):
    own = [("own", field, place) for field, place in OF_PHASE[key].items()]
    missing = [row for row in (*own, *SHARED) if not coverage.asks(FORMS[key], row[2])]
    assert missing == []


def test_the_law_has_five_heads_and_every_plan_holds_six_things():
    assert len(coverage.HEADS_OF_LAW) == 5
    assert len(coverage.EVERY_PLAN_HOLDS) == 6


@pytest.mark.parametrize("shipped", FORMS.values(), ids=FORMS)
def test_no_head_is_uncovered(shipped):
    assert coverage.uncovered(shipped) == []


@pytest.mark.parametrize("head", HEADS)
def test_every_place_named_for_a_head_is_asked_by_some_form(head):
    for place in HEADS[head]:
        assert any(coverage.asks(form, place) for form in FORMS.values()), place


@pytest.mark.parametrize("shipped", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("head", coverage.HEADS_OF_LAW)
def test_no_plan_can_be_sent_with_a_head_of_the_law_left_blank(head, shipped):
    places = [place for place in coverage.HEADS_OF_LAW[head] if coverage.asks(shipped, place)]
    questions = [shipped.question(_path(place)) for place in places]
    always = [one for one in questions if one.required is True and one.applies is None]
    assert always, f"Nothing is always required for: {head}"


@pytest.mark.parametrize("shipped", FORMS.values(), ids=FORMS)
def test_what_should_be_different_by_next_summer_is_asked_of_every_child(shipped):
    asked = shipped.question("progress.next_summer")
    assert asked.label == "What should be different by next summer?"
    assert asked.required is True


def _path(place: str) -> str:
    return ".".join(place.split(".")[:2])


def test_a_form_that_leaves_heads_out_is_told_which():
    small = form(section(question("text", "interests"), key="beyond_class"))
    uncovered = coverage.uncovered(small)
    assert "Leisure interests" not in uncovered
    assert "Goals" in uncovered
    assert len(uncovered) == 10


def test_a_column_of_what_is_no_table_is_not_asked():
    assert not coverage.asks(PRIMARY, "progress.going_well.column")
    assert not coverage.asks(PRIMARY, "targets.targets.colour")
