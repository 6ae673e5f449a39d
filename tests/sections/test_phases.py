"""The form that fits a child: by year group, by setting, by age; Reception as the council says."""

import pytest

from pep_plugin.sections import definitions, phases


def proposed(year_group="", age=8, setting="", reception_form="primary"):
    return phases.propose_form(
        age=age, year_group=year_group, setting=setting, reception_form=reception_form
    )


def test_the_phases_are_the_shipped_forms():
    assert tuple(definitions.of_phases()) == phases.IN_ORDER


@pytest.mark.parametrize(
    ("year_group", "form"),
    [
        ("N1", "early-years"),
        ("N2", "early-years"),
        ("1", "primary"),
        ("6", "primary"),
        ("7", "secondary"),
        ("11", "secondary"),
        ("12", "post-16"),
        ("14", "post-16"),
    ],
)
def test_the_year_taught_in_decides_whatever_the_age(year_group, form):
    for age in (3, 8, 17):
        assert proposed(year_group, age) == phases.Proposal(form, "year_group")


@pytest.mark.parametrize("form", ["early-years", "primary"])
def test_reception_is_asked_what_the_council_says(form):
    assert proposed("R", 4, "Primary", form) == phases.Proposal(form, "reception")


def test_a_child_of_reception_age_in_a_nursery_stays_with_early_years():
    assert proposed("R", 4, "Nursery") == phases.Proposal("early-years", "setting")


@pytest.mark.parametrize(
    ("age", "form"),
    [
        (0, "early-years"),
        (4, "early-years"),
        (5, "primary"),
        (10, "primary"),
        (11, "secondary"),
        (15, "secondary"),
        (16, "post-16"),
        (19, "post-16"),
    ],
)
def test_without_a_year_group_the_age_decides(age, form):
    assert proposed("", age) == phases.Proposal(form, "age")


def test_without_a_year_group_the_setting_comes_before_the_age():
    assert proposed("", 5, "Nursery") == phases.Proposal("early-years", "setting")
    assert proposed("", 15, "16 plus") == phases.Proposal("post-16", "setting")


@pytest.mark.parametrize("year_group", ["-1", "²", "Y4", "x" * 500, "0"])
def test_a_year_group_that_is_none_proposes_something(year_group):
    assert proposed(year_group).form_key in phases.IN_ORDER
