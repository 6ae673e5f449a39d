"""A page at an address of ours that stands in the council's own template."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pep_plugin.conf import conf

#: Its frame may load what the council loads.
_POLICY = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"


def council_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int, caching: str
) -> HttpResponse:
    """``caching``: the value of ``Cache-Control``."""
    context = {"pep_base_template": conf.BASE_TEMPLATE, **context}
    response = render(request, f"pep_plugin/{template}.html", context, status=status)
    response["Cache-Control"] = caching
    response["Content-Security-Policy"] = _POLICY
    return response
