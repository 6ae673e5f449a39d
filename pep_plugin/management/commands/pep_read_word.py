"""``manage.py pep_read_word FILE``: what the reader finds in a filled Word file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pep_plugin.documents.word.reading import Found, Refused, read_any
from pep_plugin.sections import answers
from pep_plugin.sections.schema import Form


class Command(BaseCommand):
    help = "Prints what the reader finds in a filled Word file, and what it could not place."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the .docx file to read")
        parser.add_argument("--json", action="store_true", help="print everything as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found, form = read_any(Path(options["file"]).read_bytes())
        except (Refused, OSError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            text = json.dumps(found.to_json(), ensure_ascii=False, indent=2)
        else:
            text = "\n".join(_lines(found, form))
        self.stdout.write(text)


def _lines(found: Found, form: Form) -> list[str]:
    version = f", version {found.version}" if found.version else ""
    plan = f", plan {found.reference}" if found.reference else ""
    lines = [f"{form.title}{version}{plan}: {len(found.answers)} answers."]
    for path, _section, question in form.paths():
        if path in found.answers:
            text = answers.as_text(question, found.answers[path]).replace("\n", "\n    ")
            lines.append(f"{path} (by {found.how.get(path, 'label')}): {text}")
    lines += [
        f"Found but not placed, near “{one['near']}”: {one['text']}" for one in found.unplaced
    ]
    lines += [f"Comment ({one['path'] or 'no place'}): {one['text']}" for one in found.comments]
    return [*lines, *found.notes]
