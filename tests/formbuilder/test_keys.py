"""Keys are made once, from the words, and outlive them."""

import json
import re

import pytest

from pep_plugin.formbuilder.conversion import to_section
from pep_plugin.formbuilder.conversion.raw import item
from pep_plugin.formbuilder.models import PEPSection
from pep_plugin.sections.form_checks import KEY_LENGTH

pytestmark = pytest.mark.django_db


def block(label: str, key: str = "", kind: str = "text", **value):
    return {"type": kind, "value": {"label": label, "key": key, **value}}


def cleaned(*blocks, key: str = "progress") -> PEPSection:
    row = PEPSection(key=key, title="A part", owner_role="designated_teacher")
    row.questions = json.dumps(list(blocks))
    row.clean()
    return row


def keys(row: PEPSection) -> list[str]:
    return [question.key for question in to_section(row).questions]


def test_a_councils_question_in_a_shipped_section_carries_its_mark():
    assert keys(cleaned(block("Which bus?"))) == ["local_which_bus"]
    assert keys(cleaned(block("Which bus?"), key="local")) == ["which_bus"]


def test_a_key_stays_whatever_becomes_of_the_label():
    assert keys(cleaned(block("Quite another label", key="going_well"))) == ["going_well"]


def test_a_copied_question_gets_a_key_of_its_own():
    assert keys(cleaned(block("Bus", key="bus"), block("Bus", key="bus"))) == ["bus", "local_bus"]
    assert keys(cleaned(block("Bus"), block("Bus"))) == ["local_bus", "local_bus_2"]


@pytest.mark.parametrize(
    "label",
    [
        "x" * 10_000,
        "😀",
        "{{ settings.SECRET_KEY }}",
        "<script>alert(1)</script>",
        "2 + 2",
        "",
        "é",
    ],
)
def test_any_label_makes_a_key_that_addresses_and_files_can_hold(label):
    for section in ("progress", "local"):
        (key,) = keys(cleaned(block(label), key=section))
        assert re.fullmatch("[a-z][a-z0-9_]*", key)
        assert len(key) <= KEY_LENGTH


def test_options_and_rows_get_codes_of_their_own():
    options = [item({"label": label}) for label in ("By bus", "By bus", "Walk")]
    question = block("How?", kind="choice", choices=options)
    (asked,) = to_section(cleaned(question)).questions
    assert [choice.code for choice in asked.choices] == ["by_bus", "by_bus_2", "walk"]
