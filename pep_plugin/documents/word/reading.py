"""A filled-in Word file, read in a limited child process: what was found, as JSON-able data."""

from __future__ import annotations

from typing import Any

from pep_plugin.sections.schema import Form


class NotRead(ValueError):
    """The file could not be read. ``str()`` is a sentence for the person who brought it."""


def read_filled(data: bytes, form: Form) -> dict[str, Any]:
    """What stands in the file, for the form that the plan asks.

    Keys: ``form``, ``version``, ``reference``, ``upn``, ``answers`` ("section.question" -> answer),
    ``unplaced`` (``text``, ``near``), ``comments`` (``text``, ``path``), ``notes`` (sentences) and
    ``how`` (path -> "tag", "bookmark" or "label"). Raises :class:`NotRead`.
    """
    raise NotRead("The file could not be read.")
