"""Exporting plans to a file: the whole file or none, and a line in the audit."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.documents import sheets
from pep_plugin.exchange.plans.columns import Columns
from pep_plugin.exchange.plans.told import Telling
from pep_plugin.exchange.problems import Refused
from pep_plugin.plans.models import Plan, Term

Rows = Iterator[list[str]]


def _csv(path: Path, header: list[str], rows: Rows) -> int:
    # With the byte order mark Excel reads Ł as Ł.
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        return sheets.write_csv(stream, header, rows)


def _xlsx(path: Path, header: list[str], rows: Rows) -> int:
    return sheets.write_xlsx(path, header, rows, title="PEPs")


FORMATS: dict[str, Callable[[Path, list[str], Rows], int]] = {".csv": _csv, ".xlsx": _xlsx}


def export_plans(*, actor: Actor, path: Path, term: Term | None = None) -> int:
    """Write the plans that the actor may see, those of one term if given; returns how many.

    Raises ``Forbidden`` and :class:`Refused`.
    """
    access.require(actor.post_roles, "plans.export")
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise Refused("The file’s name must end in .csv or .xlsx.")
    plans = Plan.objects.visible_to(actor)
    if term is not None:
        plans = plans.filter(term=term)
    telling = Telling(plans, actor)
    columns = Columns(telling.forms(), actor.post_roles, telling.live())
    # Readers of the file see it whole or not at all, and nobody else on the machine reads it.
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{path.suffix}")
    try:
        part.touch(mode=0o600)
        count = write(part, columns.header, (columns.row(told) for told in telling))
        record(
            "plans.export",
            actor=actor,
            count=count,
            format=path.suffix.lower().lstrip("."),
            term=f"{term.academic_year}-{term.key}" if term else "",
        )
        part.replace(path)
    except OSError as error:
        raise Refused(f"The file cannot be written: {error.strerror}.") from None
    finally:
        part.unlink(missing_ok=True)
    return count
