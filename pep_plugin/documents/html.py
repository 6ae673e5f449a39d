"""An outline as one HTML file that fetches nothing; the PDF is printed from it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from pep_plugin.conf import conf
from pep_plugin.documents import theme
from pep_plugin.documents.outline import OutlineDocument

_STYLESHEETS = ("pep_plugin/documents/outline.css", "pep_plugin/documents/document.css")


def html(outline: OutlineDocument) -> str:
    """The whole document. Its title is the reference: a name of a child stands inside it only."""
    return render_to_string(
        "pep_plugin/documents/document.html",
        {
            "outline": outline,
            "css": mark_safe(stylesheet()),
            "foot": foot(outline),
            "council": conf.COUNCIL_NAME,
            "team": conf.TEAM_NAME,
            "contact": contact(),
            "logo": theme.logo(),
            "notice": notice(),
        },
    )


def notice() -> str:
    """What stands behind "Confidential": the council's own sentence, or ours."""
    return conf.DOCUMENT_NOTICE or _(
        "This plan is about a child. Keep it safe, and show it only to people who work on it."
    )


def foot(outline: OutlineDocument) -> str:
    """What stands at the foot of each page, beside the page's number."""
    parts = (outline.name, outline.version, outline.audience_label, _("Confidential"))
    return " · ".join(filter(None, parts))


def contact() -> str:
    """How to reach the team, as one line; "" when the settings name no way."""
    ways = ", ".join(way for way in (conf.TEAM_PHONE, conf.TEAM_EMAIL) if way)
    return f"{conf.TEAM_NAME}, {ways}" if ways else ""


def stylesheet() -> str:
    """The documents' stylesheets, which a host may override, and the colours of its theme."""
    # An end tag would close the element that they are written into; CSS never needs one.
    return "\n".join((_own_stylesheets(), theme.stylesheet())).replace("</", "<\\/")


@cache
def _own_stylesheets() -> str:
    found = [finders.find(name) for name in _STYLESHEETS]
    return "\n".join(Path(path).read_text(encoding="utf-8") for path in found if path)
