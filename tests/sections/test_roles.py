"""Role keys are stored for ever: each has a label, a side, and stands in for one that exists."""

import pytest

from pep_plugin.sections import roles


@pytest.mark.parametrize("role", sorted(roles.LABELS))
def test_every_role_sits_at_one_side_of_the_table(role):
    assert roles.side_of(role) in {"virtual-school", "social-worker", "carer", "child", "school"}


@pytest.mark.parametrize(
    ("role", "side"),
    [
        (roles.VS_ADVISER, "virtual-school"),
        (roles.TEAM_MANAGER, "social-worker"),
        (roles.IRO, "social-worker"),
        (roles.PARENT, "carer"),
        (roles.CHILD, "child"),
        (roles.DEPUTY, "school"),
    ],
)
def test_sides(role, side):
    assert roles.side_of(role) == side


def test_whoever_stands_in_and_whomever_they_stand_in_for_are_roles():
    for role, other in roles.STANDS_IN_FOR.items():
        assert {role, other} <= set(roles.LABELS)


def test_the_keys_are_the_ones_that_were_published():
    assert list(roles.LABELS) == [
        "vs_head",
        "vs_adviser",
        "vs_admin",
        "designated_teacher",
        "deputy",
        "social_worker",
        "team_manager",
        "iro",
        "personal_adviser",
        "safeguarding_lead",
        "finance",
        "carer",
        "parent",
        "child",
        "professional",
        "web_editor",
    ]
