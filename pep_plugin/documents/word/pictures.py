"""Pictures in a Word document: our own drawings, and the council's logo.

Each drawing is shipped as SVG and as the PNG made from it. The PNG is what goes into the document:
every word processor shows it, and an old one leaves an SVG blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from docx.document import Document
from docx.image.exceptions import UnrecognizedImageError

from pep_plugin.documents.word.xml import value

_FOLDER = "pep_plugin/documents/pictures"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_EMU = 36_000
_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
# Readers that know the mark pass over the picture; others find no words to read out.
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


@cache
def path_of(name: str) -> Path | None:
    """Where a drawing lies, which a host may override like any static file; None without one."""
    if not _NAME.fullmatch(name):
        return None
    found = finders.find(f"{_FOLDER}/{name}.png")
    return Path(found) if found else None


def logo_path(setting: str) -> Path | None:
    """The logo as a PNG or JPEG: the file that the setting names, or a PNG beside it.

    Word holds an SVG only with such a picture as its stand-in, so without one there is no logo.
    """
    for name in (setting, re.sub(r"\.svg$", ".png", setting)):
        found = finders.find(name) if name.lower().endswith((".png", ".jpg", ".jpeg")) else None
        if found:
            return Path(found)
    return None


class Pictures:
    """Puts pictures into one document; each file lies in it once, however often it is shown.

    ``names``: what may be drawn, under which name, when it is not one of ours.
    """

    def __init__(self, document: Document, names: Mapping[str, Path] | None = None) -> None:
        self._part = document.part
        self._names = dict(names or {})
        self._count = 0

    def has(self, name: str) -> bool:
        return self._path(name) is not None

    def draw(self, name: str, height: float, *, alt: str = "", lift: float = 0) -> str:
        """A run with the picture; "" when there is none. ``height`` and ``lift`` (how far above
        the line it stands; below when negative) in millimetres and points. Without ``alt`` it is
        marked as decoration.
        """
        path = self._path(name)
        if path is None:
            return ""
        try:
            relation, image = self._part.get_or_add_image(str(path))
        except (OSError, UnrecognizedImageError):
            return ""
        tall = round(height * _EMU)
        wide = round(tall * image.px_width / image.px_height)
        self._count += 1
        place = f'<w:rPr><w:position w:val="{round(lift * 2)}"/></w:rPr>' if lift else ""
        words = f" descr={value(alt)}" if alt else ' descr=""'
        decoration = "" if alt else _DECORATIVE
        named = f'id="{self._count}" name={value(f"Picture {self._count}")}{words}'
        return (
            f"<w:r>{place}<w:drawing><wp:inline {_NAMESPACES} "
            'distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{tall}"/><wp:docPr {named}>{decoration}</wp:docPr>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{self._count}" name={value(path.name)}/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _path(self, name: str) -> Path | None:
        return self._names.get(name) or path_of(name)
