"""System checks of the settings that plans go by."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from pep_plugin.conf import conf, serves
from pep_plugin.sections import phases

RECEPTION_FORM = "pep_plugin.W011"


@register("pep_plugin")
def reception_form_is_one_of_two(**kwargs: Any) -> list[CheckMessage]:
    """Any other word is taken for the primary form, and nobody would see why."""
    known = (phases.PRIMARY, phases.EARLY_YEARS)
    if not serves("private") or conf.RECEPTION_FORM in known:
        return []
    return [
        Warning(
            f"RECEPTION_FORM is {conf.RECEPTION_FORM!r}, which is neither "
            f'"{known[0]}" nor "{known[1]}", so Reception is offered the primary form.',
            hint=f'Set PEP_PLUGIN["RECEPTION_FORM"] to "{known[0]}" or "{known[1]}".',
            id=RECEPTION_FORM,
        )
    ]
