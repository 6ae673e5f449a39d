"""Make what an installation needs before anyone can use it. Idempotent: run it after upgrades too.

It puts the shipped forms into the editor and publishes what changed, enters the terms of three
years, and makes the web editors' group and the first guidance pages: drafts, unless ``--publish``
is given. Pages, terms and groups that are there already stay as an editor left them. ``--head
EMAIL`` lets the first person in: everybody else is given a post in the site by somebody who holds
one.
"""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.access.accounts import is_as_left, take_mark, take_missing_marks
from pep_plugin.access.actions.connect_account import connect_account
from pep_plugin.access.actions.give_post import give_post
from pep_plugin.access.actions.name_person import name_person
from pep_plugin.conf import serves
from pep_plugin.formbuilder.groups import ensure_form_editors
from pep_plugin.formbuilder.shipped import ensure_forms
from pep_plugin.formversions.publish import publish_papers
from pep_plugin.guidance.groups import ensure_web_editors
from pep_plugin.guidance.starter import ensure_pages
from pep_plugin.guidance.starter.glossary import ensure_words
from pep_plugin.guidance.terms.groups import ensure_term_keepers
from pep_plugin.library.starter import ensure_templates
from pep_plugin.plans.terms import ensure_terms
from pep_plugin.registers.groups import ensure_register_readers
from pep_plugin.sections.roles import VS_HEAD


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--publish", action="store_true", help="Publish the starter pages instead of drafting."
        )
        parser.add_argument(
            "--head",
            metavar="EMAIL",
            help="Make this account Virtual School head.",
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Says in one line each what stands now."""
        for version in [*ensure_forms(), *publish_papers()]:
            self.stdout.write(f"Form: {version}.")
        terms = ensure_terms()
        self.stdout.write(f"Terms: {terms[0]} to {terms[-1]}.")
        self.stdout.write(f"Group: {ensure_term_keepers()}.")
        if serves("private"):
            self.stdout.write(f"Group: {ensure_register_readers()}.")
            self.stdout.write(f"Group: {ensure_form_editors()}.")
            self.stdout.write(f"Kinder words: {ensure_words()} new.")
        if serves("public"):
            self._public_part(publish=options["publish"])
        if serves("private"):
            self.stdout.write(f"Accounts marked as their owners left them: {take_missing_marks()}.")
        if options["head"]:
            self._let_in(options["head"])

    def _public_part(self, *, publish: bool) -> None:
        for template in ensure_templates():
            self.stdout.write(f"Template: {template}.")
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

    def _let_in(self, email: str) -> None:
        """The first post, which nobody in the site could give; somebody who has it keeps it."""
        actor = Actor.for_command("pep_setup")
        account = get_user_model()._default_manager.filter(email__iexact=email).first()
        name = (account.get_full_name() if account else "") or email
        person = name_person(actor=actor, name=name, email=email)
        try:
            if not person.posts.current().filter(role=VS_HEAD).exists():
                give_post(actor=actor, person=person, role=VS_HEAD)
            if person.user_id is None:
                connect_account(actor=actor, person_id=person.pk)
            elif not is_as_left(person.user, person.account_mark):
                # Nobody may confirm themselves, so a lone head is let in again from here.
                take_mark(person)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"Virtual School head: {person.name}.")
