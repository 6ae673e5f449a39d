"""An outline as a PDF: one that screen readers can read (PDF/UA-1), one that keeps (PDF/A-2a).

A file is one or the other: what it is printed with writes one kind at a time.
"""

from __future__ import annotations

from typing import Any

from pep_plugin.documents.html import html
from pep_plugin.documents.missing import MissingLibrary, pango_problem, pdf_problem
from pep_plugin.documents.outline import OutlineDocument


def pdf(outline: OutlineDocument) -> bytes:
    """Raises :class:`MissingLibrary` where WeasyPrint or every font is missing."""
    return from_html(html(outline))


def for_the_record(outline: OutlineDocument) -> bytes:
    """The same as PDF/A-2a, for the case record: it reads the same in fifty years."""
    return from_html(html(outline), variant="pdf/a-2a")


def from_html(document: str, *, variant: str = "pdf/ua-1") -> bytes:
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
    page = HTML(string=document, url_fetcher=fetcher)
    printed = page.write_pdf(pdf_variant=variant, finisher=_metadata_as_text)
    assert printed is not None  # noqa: S101  it is written to a file only when one is named
    return bytes(printed)


def _metadata_as_text(document: object, pdf: Any) -> None:
    """An archive must be able to read what a file says of itself without unpacking anything."""
    reference = pdf.catalog["Metadata"]
    for stream in pdf.objects:
        if getattr(stream, "reference", None) == reference:
            stream.compress = False
