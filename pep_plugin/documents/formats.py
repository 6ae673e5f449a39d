"""Every kind of file that an outline can be written as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pep_plugin.documents.html import html
from pep_plugin.documents.json import as_json
from pep_plugin.documents.missing import MissingLibrary, word_problem
from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.pdf import for_the_record, pdf
from pep_plugin.documents.text import text


def _word(outline: OutlineDocument) -> bytes:
    if problem := word_problem():
        raise MissingLibrary(problem)
    from pep_plugin.documents import word

    return word.filled(outline)


@dataclass(frozen=True, slots=True)
class Format:
    """``extension`` without a dot; ``write`` may raise ``MissingLibrary``. ``mark``: in the name of
    the file, where two kinds have the same extension.
    """

    extension: str
    content_type: str
    write: Callable[[OutlineDocument], bytes]
    mark: str = ""


FORMATS: dict[str, Format] = {
    "pdf": Format("pdf", "application/pdf", pdf),
    "pdfa": Format("pdf", "application/pdf", for_the_record, "-record"),
    "word": Format(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word
    ),
    "html": Format("html", "text/html; charset=utf-8", lambda outline: html(outline).encode()),
    "text": Format("txt", "text/plain; charset=utf-8", lambda outline: text(outline).encode()),
    "json": Format("json", "application/json", lambda outline: as_json(outline).encode()),
}
