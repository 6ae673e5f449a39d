"""Importing a file: the whole of it is tried first, and then all of it is written or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.exchange import children, limits, schools
from pep_plugin.exchange.problems import Refused, refuse_rows
from pep_plugin.exchange.reading import Heading, Table, read
from pep_plugin.exchange.report import Report
from pep_plugin.exchange.resource import BulkResource


@dataclass(frozen=True, slots=True)
class ImportKind:
    """One thing that can be imported: the columns, the sizes and the resource."""

    headings: Sequence[Heading]
    largest: int
    formats: Sequence[str]
    resource: Callable[[Actor], BulkResource]


KINDS = {
    "schools": ImportKind(
        schools.HEADINGS,
        limits.LARGEST_REGISTER,
        ("csv",),
        lambda actor: schools.SchoolResource(),
    ),
    "children": ImportKind(
        children.HEADINGS,
        limits.LARGEST_LIST,
        ("csv", "xlsx"),
        lambda actor: children.ChildResource(actor=actor),
    ),
}


def import_file(*, actor: Actor, kind: str, path: Path, dry_run: bool = False) -> Report:
    """Import, or say what importing would do. Raises ``Forbidden`` and :class:`Refused`."""
    access.require(actor.post_roles, f"{kind}.import")
    what = KINDS[kind]
    table = read(
        path,
        what.headings,
        largest=what.largest,
        most_rows=limits.MOST_ROWS[kind],
        formats=what.formats,
    )
    preview = _run(what.resource(actor), table, dry_run=True)
    if dry_run or not preview.changes:
        return preview
    del preview
    with transaction.atomic():
        written = _run(what.resource(actor), table, dry_run=False)
        record(
            f"{kind}.import",
            actor=actor,
            added=written.added,
            changed=written.changed,
            unchanged=written.unchanged,
        )
    return written


def _run(resource: BulkResource, table: Table, *, dry_run: bool) -> Report:
    """One pass over the table; raises :class:`Refused`, and then nothing was written."""
    result = resource.import_data(table, dry_run=dry_run, rollback_on_validation_errors=True)
    refuse_rows(resource.problems(result))
    if result.has_errors():
        raise Refused(
            "The database refused the rows, so nothing was imported. Somebody may have changed the "
            "same records just now. Try again."
        )
    return Report(
        changes=resource.changes,
        unchanged=resource.unchanged,
        encoding=table.encoding,
        ignored=table.ignored,
        is_written=not dry_run,
    )
