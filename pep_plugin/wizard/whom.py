"""Whom one may ask: people by name, and only who may read what they are asked."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.people.models import Person
from pep_plugin.plans.asks import asked_in
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.roles import CHILD, LABELS
from pep_plugin.sections.schema import Step


def whom_to_ask(opened: OpenPlan, step: Step) -> tuple[tuple[str, str], ...]:
    """(key, words): each role that somebody fills, and each of them by name where there are more.

    A role's question goes to whoever fills it then, so a successor has it on the list.
    """
    asked = set(_asked(opened, step))
    offered: dict[str, str] = {}
    for role, names in opened.owners.by_role.items():
        people = opened.owners.people(role)
        is_me = [person_id for person_id, _name in people] == [opened.actor.person_id]
        if (is_me or not _may_read(opened, step, role)) and role not in asked:
            continue
        offered[role] = _words(_(" or ").join(names), role)
        if len(people) > 1:
            for person_id, name in people:
                if person_id != opened.actor.person_id:
                    offered.setdefault(access.person_key(person_id), _words(name, role))
    return (*offered.items(), *_who_have_gone(asked - offered.keys()))


def _words(names: str, role: str) -> str:
    return names if role == CHILD else f"{names}, {LABELS[role][:1].lower()}{LABELS[role][1:]}"


def _may_read(opened: OpenPlan, step: Step, role: str) -> bool:
    """Nobody is asked what the form does not let them read."""
    return all(
        access.readable({role}, step.section, question, None)
        for question in step.questions
        if question.required
    )


def _asked(opened: OpenPlan, step: Step) -> Iterator[str]:
    """Keys of those who stand in the step's answers already."""
    answers = opened.answers.get(step.section.key, {})
    for question in step.questions:
        for _path, whom in asked_in("", answers.get(question.key)):
            yield whom.role or access.person_key(whom.person_id)


def _who_have_gone(keys: set[str]) -> Iterator[tuple[str, str]]:
    """Those who were asked and have no part in the plan any more; one query, and seldom."""
    ids = {key: uuid.UUID(key.rpartition(":")[2]) for key in keys if ":" in key}
    if ids:
        names = dict(Person.objects.filter(pk__in=ids.values()).values_list("pk", "name"))
        for key, person_id in ids.items():
            if person_id in names:
                yield key, names[person_id]
