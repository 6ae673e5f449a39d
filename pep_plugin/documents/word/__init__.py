"""Plans as Word documents: blank to be filled in by hand, or filled and worked on offline.

Blank and filled come from the same walk. Every answer stands in a content control with a tag, is
bracketed by a bookmark and lies in a labelled cell, since word processors lose some of these.
"""

from __future__ import annotations

from pep_plugin.documents.missing import MissingLibrary, word_problem
from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.sections.schema import Form

__all__ = ["MissingLibrary", "blank", "filled"]


def blank(form: Form, *, version: int = 0, council: str = "", team: str = "") -> bytes:
    """The blank template of a form's version; holds no child.

    ``council`` and ``team`` default to the settings. Raises :class:`MissingLibrary`.
    """
    _need_docx()
    from pep_plugin.documents.blank import blank_outline
    from pep_plugin.documents.word import writer

    outline = blank_outline(form, version=version)
    return writer.write(outline, form=form, council=council, team=team)


def filled(outline: OutlineDocument, *, council: str = "", team: str = "") -> bytes:
    """A plan. One that is still being written has empty rows and controls to go on with.

    Raises :class:`MissingLibrary`.
    """
    _need_docx()
    from pep_plugin.documents.word import writer

    return writer.write(outline, council=council, team=team)


def _need_docx() -> None:
    if problem := word_problem():
        raise MissingLibrary(problem)
