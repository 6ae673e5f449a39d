"""“My plan” is the child's copy in plain words: what I said, what I work on, what comes next."""

import pytest

from pep_plugin.documents.json import as_json
from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.text import text
from pep_plugin.documents.walk import walk
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import definitions
from tests.documents.scene import HEAD, STAFF


def mine(key: str = "primary", given=None, **how) -> OutlineDocument:
    form = definitions.shipped()[key]
    answers = answers_of.sample(form) if given is None else given
    return walk(form, answers, {}, HEAD, **{"roles": STAFF, "audience": "my-plan", **how})


@pytest.mark.parametrize("key", ["early-years", "primary", "secondary", "post-16"])
def test_it_is_short_and_begins_with_what_the_child_said(key):
    plan = mine(key)
    titles = [section.title for section in plan.sections]
    assert titles[0] == "What I said"
    assert "What I am working on now" in titles
    assert plan.title == "My plan"
    assert len(as_json(plan)) < len(as_json(mine(key, audience="child"))) / 2


def test_only_what_somebody_wrote_stands_in_it():
    plan = mine(given={"views": {"good_at": {"value": "Drawing horses"}}})
    assert [item.text for _section, item in plan.items] == ["Drawing horses"]
    assert "Not provided" not in text(plan)
    assert mine(given={}).sections == ()


def test_a_column_that_nobody_filled_in_is_not_in_it_and_a_gap_is_a_dash():
    rows = [
        {"id": "k3v9m2x8q4", "cells": {"target": {"value": "I can read a chapter."}}},
        {
            "id": "b7n2c4d6f8",
            "cells": {"target": {"value": "I can swim."}, "child_part": {"value": "Bring my kit"}},
        },
    ]
    plan = mine(given={"targets": {"targets": {"value": rows}}})
    (section,) = plan.sections
    assert [column.key for column in section.items[0].columns] == ["target", "child_part"]
    assert "Not provided" not in text(plan)


def test_it_holds_no_more_than_the_childs_copy():
    theirs = {item.path for _section, item in mine(audience="child").items}
    assert {item.path for _section, item in mine().items} < theirs


def test_a_target_is_told_without_the_parts_of_the_adults():
    (section,) = (s for s in mine().sections if s.key == "targets")
    (table,) = section.items
    assert [column.key for column in table.columns] == [
        "target",
        "who_does_what",
        "by_when",
        "child_part",
    ]


def test_what_the_child_lets_few_people_read_does_not_lie_about_on_paper():
    answer = {"value": "Drawing horses", "readers": ["social_worker"]}
    given = {"views": {"good_at": answer}}
    for asking in ({"child"}, {"social_worker"}, {"designated_teacher"}):
        assert "Drawing horses" not in text(mine(given=given, roles=asking))
