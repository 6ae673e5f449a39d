"""The table of verbs: each has its roles, and a verb that nobody declared is an error."""

import pytest

from pep_plugin import access
from pep_plugin.access.matrix import MATRIX
from pep_plugin.sections import roles


def test_a_verb_that_nobody_declared_is_an_error():
    with pytest.raises(KeyError):
        access.allows({roles.VS_HEAD}, "plan.eat")


@pytest.mark.parametrize("verb", sorted(MATRIX))
def test_nobody_may_do_nothing_and_a_web_editor_neither(verb):
    states, _may = MATRIX[verb]
    for state in states:
        assert not access.allows((), verb, state)
        assert not access.allows({roles.WEB_EDITOR}, verb, state)
        with pytest.raises(access.Forbidden):
            access.require({roles.WEB_EDITOR}, verb, state)


def test_a_sent_plan_cannot_be_written_by_anybody():
    for role in roles.LABELS:
        assert not access.allows({role}, "plan.write", "submitted")
        assert not access.allows({role}, "plan.write", "signed_off")


def test_a_reviewing_officer_reads_and_does_not_write():
    assert access.allows({roles.IRO}, "plan.view", "draft")
    assert not access.allows({roles.IRO}, "plan.write", "draft")
    assert not access.allows({roles.IRO}, "plan.start")
