"""A bundle as one zip: put together while it is fetched, from the documents that are kept."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.documents.actions.make_part import document_of
from pep_plugin.documents.actions.record_copy import record_copy
from pep_plugin.documents.made import outline_of_submission
from pep_plugin.documents.missing import CannotBeMade
from pep_plugin.documents.models import Bundle, BundlePart
from pep_plugin.documents.outline import Entry
from pep_plugin.documents.sheets import guard
from pep_plugin.documents.timeline import timeline
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.models import Attachment, Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections.kinds.files import ids

MANIFEST = "manifest.sha256"


class Zip:
    """A zip that is handed on while it is written. PDFs and Word files are packed already."""

    def __init__(self) -> None:
        self._stream = _Pipe()
        self._zip = zipfile.ZipFile(self._stream, "w", zipfile.ZIP_STORED)
        self.lines: list[str] = []

    def add(self, name: str, data: bytes) -> bytes:
        """The bytes to hand on; the file's hash goes into the manifest."""
        self.lines.append(f"{hashlib.sha256(data).hexdigest()}  {name}")
        self._zip.writestr(zipfile.ZipInfo(name, timezone.now().timetuple()[:6]), data)
        return self._stream.taken()

    def close(self) -> bytes:
        """The manifest, which ``sha256sum -c`` reads, and the zip's end."""
        text = "".join(f"{line}\n" for line in self.lines)
        self._zip.writestr(MANIFEST, text.encode())
        self._zip.close()
        return self._stream.taken()


class _Pipe(io.RawIOBase):
    """Somewhere to write to that never goes back, and forgets what was taken."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        chunk = bytes(data)  # type: ignore[call-overload]
        self._held += chunk
        return len(chunk)

    def taken(self) -> bytes:
        found = bytes(self._held)
        self._held.clear()
        return found


def zipped(bundle: Bundle, actor: Actor) -> Iterator[bytes]:
    """The zip in pieces. Each copy is written down as it leaves; what cannot be given is named.

    The caller has made sure that it is the actor's own bundle.
    """
    made, missing = Zip(), []
    parts = bundle.parts.select_related(
        "bundle", "submission__plan__child", "submission__plan__form_version"
    )
    for part in parts:
        name = f"{part.submission.plan.reference}-{part.submission.number}"
        try:
            file = document_of(part, actor)
            data = file.read()
        except (Plan.DoesNotExist, access.Forbidden, CannotBeMade, OSError):
            missing.append(name)
            continue
        suffix = PurePosixPath(file.name).suffix
        yield made.add(f"plans/{name}{suffix}", data)
        if bundle.child_id:
            for number, kept in enumerate(_files(part, actor), start=1):
                kept_suffix = PurePosixPath(kept.name).suffix
                yield made.add(f"files/{name}-{number}{kept_suffix}", kept.read())
        _write_down(part, actor)
    if bundle.child:
        yield made.add("timeline.csv", _sheet(timeline(bundle.child)))
    if missing:
        yield made.add("not-included.txt", "".join(f"{name}\n" for name in missing).encode())
    yield made.close()


def _files(part: BundlePart, actor: Actor) -> Iterator[PrivateFile]:
    """The files of the answers that this copy gives, in the order of its list."""
    opened = open_plan(actor, part.submission.plan_id)
    outline = outline_of_submission(part.submission, opened.identity, audience=part.bundle.audience)
    wanted = [
        one
        for _section, item in outline.items
        if isinstance(item, Entry) and item.question.kind == "file"
        for one in ids(item.value)
    ]
    held = Attachment.objects.filter(plan__child=opened.child).select_related("file")
    by_id = {attachment.file_id.hex: attachment.file for attachment in held}
    yield from (by_id[one] for one in sorted(wanted) if one in by_id)


def _write_down(part: BundlePart, actor: Actor) -> None:
    record_copy(
        actor=actor,
        plan=part.submission.plan,
        submission=part.submission,
        audience=part.bundle.audience,
        format=part.bundle.format,
        to_id=actor.person_id,
        to_role="",
    )


def _sheet(rows: list[tuple[str, str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("Date", "What", "More"))
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
