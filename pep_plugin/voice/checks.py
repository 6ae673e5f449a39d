"""Whether children may have pages here: not without numbers to ring and somebody who answers."""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check

from pep_plugin.conf import conf, serves


@register_check("pep_plugin")
def a_child_can_reach_somebody(**kwargs: Any) -> list[CheckMessage]:
    """Errors where a child could write and would find nobody."""
    if not serves("private") or not conf.CHILD_PAGE:
        return []
    missing = [name for name in ("DUTY_NAME", "DUTY_EMAIL") if not str(getattr(conf, name)).strip()]
    if not _has_numbers():
        missing.insert(0, "SAFETY_NUMBERS")
    if not missing:
        return []
    return [
        Error(
            f"CHILD_PAGE is on without {', '.join(missing)}.",
            hint="A child who is not safe must find a number to ring, and words that nobody opened "
            "must find a person. Set them in PEP_PLUGIN, or leave CHILD_PAGE off.",
            id="pep_plugin.E007",
        )
    ]


def _has_numbers() -> bool:
    pairs = conf.SAFETY_NUMBERS
    try:
        return bool(pairs) and all(str(label).strip() and str(no).strip() for label, no in pairs)
    except (TypeError, ValueError):
        return False
