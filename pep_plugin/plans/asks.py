""" "I do not know yet: ask Sam": which questions stand on whose list.

The answers say it; the rows of :class:`Ask` follow them, so that a list of what somebody was asked
costs one query and not a walk through every plan.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.conf import today
from pep_plugin.people.models import Enrolment, Involvement, Person
from pep_plugin.plans.models import Ask, SectionAnswers
from pep_plugin.plans.models.together import AskQuerySet
from pep_plugin.plans.states import BEING_WRITTEN
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.answers import Answer

_PERSON = access.person_key("")


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked: everybody in a role, or one person."""

    role: str = ""
    person_id: uuid.UUID | None = None


def asked_in(path: str, answer: Answer | None) -> Iterator[tuple[str, Asked]]:
    """(path, who was asked) of an answer, and of each cell where it is a table's."""
    whom = _whom(answer)
    if whom is not None:
        yield path, whom
    rows = (answer or {}).get("value")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and "cells" in row:
            for column, cell in row["cells"].items():
                if (whom := _whom(cell)) is not None:
                    yield f"{path}#{row['id']}.{column}", whom


def _whom(answer: Answer | None) -> Asked | None:
    if not answer or answer.get("none") != "unknown":
        return None
    ask = str(answer.get("ask", ""))
    if ask in role_keys.LABELS:
        return Asked(role=ask)
    if not ask.startswith(_PERSON):
        # Words that an old page or a Word file put there: nobody's list has them.
        return None
    try:
        return Asked(person_id=uuid.UUID(ask.removeprefix(_PERSON)))
    except ValueError:
        return None


def keep_in_step(
    plan_id: uuid.UUID,
    section: str,
    before: Mapping[str, Answer],
    changes: Mapping[str, Answer | None],
    *,
    by: uuid.UUID | None,
) -> None:
    """Settle what was answered and open what is asked, in the transaction of the save.

    Costs nothing where no question of the save is, or was, put to somebody.
    """
    was: dict[str, Asked] = {}
    now: dict[str, Asked] = {}
    for key, answer in changes.items():
        path = f"{section}.{key}"
        was.update(asked_in(path, before.get(key)))
        now.update(asked_in(path, answer))
    gone = [path for path, whom in was.items() if now.get(path) != whom]
    if gone:
        settle(plan_id, gone)
    new = {path: whom for path, whom in now.items() if was.get(path) != whom}
    if new:
        _open(plan_id, new, by)


def settle(plan_id: uuid.UUID, paths: list[str] | None = None) -> int:
    """Take the plan's questions off people's lists: those at the paths, or all of them."""
    asks = Ask.objects.open().filter(plan=plan_id)
    if paths is not None:
        asks = asks.filter(path__in=paths)
    return asks.update(settled_at=timezone.now())


def open_again(plan_id: uuid.UUID) -> None:
    """A plan that came back: what is still not known stands on lists again."""
    for row in SectionAnswers.objects.filter(plan=plan_id):
        for key, answer in row.data.items():
            found = dict(asked_in(f"{row.section}.{key}", answer))
            if found:
                _open(plan_id, found, _author(answer))


def _author(answer: Answer) -> uuid.UUID | None:
    try:
        return uuid.UUID(answer.get("by", ""))
    except ValueError:
        return None


def _open(plan_id: uuid.UUID, asked: Mapping[str, Asked], by: uuid.UUID | None) -> None:
    wanted = {whom.person_id for whom in asked.values() if whom.person_id}
    known = set(Person.objects.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else ()
    Ask.objects.bulk_create(
        [
            Ask(
                plan_id=plan_id, path=path, role=whom.role, person_id=whom.person_id, asked_by_id=by
            )
            for path, whom in asked.items()
            if whom.person_id is None or whom.person_id in known
        ],
        # Somebody else's save may have opened the same one; then theirs stands.
        ignore_conflicts=True,
    )


def waiting_for(actor: Actor) -> AskQuerySet:
    """Open questions to the actor, by name or by a role that they fill themselves for the child.

    Only of children whom the actor may see today, in plans that are being written; oldest first.
    """
    if actor.kind != "user" or actor.person_id is None:
        return Ask.objects.none()
    return (
        Ask.objects.open()
        .filter(plan__state__in=BEING_WRITTEN, plan__child__in=access.children(actor))
        .filter(Q(person=actor.person_id) | Q(person=None) & _fills_the_role(actor))
    )


def was_asked(actor: Actor, plan_id: uuid.UUID, ask_id: uuid.UUID) -> bool:
    """Whether a question that is settled now was the actor's, in a plan that they still see."""
    asks = Ask.objects.filter(pk=ask_id, plan=plan_id, plan__child__in=access.children(actor))
    return asks.filter(Q(person=actor.person_id) | Q(person=None) & _fills_the_role(actor)).exists()


def _fills_the_role(actor: Actor) -> Q:
    """Whoever stands in for somebody is not asked in their place: the list would be everybody's."""
    day = today()
    held = Involvement.objects.on(day).filter(
        child=OuterRef("plan__child"), person=actor.person_id, role=OuterRef("role")
    )
    fills = Q(Exists(held)) | Q(role__in=actor.post_roles & role_keys.VIRTUAL_SCHOOL)
    for role in actor.post_roles & role_keys.SCHOOL:
        at = Enrolment.objects.on(day).filter(
            child=OuterRef("plan__child"), is_main=True, school__in=actor.schools(role)
        )
        fills |= Q(Exists(at), role=role)
    return fills
