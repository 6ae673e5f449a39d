"""What is on record already of everybody and everything that a file of children names."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db.models import F
from django.db.models.functions import Lower

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.conf import today
from pep_plugin.exchange.limits import BATCH
from pep_plugin.people.models import Child, Enrolment, Involvement, Person, School
from pep_plugin.sections.roles import SOCIAL_WORKER

T = TypeVar("T")
Values = Mapping[str, Any]
_Born = tuple[str, str, datetime.date]


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _born(child: Child) -> _Born:
    return child.first_name.casefold(), child.last_name.casefold(), child.date_of_birth


class Known:
    """Looked up once for the whole file, in batches; the children's rows are locked."""

    def __init__(self, actor: Actor, rows: Sequence[Values]) -> None:
        self.actor = actor
        self.children: dict[str, Child] = {}
        #: Numbers of records that exist and that this actor may not change.
        self.closed: set[str] = set()
        self.holders: dict[str, set[uuid.UUID]] = {}
        self.unnumbered: dict[_Born, list[Child]] = {}
        self.schools: dict[str, School] = {}
        #: Address -> person.
        self.people: dict[str, uuid.UUID] = {}
        self.enrolments: dict[uuid.UUID, Enrolment] = {}
        self.workers: dict[uuid.UUID, list[Involvement]] = {}
        self._find_children({row["council_number"] for row in rows if "council_number" in row})
        self._find_unnumbered(rows)
        self._find_upns({row["upn"] for row in rows if "upn" in row})
        self._find_schools({row["school_urn"] for row in rows if "school_urn" in row})
        self._find_people({r["social_worker_email"] for r in rows if "social_worker_email" in r})
        self._find_places()

    def child(self, row: Values) -> Child | None:
        """By the council's number; else one without a number, of the same name and birthday.

        A social worker may have added the child before the council's list brings the number.
        """
        found = self.children.get(row["council_number"])
        if found is None:
            alike = self.alike(row)
            return alike[0] if len(alike) == 1 else None
        return found

    def alike(self, row: Values) -> list[Child]:
        """Children without a number, of the same name and birthday."""
        if not self.unnumbered:
            return []
        first, last = row["first_name"].casefold(), row["last_name"].casefold()
        return self.unnumbered.get((first, last, row["date_of_birth"]), [])

    def _find_children(self, numbers: set[str]) -> None:
        visible = access.children(self.actor).select_for_update()
        for batch in batches(sorted(numbers)):
            for child in visible.filter(council_number__in=batch):
                self.children[child.council_number or ""] = child
            every = Child.objects.filter(council_number__in=batch)
            taken = {number or "" for number in every.values_list("council_number", flat=True)}
            self.closed |= taken - set(self.children)

    def _find_unnumbered(self, rows: Sequence[Values]) -> None:
        new = [row for row in rows if row.get("council_number") not in self.children]
        days = {row["date_of_birth"] for row in new if "date_of_birth" in row}
        visible = access.children(self.actor).select_for_update()
        for batch in batches(sorted(days)):
            for child in visible.filter(council_number=None, date_of_birth__in=batch):
                self.unnumbered.setdefault(_born(child), []).append(child)

    def _find_upns(self, upns: set[str]) -> None:
        for batch in batches(sorted(upns)):
            held = access.children(self.actor).filter(upn__in=batch).values_list("upn", "pk")
            for upn, pk in held:
                self.holders.setdefault(upn, set()).add(pk)

    def _find_schools(self, urns: set[str]) -> None:
        for batch in batches(sorted(urns)):
            for school in School.objects.filter(urn__in=batch):
                self.schools[school.urn or ""] = school

    def _find_people(self, emails: set[str]) -> None:
        people = Person.objects.annotate(address=Lower("email"))
        # Two of one address: who has an account is the one that is in use.
        people = people.order_by(F("user").desc(nulls_last=True), "pk")
        for batch in batches(sorted(emails)):
            for address, pk in people.filter(address__in=batch).values_list("address", "pk"):
                self.people.setdefault(address, pk)

    def _find_places(self) -> None:
        """The school and the social worker of today of every child that is there already."""
        linked = [child for alike in self.unnumbered.values() for child in alike]
        day = today()
        for batch in batches([child.pk for child in [*self.children.values(), *linked]]):
            for enrolment in Enrolment.objects.on(day).filter(child__in=batch, is_main=True):
                self.enrolments.setdefault(enrolment.child_id, enrolment)
            for involvement in Involvement.objects.on(day).filter(
                child__in=batch, role=SOCIAL_WORKER
            ):
                self.workers.setdefault(involvement.child_id, []).append(involvement)
