"""A page for people who build: every part of the package's stylesheet, with its mark-up."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
)


def look(request: HttpRequest) -> HttpResponse:
    """Answers under the same policy as the private pages: what shows here shows there."""
    sprite = Path(finders.find("pep_plugin/icons.svg")).read_text(encoding="utf-8")
    icons = re.findall(r'symbol id="([^"]+)"', sprite)
    response = render(request, "look.html", {"icons": icons})
    response["Content-Security-Policy"] = POLICY
    return response
