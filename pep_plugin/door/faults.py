"""Reporting a fault without telling what somebody typed.

Django's own report mails the POST and every local variable to ADMINS. Ours logs where the code
broke and the class of the error; its message may hold an answer, so it stays out.
"""

import logging
import traceback
from collections.abc import ItemsView
from typing import Any

from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponseBase
from django.views.debug import SafeExceptionReporterFilter

logger = logging.getLogger("pep_plugin.door")


class NothingTyped(SafeExceptionReporterFilter):
    """For reports made outside our reach, by a host's middleware: no POST, no local variables."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: Any
    ) -> ItemsView[str, Any]:
        return dict[str, Any]().items()


def report(request: HttpRequest, error: Exception) -> None:
    """One log line with the frames, and Django's signal (the test client raises on it)."""
    where = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    name = request.resolver_match.view_name if request.resolver_match else "?"
    logger.error("%s in %s: %s", type(error).__name__, name, " < ".join(reversed(where)))
    got_request_exception.send(sender=report, request=request)


def seen(response: HttpResponseBase) -> HttpResponseBase:
    """Keep Django from logging a 4xx or 5xx of ours again, with the request in the mail."""
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
