"""Reads filled Word documents: every answer by its tag, then its bookmark, then its label.

No Django. :func:`extract` takes the file apart and is what the limited process does;
:func:`understand` makes answers of what it found. What cannot be placed is told, never dropped.
"""

from __future__ import annotations

from pep_plugin.documents.word.reader.extract import extract, look
from pep_plugin.documents.word.reader.found import Found
from pep_plugin.documents.word.reader.layout import Layout
from pep_plugin.documents.word.reader.understand import understand
from pep_plugin.sections.schema import Form

__all__ = ["Found", "Layout", "extract", "look", "read", "understand"]


def read(data: bytes, form: Form) -> Found:
    """Both at once, in this process: for files of one's own. Raises
    :class:`~pep_plugin.files.child.Refused`.
    """
    return understand(extract(data, Layout(form)), form)
