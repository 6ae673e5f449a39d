"""What a file is, by its first bytes, beside what its name says it is."""

from django.utils.translation import gettext as _

#: Ending -> (kind, what people call it, how such a file begins).
_KNOWN: dict[str, tuple[str, str, tuple[bytes, ...]]] = {
    ".docx": ("word", "Word", (b"PK\x03\x04",)),
    ".dotx": ("word", "Word", (b"PK\x03\x04",)),
    ".xlsx": ("office", "Excel", (b"PK\x03\x04",)),
    ".pptx": ("office", "PowerPoint", (b"PK\x03\x04",)),
    ".odt": ("opendocument", "OpenDocument", (b"PK\x03\x04",)),
    ".ods": ("opendocument", "OpenDocument", (b"PK\x03\x04",)),
    ".odp": ("opendocument", "OpenDocument", (b"PK\x03\x04",)),
    ".pdf": ("pdf", "PDF", (b"%PDF-",)),
    ".rtf": ("text", "RTF", (b"{\\rtf",)),
    ".txt": ("text", "text", ()),
    ".csv": ("text", "CSV", ()),
    ".png": ("picture", "PNG", (b"\x89PNG",)),
    ".jpg": ("picture", "JPEG", (b"\xff\xd8\xff",)),
    ".jpeg": ("picture", "JPEG", (b"\xff\xd8\xff",)),
}
_MACROS = (".docm", ".dotm", ".xlsm", ".xltm", ".pptm")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(head: bytes, suffix: str, *, for_library: bool) -> tuple[str, str]:
    """The kind of file, and a sentence when it is refused for what it is ("" when it is not)."""
    kind, people_say, beginnings = _KNOWN.get(suffix, ("", "", ()))
    if head.startswith(_PROGRAMS):
        ending = suffix or _("no ending")
        return "", _("This is a program, although its name ends in %(ending)s.") % {
            "ending": ending
        }
    if not head:
        return "", _("The file is empty.")
    if suffix in _MACROS:
        told = _("The file holds macros. Save it without them (as .docx or .xlsx) and try again.")
        return "", told if for_library else ""
    if not kind:
        told = _(
            "A template is a Word, Excel, PowerPoint, OpenDocument, PDF, RTF or text file, or a "
            "picture. This one ends in “%(ending)s”."
        ) % {"ending": suffix}
        return "", told if for_library else ""
    if head.startswith(_OLD_OFFICE):
        return "", _(
            "The file has a password, or it is in the format of before 2007. Open it in "
            "%(program)s, take off the password and save it as %(ending)s."
        ) % {"program": people_say, "ending": suffix}
    start = head[:1024] if kind == "pdf" else head
    fits = any(b in start if kind == "pdf" else start.startswith(b) for b in beginnings)
    if (beginnings and not fits) or (kind == "text" and not beginnings and b"\0" in head):
        return "", _("The file's name says that it is %(kind)s, and its content is not.") % {
            "kind": people_say
        }
    return kind, ""
