"""Checks of what messages need: a worker knows no request, so the site's address is a setting."""

from typing import Any
from urllib.parse import urlsplit

from django.core.checks import CheckMessage, Error, Warning
from django.core.checks import register as register_check

from pep_plugin.conf import conf, serves


@register_check("pep_plugin")
def links_lead_somewhere(**kwargs: Any) -> list[CheckMessage]:
    """Warns without an address for links in messages; an address that is none is an error."""
    if not serves("private"):
        return []
    if not conf.SITE_ADDRESS:
        return [
            Warning(
                "SITE_ADDRESS is not set, so links in messages lead nowhere.",
                hint="Set it to the address that people's browsers show, without a path, such as "
                "https://peps.example.org.",
                id="pep_plugin.W012",
            )
        ]
    parts = urlsplit(conf.SITE_ADDRESS)
    if parts.scheme in ("http", "https") and parts.netloc and parts.path in ("", "/"):
        return []
    return [
        Error(
            f"SITE_ADDRESS is “{conf.SITE_ADDRESS}”, which is not the address of a site.",
            hint="Write scheme and host and nothing else, such as https://peps.example.org.",
            id="pep_plugin.E006",
        )
    ]
