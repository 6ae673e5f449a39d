"""``manage.py pep_check_shell FILE [-o SAMPLE]``: looks a council's own Word shell over."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pep_plugin.documents.missing import word_problem


class Command(BaseCommand):
    help = "Looks a Word shell over and, with -o, writes a plan of made-up answers in it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the .docx file")
        parser.add_argument("-o", "--output", help="where to write the sample")

    def handle(self, *args: Any, **options: Any) -> None:
        if problem := word_problem():
            raise CommandError(problem)
        from pep_plugin.documents.word import shell
        from pep_plugin.documents.word.sample import in_shell

        path = os.path.abspath(options["file"])
        problems = shell.problems(path)
        if problems:
            raise CommandError("\n".join(problems))
        if options["output"]:
            data = in_shell(path)
            try:
                with open(options["output"], "wb") as opened:
                    opened.write(data)
            except OSError as error:
                raise CommandError(str(error)) from error
            self.stdout.write(f"{options['output']}: a made-up plan, {len(data):,} bytes.")
        self.stdout.write(f"{path}: nothing to mend. Name it in PEP_PLUGIN[“WORD_SHELL”].")
