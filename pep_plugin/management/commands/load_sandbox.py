"""Invented children, people and PEPs, with a login for every role. The same each time it runs.

Running it again adds nothing. It refuses to run where there are children whom it did not invent.
``--children N`` makes N of them (up to 100,000): the first have whole stories, others are light.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from pep_plugin.conf import serves
from pep_plugin.formbuilder.shipped import ensure_forms
from pep_plugin.formversions.publish import publish_papers
from pep_plugin.management.fictional import (
    children,
    crowd,
    getting_in,
    journeys,
    places,
    public_side,
    staff,
    voices,
)
from pep_plugin.management.fictional.identity import COUNCIL_NUMBER
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.people.models import Child, Person, School
from pep_plugin.plans.terms import ensure_terms
from pep_plugin.sections import roles

MOST = 100_000


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--children",
            type=int,
            default=len(children.PORTRAITS),
            metavar="N",
            help=f"How many children there are in the end; up to {MOST:,}.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Everything or nothing, then the table of logins."""
        count = options["children"]
        if not 0 <= count <= MOST:
            raise CommandError(f"Choose a number of children from 0 to {MOST:,}.")
        if Child.objects.exclude(council_number__startswith=COUNCIL_NUMBER).exists():
            raise CommandError(
                "There are children here who were not invented, and invented ones with accounts "
                "that everybody knows do not belong beside them. Nothing was changed."
            )
        with transaction.atomic():
            made = self._load(count)
        self.stdout.write(f"Children: {Child.objects.count():,} ({made:,} new).")
        self._print_logins()

    def _load(self, count: int) -> int:
        ensure_forms()
        publish_papers()
        ensure_terms()
        schools = {school.name: school for school in places.ensure_schools()}
        teams = places.ensure_teams()
        people = staff.ensure_staff(list(schools.values()), teams)
        staff.ensure_site_accounts()
        if serves("public"):
            public_side.ensure_public_side()
        before = Child.objects.count()
        for number in range(min(count, len(children.PORTRAITS))):
            self._one(number, schools, people)
        getting_in.ensure_getting_in(people, schools)
        # Documents of invented plans are made when somebody asks for them: sixty at once would
        # keep whoever wants to see the site waiting.
        OutboxItem.objects.waiting().delete()
        for done in crowd.ensure_crowd(len(children.PORTRAITS) + 1, count, teams):
            self.stdout.write(f"  {done:,} of the crowd", ending="\r")
        return Child.objects.count() - before

    def _one(self, number: int, schools: dict[str, School], people: dict[str, Person]) -> None:
        child, is_new = children.ensure_child(number, schools, people)
        if not is_new:
            return
        portrait = children.PORTRAITS[number]
        journeys.play(
            journeys.Around(
                portrait=portrait,
                child=child,
                worker=people[portrait.worker],
                teacher=people[staff.teacher_of(portrait.school)],
                adviser=people["Priya Nair"],
                head=people["Helen Marsh"],
            )
        )
        plan = child.plans.unfinished().first()
        if plan is not None:
            teacher, worker = people[staff.teacher_of(portrait.school)], people[portrait.worker]
            voices.say(portrait.key, plan, teacher, worker)

    def _print_logins(self) -> None:
        rows = [(login.username, roles.LABELS[login.role], login.sees) for login in staff.LOGINS]
        rows += [
            ("kit.marrow", "Mentor, without a post", "one section of one PEP, and nothing else"),
            (staff.WEB_EDITOR, "Web editor", "the public pages, and no child"),
            (staff.SUPERUSER, "Site administrator, without a post", "the admin, and no child"),
        ]
        self.stdout.write(f"\nSign in with one of these; the passphrase is {staff.PASSPHRASE}\n")
        first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
        for username, role, sees in rows:
            self.stdout.write(f"  {username:<{first}}  {role:<{second}}  {sees}")
