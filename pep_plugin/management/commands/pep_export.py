"""``pep_export plans -o FILE [--term TERM]``: every PEP as one row, as CSV or XLSX."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pep_plugin.access import Actor
from pep_plugin.conf import today
from pep_plugin.exchange.actions.export_plans import export_plans
from pep_plugin.exchange.problems import Refused
from pep_plugin.plans.models import Term

_KINDS = {"plans": export_plans}


class Command(BaseCommand):
    help = (
        "Writes plans to a file, one row each and one column for each question. Answers that could "
        "lead to a child's home are never in it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(_KINDS), help="what is exported")
        parser.add_argument(
            "-o", "--output", type=Path, required=True, help="the file: .csv or .xlsx"
        )
        parser.add_argument(
            "--term", help="one term only: “current”, or its year and key such as 2025-autumn"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        term = _term(options["term"]) if options["term"] else None
        try:
            count = _KINDS[options["kind"]](
                actor=Actor.for_command("pep_export"), path=options["output"], term=term
            )
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"{count:,} {'row' if count == 1 else 'rows'} written.")


def _term(text: str) -> Term:
    if text == "current":
        found = Term.objects.at(today())
    else:
        year, _, key = text.partition("-")
        found = Term.objects.filter(
            academic_year=int(year) if year.isdecimal() and len(year) == 4 else 0, key=key
        ).first()
    if found is None:
        known = ", ".join(f"{term.academic_year}-{term.key}" for term in Term.objects.all())
        raise CommandError(f"There is no term “{text}”. There are: {known or 'none'}.")
    return found
