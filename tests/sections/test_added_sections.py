"""A section that a council's own app brings along becomes part of the shipped forms."""

import pytest

from pep_plugin.sections import definitions
from pep_plugin.sections.definitions import added
from tests.sections.asking import form, question, section


@pytest.fixture(autouse=True)
def nothing_added(monkeypatch):
    monkeypatch.setattr(added, "ADDED", [])


def keys(changed):
    return [part.key for part in changed.sections]


def test_it_stands_after_the_section_that_it_names():
    given = form(section(question(), key="one"), section(question(), key="two"))
    added.add_section(section(question(), key="travel"), forms=["small"], after="one")
    assert keys(added.with_added(given)) == ["one", "travel", "two"]


def test_it_stands_last_where_no_such_section_is():
    given = form(section(question(), key="one"))
    added.add_section(section(question(), key="travel"), forms=["small"], after="gone")
    assert keys(added.with_added(given)) == ["one", "travel"]


def test_other_forms_do_not_have_it():
    given = form(section(question(), key="one"))
    added.add_section(section(question(), key="travel"), forms=["post-16"])
    assert keys(added.with_added(given)) == ["one"]


def test_a_key_is_taken_once():
    added.add_section(section(question(), key="travel"), forms=["primary"])
    with pytest.raises(ValueError, match="already a section called travel"):
        added.add_section(section(question(), key="travel"), forms=["post-16"])


def test_it_does_not_take_the_place_of_a_section_of_ours():
    added.add_section(section(question(), key="one"), forms=["small"])
    with pytest.raises(ValueError, match="small already has a section called one"):
        added.with_added(form(section(question(), key="one")))


def test_the_shipped_form_has_it_and_is_still_built_only_once():
    before = definitions.shipped()["primary"]
    added.add_section(section(question(), key="travel"), forms=["primary"], after="school")
    shipped = definitions.shipped()["primary"]
    assert set(keys(shipped)) - set(keys(before)) == {"travel"}
    assert definitions.shipped()["primary"] is shipped
