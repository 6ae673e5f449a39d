"""Libraries that a plain installation does not have, and what to say then."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache
from importlib.util import find_spec

#: What WeasyPrint and its fonts are called on Debian and Ubuntu.
DEBIAN = (
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig "
    "fonts-dejavu-core fonts-noto-core fonts-noto-color-emoji"
)


def _(text: str) -> str:
    # The process that reads Word files comes through here, and has no Django.
    from django.utils.translation import gettext

    return gettext(text)


class CannotBeMade(Exception):
    """A document could not be made. ``str()`` is a sentence for whoever asked for it."""


class MissingLibrary(CannotBeMade):
    """A kind of document cannot be made here. ``str()`` says what to install."""


def pdf_problem() -> str:
    """Why no PDF can be made here, as a sentence; "" when all is well."""
    if find_spec("weasyprint") is None:
        return _(
            "PDF documents need WeasyPrint. Install “pep-plugin[pdf]” and, on Debian, the packages "
            "%(packages)s."
        ) % {"packages": DEBIAN}
    return "" if has_fonts() else no_fonts()


def no_fonts() -> str:
    """What to say where fontconfig knows no font."""
    return _(
        "PDF documents need fonts and there are none on this machine. On Debian, install the "
        "packages %(packages)s."
    ) % {"packages": DEBIAN}


def pango_problem() -> str:
    """What to say when WeasyPrint is there and cannot load what it draws with."""
    return _(
        "PDF documents need Pango, which WeasyPrint could not load. On Debian, install the "
        "packages %(packages)s."
    ) % {"packages": DEBIAN}


def word_problem() -> str:
    """Why no Word document can be made here, as a sentence; "" when all is well."""
    if find_spec("docx") is None:
        return _("Word documents need python-docx. Install “pep-plugin[word]”.")
    return ""


@cache
def has_fonts() -> bool:
    """Whether fontconfig knows a font. Without one, Pango takes the whole process down with it."""
    name = ctypes.util.find_library("fontconfig") or "libfontconfig.so.1"
    try:
        library = ctypes.CDLL(name)
    except OSError:
        return False
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)
    library.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    config = library.FcInitLoadConfigAndFonts()
    if not config:
        return False
    # FcFontSet begins with the number of its fonts; set 0 is the system's.
    fonts = library.FcConfigGetFonts(config, 0)
    return bool(fonts) and fonts[0] > 0
