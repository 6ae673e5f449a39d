"""Checks of the host's settings that would refuse a save before it reaches us."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check

from pep_plugin.conf import serves

#: A page with a long table posts thousands of fields, as does Wagtail's own editor.
LEAST_FIELDS = 10_000


@register_check("pep_plugin")
def pages_may_be_long(**kwargs: Any) -> list[CheckMessage]:
    """Errors where Django would refuse a long page."""
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    if not serves("private") or most is None or most >= LEAST_FIELDS:
        return []
    return [
        Error(
            f"DATA_UPLOAD_MAX_NUMBER_FIELDS is {most}: a long page would be refused.",
            hint=f"Set DATA_UPLOAD_MAX_NUMBER_FIELDS = {LEAST_FIELDS:_} in the settings.",
            id="pep_plugin.E003",
        )
    ]
