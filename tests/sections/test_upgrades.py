"""Published forms live for decades: an old schema is lifted step by step."""

import pytest

from pep_plugin.sections import codec, upgrades
from tests.sections.asking import form, question, section


def test_todays_schema_is_left_as_it_is():
    data = codec.to_json(form(section(question())))
    assert upgrades.upgrade(data) == data


def test_each_step_is_taken_in_order(monkeypatch):
    monkeypatch.setattr(upgrades, "SCHEMA", 3)
    monkeypatch.setattr(
        upgrades,
        "UPGRADES",
        {
            1: lambda data: {**data, "steps": [*data.get("steps", ()), "first"]},
            2: lambda data: {**data, "steps": [*data["steps"], "second"]},
        },
    )
    assert upgrades.upgrade({"schema": 1}) == {"schema": 3, "steps": ["first", "second"]}
    assert upgrades.upgrade({"schema": 2, "steps": []}) == {"schema": 3, "steps": ["second"]}


def test_a_newer_schema_is_refused():
    with pytest.raises(ValueError, match="newer version"):
        upgrades.upgrade({"schema": upgrades.SCHEMA + 1})
