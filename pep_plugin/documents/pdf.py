"""An outline as a PDF that screen readers can read (PDF/UA-1)."""

from __future__ import annotations

from pep_plugin.documents.html import html
from pep_plugin.documents.missing import MissingLibrary, pango_problem, pdf_problem
from pep_plugin.documents.outline import OutlineDocument


def pdf(outline: OutlineDocument) -> bytes:
    """Raises :class:`MissingLibrary` where WeasyPrint or every font is missing."""
    return from_html(html(outline))


def from_html(document: str) -> bytes:
    """Print a document. What it refers to is fetched from nowhere but itself."""
    if problem := pdf_problem():
        raise MissingLibrary(problem)
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise MissingLibrary(pango_problem()) from error
    # A new one for each document: the default reads files of the server and follows redirects.
    fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    printed = HTML(string=document, url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1")
    assert printed is not None  # noqa: S101  it is written to a file only when one is named
    return bytes(printed)
