"""Taking in a file from somebody: what it may be, and what is kept of it.

By its extension *and* its content, since either alone can lie. Pictures are drawn anew, so that
the place where a photo was taken, and whatever else hides beside the picture, stays outside.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

import filetype
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from pep_plugin.conf import conf
from pep_plugin.files import guard
from pep_plugin.files.scanners import scan
from pep_plugin.sections.text import normalise_text

_MEGABYTE = 1024 * 1024
#: Characters of a name that is shown; the bytes lie under a random one.
LONGEST_NAME = 120
#: A picture of more points takes more memory than a web process has to spare.
MOST_POINTS = 40_000_000

_OFFICE = "application/vnd.openxmlformats-officedocument."
#: Extension -> the content type under which it is handed out.
TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "mp4": "video/mp4",
    "txt": "text/plain",
}
_PICTURES = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
_OFFICE_FILES = ("docx", "xlsx", "pptx")


class Refused(ValueError):
    """The file is not taken in. ``str()`` is a sentence for the person who sent it."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is kept: a name to show, the content type to hand it out as, the bytes."""

    name: str
    content_type: str
    data: bytes


def take_in(name: str, data: bytes) -> Accepted:
    """Look a file over and give back what is kept of it. Raises :class:`Refused`."""
    shown = clean_name(name)
    extension = PurePosixPath(shown).suffix.removeprefix(".").lower()
    if extension not in TYPES:
        raise Refused(
            _("Files of this kind are not taken. You can add: %(kinds)s.")
            % {"kinds": ", ".join(kind for kind in TYPES if kind != "jpeg")}
        )
    if not data:
        raise Refused(_("The file is empty. Choose it again."))
    check_size(len(data))
    _check_content(extension, data)
    if extension in _PICTURES:
        data = _drawn_anew(data, _PICTURES[extension])
    if found := scan(data):
        raise Refused(found)
    return Accepted(shown, TYPES[extension], data)


def check_size(size: int) -> None:
    """``size`` in bytes. Raises :class:`Refused`; asked before a large upload is read, too."""
    if size > conf.LARGEST_UPLOAD_MB * _MEGABYTE:
        raise Refused(
            _("The file is over %(size)s MB. Make it smaller, or split it, and try again.")
            % {"size": conf.LARGEST_UPLOAD_MB}
        )


def clean_name(name: str) -> str:
    """The last part of a path in any system's spelling, on one line, with its extension kept."""
    # Turning letters round is a trick that makes "gpj.exe" look like "exe.jpg".
    line = re.sub(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", normalise_text(name))
    last = " ".join(line.replace("\\", "/").split("/")[-1].split())
    path = PurePosixPath(last or "file")
    stem = path.stem[: LONGEST_NAME - len(path.suffix)]
    return f"{stem}{path.suffix}"[:LONGEST_NAME]


def _check_content(extension: str, data: bytes) -> None:
    mismatch = _(
        "What is in the file does not fit its ending “.%(extension)s”. Save it again in the "
        "program that made it, and add that."
    ) % {"extension": extension}
    if extension == "txt":
        if b"\0" in data:
            raise Refused(mismatch)
        return
    if extension in _OFFICE_FILES:
        try:
            guard.check_office_file(io.BytesIO(data))
        except guard.Unsafe as unsafe:
            raise Refused(str(unsafe)) from None
    guessed = filetype.guess(data)
    # An M4A is an MP4 with sound alone, and the two are told apart by a label that many leave out.
    wanted = {"jpeg": ("jpg",), "m4a": ("m4a", "mp4"), "mp4": ("mp4", "m4v", "mov")}
    if guessed is None or guessed.extension not in wanted.get(extension, (extension,)):
        raise Refused(mismatch)


def _drawn_anew(data: bytes, kind: str) -> bytes:
    try:
        # Beside WeasyPrint a picture that was cut off opens all the same, with a grey end.
        Image.open(io.BytesIO(data), formats=[kind]).verify()
        with Image.open(io.BytesIO(data), formats=[kind]) as picture:
            if picture.width * picture.height > MOST_POINTS:
                raise Refused(_("The picture is too large. Make it smaller and try again."))
            # A camera writes beside the picture which way is up.
            upright = ImageOps.exif_transpose(picture)
            clean = Image.new(upright.mode, upright.size)
            if upright.mode == "P":
                clean = upright.convert("RGBA")
            else:
                clean.paste(upright)
            clean.info = {}
            stream = io.BytesIO()
            clean.save(stream, kind, **({"quality": 90} if kind != "PNG" else {}))
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
    ) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(
            _("The picture cannot be opened. Save it again as JPEG or PNG and add that.")
        ) from None
    return stream.getvalue()
