"""What a site is told at its start about the settings that plans go by."""

import pytest

from pep_plugin.plans.checks import RECEPTION_FORM, reception_form_is_one_of_two


@pytest.fixture
def told(settings):
    def with_settings(**ours):
        settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, **ours}
        return reception_form_is_one_of_two()

    return with_settings


@pytest.mark.parametrize("form", ["primary", "early-years"])
def test_either_form_for_reception_is_right(told, form):
    assert told(RECEPTION_FORM=form) == []


@pytest.mark.parametrize("form", ["early_years", "Primary", "", None, ["primary"]])
def test_another_word_is_warned_of_and_quoted(told, form):
    [warning] = told(RECEPTION_FORM=form)
    assert warning.id == RECEPTION_FORM
    assert repr(form) in warning.msg
    assert '"early-years"' in warning.hint


def test_a_site_without_plans_is_not_troubled(told):
    assert told(RECEPTION_FORM="early_years", PARTS=("public",)) == []
