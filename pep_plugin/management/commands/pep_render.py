"""``manage.py pep_render PLAN --as pdf -o FILE``: any output of any plan, by its reference."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pep_plugin.access import Actor
from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.documents.audiences import AUDIENCES, LEAST
from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.missing import MissingLibrary
from pep_plugin.plans.models import Plan
from pep_plugin.plans.references import read_reference


class Command(BaseCommand):
    help = (
        "Writes a plan as a document. Without --for, from the copy the most is left out. "
        "Each use is a line in the audit."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("plan", help="the plan's reference, such as PEP-7K2M-4QX9")
        parser.add_argument("--as", dest="format", choices=FORMATS, default="pdf")
        parser.add_argument("--for", dest="audience", choices=AUDIENCES, default=LEAST)
        parser.add_argument("-o", "--output", required=True, help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        reference = read_reference(options["plan"])
        if reference is None:
            raise CommandError(
                f"“{options['plan']}” is not a reference. It looks like PEP-7K2M-4QX9."
            )
        try:
            plan = Plan.objects.get(reference=reference)
            given = give_document(
                actor=Actor.for_command("pep_render"),
                plan_id=plan.pk,
                format=options["format"],
                audience=options["audience"],
            )
        except Plan.DoesNotExist:
            raise CommandError(f"There is no plan {reference}.") from None
        except MissingLibrary as error:
            raise CommandError(str(error)) from error
        try:
            _write(options["output"], given.data)
        except OSError as error:
            raise CommandError(str(error)) from error
        label = AUDIENCES[options["audience"]].label
        self.stdout.write(f"{options['output']}: {label}, {len(given.data):,} bytes.")


def _write(path: str, data: bytes) -> None:
    """Readable by whoever ran the command and nobody else on the machine."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(data)
