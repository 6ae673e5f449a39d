"""``pep_import KIND FILE [--dry-run]``: schools or children from a file, all of it or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pep_plugin.access import Actor
from pep_plugin.exchange.actions.import_file import KINDS, import_file
from pep_plugin.exchange.problems import Refused
from pep_plugin.exchange.report import Report

#: Lines of a preview that are printed; the totals above them count every line.
_LINES_SHOWN = 50


class Command(BaseCommand):
    help = (
        "Imports a file after trying the whole of it: every bad row is reported, and then nothing "
        "is written. Importing the same file again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(KINDS), help="what the file holds")
        parser.add_argument("file", type=Path, help="the CSV file (children: or .xlsx)")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = import_file(
                actor=Actor.for_command("pep_import"),
                kind=options["kind"],
                path=options["file"],
                dry_run=options["dry_run"],
            )
        except Refused as refused:
            for problem in refused.problems:
                self.stderr.write(str(problem))
            raise CommandError(str(refused)) from None
        self._print(options["kind"], report)

    def _print(self, kind: str, report: Report) -> None:
        """Numbers and names of fields; what stands in them is nobody's business in a terminal."""
        would = "" if report.is_written or not report.changes else "would be "
        self.stdout.write(f"{kind.capitalize()} in the file (read as {report.encoding}):")
        self.stdout.write(f"  {would}added: {report.added:,}")
        self.stdout.write(f"  {would}changed: {report.changed:,}")
        self.stdout.write(f"  unchanged: {report.unchanged:,}")
        for field, count in report.fields().most_common():
            self.stdout.write(f"    {field}: {count:,}")
        if report.ignored and kind != "schools":
            self.stdout.write(f"  columns that are not read: {', '.join(report.ignored)}")
        if not report.is_written:
            self._print_lines(report)
            self.stdout.write(
                "Nothing was written: this was a dry run."
                if report.changes
                else "There is nothing to write."
            )

    def _print_lines(self, report: Report) -> None:
        updates = report.updates()
        for change in updates[:_LINES_SHOWN]:
            self.stdout.write(f"  Line {change.line}: {', '.join(sorted(change.differences))}")
        if len(updates) > _LINES_SHOWN:
            self.stdout.write(f"  ... and {len(updates) - _LINES_SHOWN:,} more lines.")
