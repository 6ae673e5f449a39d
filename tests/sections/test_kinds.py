"""The registry of kinds, to which other packages add."""

import pytest

from pep_plugin.sections import kinds
from pep_plugin.sections.kinds.texts import ShortText
from tests.sections.asking import question


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setattr(kinds, "_REGISTRY", kinds.registered())


class Colour(ShortText):
    key = "colour"
    label = "Colour"


@pytest.mark.usefixtures("registry")
def test_a_kind_of_somebody_elses_is_found_by_its_key():
    kinds.register(Colour())
    assert kinds.get("colour").sample(question("colour"))


@pytest.mark.usefixtures("registry")
def test_a_key_is_taken_once():
    kinds.register(Colour())
    with pytest.raises(ValueError, match="already a kind called colour"):
        kinds.register(Colour())


def test_changing_the_list_that_is_handed_out_changes_nothing():
    kinds.registered().clear()
    assert kinds.get("text").key == "text"


@pytest.mark.parametrize("key", sorted(kinds.registered()))
def test_every_kind_has_a_label_for_the_editor(key):
    assert kinds.get(key).label
