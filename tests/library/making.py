"""Templates, versions and files for tests of the library."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from pep_plugin.library.models import Edition, Template

#: A program that reads pages calls itself something; a person's browser calls itself Mozilla.
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0"}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def template(slug: str = "booklet", **fields: Any) -> Template:
    return Template.objects.create(
        slug=slug, **{"title": slug.replace("-", " ").title(), "audience": "child", **fields}
    )


def document(title: str = "Booklet", content: bytes = b"%PDF-1.7", name: str = "booklet.pdf"):
    made = Document(title=title, file=ContentFile(content, name))
    made._set_document_file_metadata()
    made.save()
    return made


def edition(of: Template, version: str, valid_from: str, *, until: str = "", **source: Any):
    """``source``: one of document=, page=, address=; a new document when none is given."""
    kind, value = next(iter(source.items())) if source else ("document", document())
    return Edition.objects.create(
        template=of,
        version=version,
        valid_from=datetime.date.fromisoformat(valid_from),
        valid_until=datetime.date.fromisoformat(until) if until else None,
        updated_on=datetime.date.fromisoformat(valid_from),
        source=[(kind, value)],
    )


def word(
    body: str = "<w:p><w:r><w:t>Fill this in.</w:t></w:r></w:p>",
    *,
    creator: str = "",
    comment: str = "",
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A small Word file with this body."""
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:creator>{creator}</dc:creator></cp:coreProperties>"
        ),
        **(more or {}),
    }
    if comment:
        parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{_W}"><w:comment w:id="1" w:author="A"><w:p><w:r><w:t>{comment}'
            "</w:t></w:r></w:p></w:comment></w:comments>"
        )
    return archive(parts)


def archive(parts: dict[str, Any]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()
