"""Every registered kind can be written into Word; a new one inherits what it is made of."""

import pytest

from pep_plugin.documents.word import controls
from pep_plugin.sections import kinds
from pep_plugin.sections.kinds.base import Kind, UnknownKind
from pep_plugin.sections.kinds.choose import OneChoice


@pytest.mark.parametrize("key", kinds.registered())
def test_every_registered_kind_is_written_by_something(key):
    assert callable(controls.writer_of(kinds.get(key)))


def test_every_writer_serves_a_kind_that_exists():
    registered = {known for kind in kinds.registered().values() for known in type(kind).__mro__}
    assert set(controls.CONTROLS) <= registered


def test_only_kinds_of_text_are_written_by_the_last_resort():
    plain = {
        key for key in kinds.registered() if controls.writer_of(kinds.get(key)) is controls.text
    }
    assert plain == {"text", "long_text", "person", "school", "identifier"}


def test_a_kind_of_somebody_else_s_inherits_the_control_of_the_one_it_is_made_of():
    class Borough(OneChoice):
        key = "borough"

    assert controls.writer_of(Borough()) is controls.drop_down


def test_a_kind_that_is_gone_and_one_that_is_made_of_nothing_are_text():
    class Odd(Kind):
        key = "odd"

    assert controls.writer_of(Odd()) is controls.text
    assert controls.writer_of(UnknownKind("gone")) is controls.text


def test_a_table_is_never_written_as_one_control():
    with pytest.raises(TypeError, match="row by row"):
        controls.rows(None, None)
