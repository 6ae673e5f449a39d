"""What files other than Word's carry, as far as it can be read cheaply."""

import re
import zlib
from typing import IO
from zipfile import ZipFile

from django.utils.translation import gettext as _

from pep_plugin.documents.word import traces
from pep_plugin.files.guard import Unsafe

_TAG = re.compile(rb"<[^>]+>")
#: Where words end: the end of a paragraph or of a cell.
_END = re.compile(rb"</(?:a:p|text:p|text:h|si|is|t)>|<text:line-break/>")
_OFFICE_TEXT = re.compile(
    r"xl/(sharedStrings|worksheets/sheet\d+|comments\d*|threadedComments/.*)\.xml"
    r"|ppt/(slides|notesSlides|comments)/.*\.xml"
)
_OFFICE_COMMENTS = re.compile(r"(xl|ppt)/(comments|threadedComments)[^/]*(/[^/]*)?\.xml")
_ONE_COMMENT = re.compile(rb"<(?:\w+:)?(?:comment|cm|threadedComment)[\s/>]")
_ODF_PEOPLE = re.compile(rb"<(?:dc:creator|meta:initial-creator|meta:printed-by)>([^<]*)</")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)
_PDF_AUTHOR = re.compile(rb"/Author\s*\(((?:[^()\\]|\\.)*)\)")
_PDF_JOIN = re.compile(rb"\)[-\d.\s]*\(")
#: The most of a PDF that is unpacked, in bytes.
_UNPACKED = 30 * 1024 * 1024


def office(file: IO[bytes]) -> traces.Traces:
    """Excel and PowerPoint: texts, comments and the names in the properties."""
    found = traces.read(file)
    with ZipFile(file) as archive:
        for name in archive.namelist():
            if _OFFICE_TEXT.fullmatch(name):
                found.text += _words(archive.read(name))
            if _OFFICE_COMMENTS.fullmatch(name):
                found.comments += len(_ONE_COMMENT.findall(archive.read(name)))
    return found


def opendocument(file: IO[bytes]) -> traces.Traces:
    """LibreOffice's own files; raises :class:`Unsafe` for one with a password."""
    found = traces.Traces()
    with ZipFile(file) as archive:
        names = archive.namelist()
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Unsafe(_("The file has a password. Take it off and try again."))
        content = archive.read("content.xml") if "content.xml" in names else b""
        about = archive.read("meta.xml") if "meta.xml" in names else b""
    found.text = _words(content)
    found.comments = len(re.findall(rb"<office:annotation[\s/>]", content))
    found.changes = len(re.findall(rb"<text:changed-region[\s/>]", content))
    found.people = [name.decode(errors="replace") for name in _ODF_PEOPLE.findall(about)]
    return found


def pdf(file: IO[bytes]) -> traces.Traces:
    """Texts that stand plainly in the file, and its author; raises :class:`Unsafe` when locked.

    Texts in an embedded font's own numbers are not read: what can be read cheaply is a help for
    the editor, and no promise.
    """
    file.seek(0)
    data = file.read()
    if re.search(rb"/Encrypt\s+\d+\s+\d+\s+R", data):
        raise Unsafe(_("The file has a password. Take it off and try again."))
    parts, left = [data], _UNPACKED
    for packed in _STREAM.findall(data):
        plain = _unpacked(packed, left)
        left -= len(plain)
        parts.append(plain)
        if left <= 0:
            break
    whole = b"\n".join(parts)
    return traces.Traces(
        text=_PDF_JOIN.sub(b"", whole).decode("latin-1"),
        people=[author.decode("latin-1") for author in _PDF_AUTHOR.findall(whole)],
    )


def _unpacked(packed: bytes, most: int) -> bytes:
    if most <= 0:
        return b""
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""


def plain(file: IO[bytes]) -> traces.Traces:
    """A text file, whatever its encoding: numbers and Latin letters are the same in all of them."""
    file.seek(0)
    return traces.Traces(text=file.read().decode("utf-8", errors="replace"))


def _words(data: bytes) -> str:
    return _TAG.sub(b"", _END.sub(b"\n", data)).decode("utf-8", errors="replace") + "\n"
