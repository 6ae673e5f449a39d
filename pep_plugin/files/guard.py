"""Office files are zip archives of XML: looked over before anything parses them.

Standard library only, so that a small child process can use it without starting Django. Honest
people send files with passwords, macros and old formats: each has a sentence of its own.
"""

import re
import zlib
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

_MEGABYTE = 1024 * 1024
LARGEST_FILE = 10 * _MEGABYTE
MOST_ENTRIES = 2_000
LARGEST_TOTAL = 60 * _MEGABYTE
LARGEST_PART = 20 * _MEGABYTE
LARGEST_XML = 8 * _MEGABYTE
HIGHEST_RATIO = 200
WIDEST_SPAN = 1_000
#: Bytes at the front by which a file is known.
_LOOK = 4 * 1024

_DAMAGED = "The file is damaged or is not a Word or Excel file. Save it again and try once more."
_TOO_MUCH = "The file unpacks to more than can be read. Save only what is needed as a new file."
_STRANGE = "The file is not put together as Word or Excel do it. Save it again and try once more."
_MACROS = "The file holds macros. Save it without them (as .docx or .xlsx) and try again."
_LOCKED = "The file has a password. Take it off and try again."
_EMPTY = "The file is empty. Choose it again."
_WIDE = "A table in the file is wider than any page. Take that table out and try again."
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_SPAN = re.compile(rb"grid(?:Span|Before|After)\b[^>]{0,200}?val\s*=\s*[\"'](\d{4,})")
#: What honest people send in place of an Office file, by how it begins, and what to do about it.
_OTHERS = (
    (b"{\\rtf", "This is an RTF file. Open it in Word, save it as .docx, and try again."),
    (b"%PDF", "This is a PDF, which cannot be read back. Send the Word file it was made from."),
    (b"\xff\xd8\xff", "This is a picture. Send the Word file itself."),
    (b"\x89PNG", "This is a picture. Send the Word file itself."),
    (b"MIME-Version:", "This is a web page. Open it in Word, save it as .docx, and try again."),
)
_HTML = "This is a web page. Open it in Word, save it as .docx, and try again."
_XML = "This is Word’s XML format. Open it in Word, save it as .docx, and try again."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = (
    "This is a file of an old version of Word or Excel. Open it, save it as .docx or .xlsx, and "
    "try again."
)
_OPEN_DOCUMENT = "This is an OpenDocument file. Save it as .docx or .xlsx and try again."
_PAGES = "This is a file of Apple Pages. In Pages choose File, Export to, Word, and send that."


class Unsafe(ValueError):
    """The file is not opened. ``str()`` is a sentence for the person who sent it."""


def check_office_file(source: str | Path | IO[bytes]) -> None:
    """Raises :class:`Unsafe` for what could stop the site, and for what cannot be read anyway."""
    _check(source, table_of_contents="[Content_Types].xml")


def check_opendocument(source: str | Path | IO[bytes]) -> None:
    """The same for the files of LibreOffice, which are put together in another way."""
    _check(source, table_of_contents="META-INF/manifest.xml")


def _check(source: str | Path | IO[bytes], *, table_of_contents: str) -> None:
    _check_beginning(source)
    try:
        with ZipFile(source) as archive:
            if archive.fp is not None:
                archive.fp.seek(0, 2)
                if archive.fp.tell() > LARGEST_FILE:
                    raise Unsafe(f"The file is over {LARGEST_FILE // _MEGABYTE} MB.")
            entries = archive.infolist()
            _check_entries(entries, table_of_contents)
            for entry in entries:
                _check_content(archive, entry)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        if isinstance(error, Unsafe):
            raise
        raise Unsafe(_DAMAGED) from None


def _check_beginning(source: str | Path | IO[bytes]) -> None:
    """Raises :class:`Unsafe` for what is no zip archive at all, with a sentence on what it is."""
    try:
        head = _beginning(source, _LOOK)
        if head.startswith(_OLE):
            head = _beginning(source, LARGEST_FILE)
    except OSError:
        raise Unsafe(_DAMAGED) from None
    if not head:
        raise Unsafe(_EMPTY)
    if head.startswith(_OLE):
        # A file with a password is wrapped in the old format, and so names what it holds.
        raise Unsafe(_LOCKED if "EncryptedPackage".encode("utf-16-le") in head else _OLD)
    for beginning, sentence in _OTHERS:
        if head.startswith(beginning):
            raise Unsafe(sentence)
    words = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000].lower()
    if words.startswith((b"<!doctype html", b"<html")) or b"<html" in words:
        raise Unsafe(_HTML)
    if words.startswith(b"<?xml") and (b"wordprocessingml" in words or b"package" in words):
        raise Unsafe(_XML)


def _beginning(source: str | Path | IO[bytes], size: int) -> bytes:
    if isinstance(source, str | Path):
        with Path(source).open("rb") as stream:
            return stream.read(size)
    source.seek(0)
    head = source.read(size)
    source.seek(0)
    return head


def _check_entries(entries: list[ZipInfo], table_of_contents: str) -> None:
    """By the archive's own list; Python never unpacks more of a part than it declares."""
    names = [entry.filename for entry in entries]
    if len(names) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise Unsafe(_TOO_MUCH)
    if len({name.casefold() for name in names}) != len(names):
        raise Unsafe(_STRANGE)
    if any("vbaproject" in name.casefold() for name in names):
        raise Unsafe(_MACROS)
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        if ".." in parts or entry.filename.startswith(("/", "\\")):
            raise Unsafe(_STRANGE)
        if entry.flag_bits & 0x1:
            raise Unsafe(_LOCKED)
        limit = LARGEST_XML if _is_xml(entry) else LARGEST_PART
        if entry.file_size > limit or entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1):
            raise Unsafe(_TOO_MUCH)
    if table_of_contents not in names:
        raise Unsafe(_other_archive(names))


def _other_archive(names: list[str]) -> str:
    """What to say of an archive that holds no Office file."""
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return _OPEN_DOCUMENT
    if any(name.endswith(".iwa") or name.startswith("Index") for name in names):
        return _PAGES
    return _DAMAGED


def _is_xml(entry: ZipInfo) -> bool:
    return entry.filename.casefold().endswith((".xml", ".rels", ".vml"))


def _check_content(archive: ZipFile, entry: ZipInfo) -> None:
    """Reads every XML part once: its check sum must fit, and it must define no entities."""
    if not _is_xml(entry):
        return
    data = archive.read(entry)
    # The same words in UTF-16 have a null between the letters.
    plain = data.replace(b"\0", b"") if b"\0" in data else data
    if b"<!" in plain and _DOCTYPE.search(plain):
        raise Unsafe(_STRANGE)
    for span in _SPAN.findall(data):
        if len(span) > 6 or int(span) > WIDEST_SPAN:
            raise Unsafe(_WIDE)
