"""What stands beside a child's own row: former names and numbers, school, social worker.

Noted row by row and written at the end, in batches. A thing that ends had its last day yesterday;
a thing that begins, begins today.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable
from typing import Any

from django.db import models

from pep_plugin.conf import local, today
from pep_plugin.exchange.children.known import Known, Values, batches
from pep_plugin.exchange.resource import Differences
from pep_plugin.people.dated import Source
from pep_plugin.people.models import (
    Child,
    ChildName,
    ChildNumber,
    Enrolment,
    Involvement,
    Person,
    School,
)
from pep_plugin.sections.roles import SOCIAL_WORKER

_NAMES = ("first_name", "last_name", "preferred_name")


class Beside:
    """Rows to end and rows to add, gathered from every row of the file."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.today = today()
        self.yesterday = self.today - datetime.timedelta(days=1)
        self._new: dict[type[models.Model], list[Any]] = {}
        self._ended: dict[type[models.Model], list[uuid.UUID]] = {}
        self._years: list[Enrolment] = []
        # A number of a child whose history was never begun: (child, old value) by model.
        self._was: dict[type[models.Model], dict[uuid.UUID, Any]] = {}

    def note(self, child: Child, row: Values, own: Differences, *, is_new: bool) -> Differences:
        """Note what follows from one row; returns what of it a person should be shown."""
        self._names(child, own, is_new=is_new)
        self._number(child, own, is_new=is_new)
        return {**self._school(child, row), **self._social_worker(child, row)}

    def _add(self, row: models.Model) -> None:
        self._new.setdefault(type(row), []).append(row)

    def _end(self, row: Any) -> None:
        self._ended.setdefault(type(row), []).append(row.pk)

    def _names(self, child: Child, own: Differences, *, is_new: bool) -> None:
        if not any(name in own for name in _NAMES):
            return
        now = {name: getattr(child, name) for name in _NAMES}
        starts = child.date_of_birth if is_new else self.today
        self._add(ChildName(child=child, starts=starts, source=Source.IMPORT, **now))
        if not is_new:
            before = {name: own[name][0] if name in own else now[name] for name in _NAMES}
            self._was.setdefault(ChildName, {})[child.pk] = ChildName(
                child=child, starts=child.date_of_birth, ends=self.yesterday, **before
            )

    def _number(self, child: Child, own: Differences, *, is_new: bool) -> None:
        if "upn" not in own:
            return
        scheme = ChildNumber.Scheme.UPN
        self._add(
            ChildNumber(
                child=child,
                scheme=scheme,
                number=child.upn,
                starts=self.today,
                source=Source.IMPORT,
            )
        )
        old = own["upn"][0]
        if old:
            began = min(local(child.created_at).date(), self.yesterday)
            self._was.setdefault(ChildNumber, {})[child.pk] = ChildNumber(
                child=child, scheme=scheme, number=old, starts=began, ends=self.yesterday
            )

    def _school(self, child: Child, row: Values) -> Differences:
        now = self.known.enrolments.get(child.pk)
        school = self.known.schools.get(row.get("school_urn", ""))
        year = row.get("year_group", "")
        if school is None or (now is not None and now.school_id == school.pk):
            if now is None or not year or now.year_group == year:
                return {}
            before, now.year_group = now.year_group, year
            self._years.append(now)
            return {"year_group": (before, year)}
        if now is not None:
            self._end(now)
        self._enrol(child, school, year)
        return {"school": (now.school_id if now else None, school.pk)}

    def _enrol(self, child: Child, school: School, year: str) -> None:
        self._add(
            Enrolment(
                child=child,
                school=school,
                year_group=year or child.year_group_on(self.today),
                starts=self.today,
                source=Source.IMPORT,
            )
        )

    def _social_worker(self, child: Child, row: Values) -> Differences:
        address = row.get("social_worker_email", "")
        if not address:
            return {}
        person = self.known.people.get(address) or self._make_person(address)
        now = self.known.workers.get(child.pk, [])
        if any(involvement.person_id == person.pk for involvement in now):
            return {}
        for involvement in now:
            self._end(involvement)
        self._add(
            Involvement(
                child=child,
                person=person,
                role=SOCIAL_WORKER,
                starts=self.today,
                source=Source.IMPORT,
            )
        )
        return {"social_worker": (now[0].person_id if now else None, person.pk)}

    def _make_person(self, address: str) -> Person:
        """Somebody without an account, who opens nothing until a post is given to them."""
        person = Person(name=name_from(address), email=address)
        self.known.people[address] = person
        self._add(person)
        return person

    def write(self) -> None:
        """Everything that was noted. Inside the transaction of the import."""
        self._close(ChildName, lambda ids: models.Q(child__in=ids))
        self._close(ChildNumber, lambda ids: models.Q(child__in=ids, scheme=ChildNumber.Scheme.UPN))
        for model, ids in self._ended.items():
            for batch in batches(ids):
                model._default_manager.filter(pk__in=batch).update(ends=self.yesterday)
        for model in (Person, ChildName, ChildNumber, Enrolment, Involvement):
            model._default_manager.bulk_create(self._new.get(model, []), batch_size=500)
        Enrolment.objects.bulk_update(self._years, ["year_group"], batch_size=200)

    def _close(self, model: Any, of: Callable[[list[uuid.UUID]], models.Q]) -> None:
        """End what is open; of a child whose history was never begun, write what was before."""
        was = self._was.get(model, {})
        for batch in batches(was):
            still_open = model._default_manager.filter(of(batch), ends=None)
            begun = set(still_open.values_list("child_id", flat=True))
            still_open.update(ends=self.yesterday)
            model._default_manager.bulk_create([was[pk] for pk in batch if pk not in begun])


def name_from(address: str) -> str:
    """ "sam.reid@..." is Sam Reid until somebody says otherwise; else the address itself."""
    parts = address.partition("@")[0].split(".")
    if len(parts) > 1 and all(part.replace("-", "").isalpha() for part in parts):
        return " ".join(part.title() for part in parts)
    return address
