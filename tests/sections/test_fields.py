"""The checklist of fields and the four forms say the same, both ways."""

from collections import Counter

import pytest

from pep_plugin.sections import definitions, kinds, roles
from tests.sections.fields import MARKS, asked, rows

ROWS = rows()
IN_FORMS = [row for row in ROWS if not row.mark]
#: The parts of what people and the law ask for, as docs/reference/fields.md numbers them.
PARTS = (
    *(f"4.1 {letter}" for letter in "ABCDEFGO"),
    *(f"4.{number}" for number in range(2, 13)),
)


def test_every_field_of_the_checklist_is_in_the_forms_of_its_phases():
    missing = {field for row in IN_FORMS for field in row.fields()} - set(asked())
    assert sorted(missing) == []


def test_every_question_and_column_of_the_forms_is_in_the_checklist():
    unlisted = set(asked()) - {field for row in IN_FORMS for field in row.fields()}
    assert sorted(unlisted) == []


def test_no_field_is_listed_twice_for_a_phase():
    listed = Counter((field.key, field.phase) for row in ROWS for field in row.fields())
    assert [place for place, count in listed.items() if count > 1] == []


def test_rows_hold_known_words_only():
    for row in ROWS:
        assert row.mark in ("", *MARKS), row
        assert row.kind in kinds.registered(), row
        assert row.owner in roles.LABELS, row
        assert set(row.phases.split()) <= set(definitions.shipped()), row
        assert row.reference, row


def test_what_is_marked_is_asked_nowhere_and_counted():
    keys = {field.key for field in asked()}
    marked = [row for row in ROWS if row.mark]
    assert [row.key for row in marked if row.key in keys] == []
    # Nothing is left for later; these are kept beside the plan, by the Virtual School or by us.
    assert Counter(row.mark for row in marked) == {"beside": 11}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_its_fields(part):
    assert [row for row in ROWS if part in row.reference]
