"""A team's children by their social workers: whose they are, and how many of a list each has."""

import datetime
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count

from pep_plugin.people.dated import DatedQuerySet
from pep_plugin.people.models import Involvement
from pep_plugin.people.models.child import ChildQuerySet
from pep_plugin.sections import roles as role_keys


@dataclass(frozen=True, slots=True)
class Worker:
    """A social worker, and how many children of the list they have."""

    id: uuid.UUID
    name: str
    count: int


def workers(children: ChildQuerySet, day: datetime.date) -> list[Worker]:
    """In the order of their names; one query."""
    rows = (
        _involved(day)
        .filter(child__in=children.order_by().values("pk"))
        .values_list("person", "person__name")
        .annotate(count=Count("child", distinct=True))
        .order_by("person__name", "person")
    )
    return [Worker(*row) for row in rows]


def chosen(every: Collection[Worker], asked: str) -> Worker | None:
    """The worker whose id stands in the address; None for anything else."""
    return next((worker for worker in every if str(worker.id) == asked), None)


def of_worker(children: ChildQuerySet, worker: Worker, day: datetime.date) -> ChildQuerySet:
    return children.filter(pk__in=_involved(day).filter(person=worker.id).values("child"))


def names(children: Collection[uuid.UUID], day: datetime.date) -> dict[uuid.UUID, str]:
    """Child id -> name of the social worker; one query."""
    found = _involved(day).filter(child__in=children).order_by("-starts")
    return dict(found.values_list("child", "person__name"))


def _involved(day: datetime.date) -> DatedQuerySet[Involvement]:
    return Involvement.objects.on(day).filter(role=role_keys.SOCIAL_WORKER)
