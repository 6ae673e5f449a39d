"""Children may not have pages here without a number to ring and somebody who answers."""

import pytest
from django.core import checks

from pep_plugin.voice.checks import a_child_can_reach_somebody


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"SAFETY_NUMBERS": ()}, "SAFETY_NUMBERS"),
        ({"SAFETY_NUMBERS": (("A label", ""),)}, "SAFETY_NUMBERS"),
        ({"SAFETY_NUMBERS": ("01632 960 199",)}, "SAFETY_NUMBERS"),
        ({"DUTY_NAME": " "}, "DUTY_NAME"),
        ({"DUTY_EMAIL": ""}, "DUTY_EMAIL"),
    ],
)
def test_what_is_missing_is_an_error(settings, changed, named):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, **changed}
    (error,) = a_child_can_reach_somebody()
    assert error.id == "pep_plugin.E007"
    assert error.level == checks.ERROR
    assert named in error.msg


def test_with_everything_set_or_the_page_off_there_is_none(settings):
    assert a_child_can_reach_somebody() == []
    settings.PEP_PLUGIN = {
        **settings.PEP_PLUGIN,
        "CHILD_PAGE": False,
        "SAFETY_NUMBERS": (),
        "DUTY_NAME": "",
    }
    assert a_child_can_reach_somebody() == []
