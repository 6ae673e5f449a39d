"""``manage.py pep_blank FORM -o FILE``: the blank Word template of a form's live version."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pep_plugin.documents import word
from pep_plugin.formversions.models import FormVersion


class Command(BaseCommand):
    help = "Writes the blank Word template of a form's live version."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("form", help="the form's key, such as primary")
        parser.add_argument("-o", "--output", required=True, help="the .docx file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            version = FormVersion.objects.live(options["form"])
        except FormVersion.DoesNotExist:
            keys = FormVersion.objects.order_by("form_key").values_list("form_key", flat=True)
            known = ", ".join(dict.fromkeys(keys)) or "none; run pep_setup first"
            raise CommandError(
                f"There is no form called “{options['form']}”. Forms: {known}."
            ) from None
        try:
            data = word.blank(version.form, version=version.number)
            Path(options["output"]).write_bytes(data)
        except (word.MissingLibrary, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{options['output']}: {version}, {len(data):,} bytes.")
