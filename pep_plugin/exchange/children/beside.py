"""What stands beside a child's own row: former names and numbers, school, social worker.

Noted row by row and written at the end, in batches. A thing that ends had its last day yesterday;
a thing that begins, begins today.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
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
)
from pep_plugin.sections.roles import SOCIAL_WORKER

Columns = Mapping[str, Any]
_NAMES = ("first_name", "last_name", "preferred_name")


class Beside:
    """Rows to end and rows to add, gathered from every row of the file.

    Noted as columns, and made into rows only when they are written: a dry run makes none.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self.today = today()
        self.yesterday = self.today - datetime.timedelta(days=1)
        self._new: dict[type[models.Model], list[Columns]] = {}
        self._ended: dict[type[models.Model], list[uuid.UUID]] = {}
        self._years: list[Enrolment] = []
        #: What a child was called or numbered until now, should no history have been begun.
        self._was: dict[type[models.Model], dict[uuid.UUID, Columns]] = {
            ChildName: {},
            ChildNumber: {},
        }

    def note(self, child: Child, row: Values, own: Differences, *, is_new: bool) -> Differences:
        """Note what follows from one row; returns what of it a person should be shown."""
        self._names(child, own, is_new=is_new)
        self._number(child, own)
        return {**self._school(child, row), **self._social_worker(child, row)}

    def _begin(self, model: type[models.Model], child: Child, **columns: Any) -> None:
        """A row of a child, in force from today unless the columns say otherwise."""
        begun = {"child_id": child.pk, "starts": self.today, "source": Source.IMPORT, **columns}
        self._new.setdefault(model, []).append(begun)

    def _end(self, row: Any) -> None:
        self._ended.setdefault(type(row), []).append(row.pk)

    def _names(self, child: Child, own: Differences, *, is_new: bool) -> None:
        if not any(name in own for name in _NAMES):
            return
        now = {name: getattr(child, name) for name in _NAMES}
        self._begin(ChildName, child, starts=child.date_of_birth if is_new else self.today, **now)
        if not is_new:
            before = {name: own[name][0] if name in own else now[name] for name in _NAMES}
            self._was[ChildName][child.pk] = {"starts": child.date_of_birth, **before}

    def _number(self, child: Child, own: Differences) -> None:
        if "upn" not in own:
            return
        scheme = ChildNumber.Scheme.UPN
        self._begin(ChildNumber, child, scheme=scheme, number=child.upn)
        old = own["upn"][0]
        if old:
            began = min(local(child.created_at).date(), self.yesterday)
            self._was[ChildNumber][child.pk] = {"starts": began, "scheme": scheme, "number": old}

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
        year = year or child.year_group_on(self.today)
        self._begin(Enrolment, child, school_id=school.pk, year_group=year)
        return {"school": (now.school_id if now else None, school.pk)}

    def _social_worker(self, child: Child, row: Values) -> Differences:
        address = row.get("social_worker_email", "")
        if not address:
            return {}
        person_id = self.known.people.get(address) or self._make_person(address)
        now = self.known.workers.get(child.pk, [])
        if any(involvement.person_id == person_id for involvement in now):
            return {}
        for involvement in now:
            self._end(involvement)
        self._begin(Involvement, child, person_id=person_id, role=SOCIAL_WORKER)
        return {"social_worker": (now[0].person_id if now else None, person_id)}

    def _make_person(self, address: str) -> uuid.UUID:
        """Somebody without an account, who opens nothing until a post is given to them."""
        made = self.known.people[address] = uuid.uuid4()
        person = {"id": made, "name": name_from(address), "email": address}
        self._new.setdefault(Person, []).append(person)
        return made

    def write(self) -> None:
        """Everything that was noted. Inside the transaction of the import."""
        for model, was in self._was.items():
            self._close(model, was)
        for model, ids in self._ended.items():
            for batch in batches(ids):
                model._default_manager.filter(pk__in=batch).update(ends=self.yesterday)
        for model in (Person, ChildName, ChildNumber, Enrolment, Involvement):
            _create(model, self._new.get(model, []))
        Enrolment.objects.bulk_update(self._years, ["year_group"], batch_size=200)

    def _close(self, model: type[models.Model], was: dict[uuid.UUID, Columns]) -> None:
        """End what is open; of a child whose history was never begun, write what was before."""
        for batch in batches(was):
            still_open = model._default_manager.filter(child__in=batch, ends=None)
            if model is ChildNumber:
                still_open = still_open.filter(scheme=ChildNumber.Scheme.UPN)
            begun = set(still_open.values_list("child_id", flat=True))
            still_open.update(ends=self.yesterday)
            unbegun = [pk for pk in batch if pk not in begun]
            _create(model, [{"child_id": pk, "ends": self.yesterday, **was[pk]} for pk in unbegun])


def _create(model: type[models.Model], rows: Sequence[Columns]) -> None:
    for batch in batches(rows):
        model._default_manager.bulk_create([model(**columns) for columns in batch])


def name_from(address: str) -> str:
    """ "sam.reid@..." is Sam Reid until somebody says otherwise; else the address itself."""
    parts = address.partition("@")[0].split(".")
    if len(parts) > 1 and all(part.replace("-", "").isalpha() for part in parts):
        return " ".join(part.title() for part in parts)
    return address
