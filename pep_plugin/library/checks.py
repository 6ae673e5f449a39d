"""System checks of the template library."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register
from django.utils.module_loading import import_string

from pep_plugin.conf import serves

NOT_LOOKED_OVER = "pep_plugin.W010"
FORM = "pep_plugin.library.uploads.LookedOverDocumentForm"


@register()
def uploads_are_looked_over(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A document is public as soon as it is uploaded, so it is looked over then."""
    if not serves("public") or _is_ours(getattr(settings, "WAGTAILDOCS_DOCUMENT_FORM_BASE", "")):
        return []
    return [
        Warning(
            "A filled-in PEP could be uploaded to Wagtail's documents, where anyone can have it.",
            hint=f'Set WAGTAILDOCS_DOCUMENT_FORM_BASE = "{FORM}", or a form of your own made '
            "from it.",
            id=NOT_LOOKED_OVER,
        )
    ]


def _is_ours(path: str) -> bool:
    # Only here: forms can be imported when all apps are there, and a check runs after that.
    from pep_plugin.library.uploads import LookedOverDocumentForm

    if not path:
        return False
    try:
        form = import_string(path)
    except ImportError:
        return False
    return isinstance(form, type) and issubclass(form, LookedOverDocumentForm)
