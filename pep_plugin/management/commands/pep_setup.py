"""Make what an installation needs before anyone can use it. Idempotent: run it after upgrades too.

It publishes the shipped forms that changed, enters the terms of three years, and makes the web
editors' group and the first guidance pages: drafts, unless ``--publish`` is given. Pages, terms
and groups that are there already stay as an editor left them.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from pep_plugin.conf import serves
from pep_plugin.formversions.publish import publish_shipped
from pep_plugin.guidance.groups import ensure_web_editors
from pep_plugin.guidance.starter import ensure_pages
from pep_plugin.plans.terms import ensure_terms
from pep_plugin.registers.groups import ensure_register_readers


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--publish", action="store_true", help="Publish the starter pages instead of drafting."
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Says in one line each what stands now."""
        for version in publish_shipped():
            self.stdout.write(f"Form: {version}.")
        terms = ensure_terms()
        self.stdout.write(f"Terms: {terms[0]} to {terms[-1]}.")
        if serves("private"):
            self.stdout.write(f"Group: {ensure_register_readers()}.")
        if serves("public"):
            self._public_part(publish=options["publish"])

    def _public_part(self, *, publish: bool) -> None:
        outcomes = ensure_pages(publish=publish)
        for outcome in outcomes:
            self.stdout.write(f"Page: {outcome.page.title} ({outcome.what}).")
        if not outcomes:
            self.stdout.write(
                "Pages: none made. The site needs a first page, and either pep_plugin.pages in "
                "INSTALLED_APPS or page types made from the mixins."
            )
        group = ensure_web_editors(outcomes[0].page if outcomes else None)
        self.stdout.write(f"Group: {group.name}.")
