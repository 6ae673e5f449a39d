"""Which answers are somebody's own words, and who may press "I am worried about this" there."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import Http404

from pep_plugin.access import Actor
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections import roles
from pep_plugin.sections.schema import Form, Question, Section
from pep_plugin.voice.models import Telling
from pep_plugin.voice.tellings.waiting import may_open

#: Whose words a colleague may be worried about.
_THEIRS = frozenset({roles.CHILD, roles.CARER, roles.PARENT})


@dataclass(frozen=True, slots=True)
class Worrying:
    """One answer that somebody reads. ``telling``: where they read it, when not in the plan."""

    plan: Plan
    path: str
    label: str
    telling: Telling | None = None


def is_somebodys_words(section: Section, question: Question) -> bool:
    """Whether a child, a carer or a parent says it, in whole or in a column of its own."""
    columns = question.table.columns if question.table else ()
    says = {question.owner_role or section.owner_role} | {column.owner_role for column in columns}
    # What parents say may be written down for them in a section that is the social worker's.
    return bool(says & _THEIRS) or roles.PARENT in section.also


def worrying_for(actor: Actor, plan_id: uuid.UUID, path: str) -> Worrying:
    """What the actor reads at a path: in the plan, or in words that they may open.

    Raises ``Http404`` for what they may not read, as for what is not there.
    """
    try:
        opened = open_plan(actor, plan_id)
        section, question = _placed(opened.form, path)
    except (Plan.DoesNotExist, KeyError):
        return _in_a_telling(actor, plan_id, path)
    if opened.may_read(section, question) and is_somebodys_words(section, question):
        return Worrying(opened.plan, path, question.label)
    return _in_a_telling(actor, plan_id, path)


def _in_a_telling(actor: Actor, plan_id: uuid.UUID, path: str) -> Worrying:
    tellings = Telling.objects.filter(plan=plan_id).select_related("plan__child")
    for telling in tellings:
        if path in telling.paths and may_open(actor, telling):
            try:
                _section, question = _placed(telling.plan.form(), path)
            except KeyError:
                break
            return Worrying(telling.plan, path, question.label, telling)
    raise Http404


def _placed(form: Form, path: str) -> tuple[Section, Question]:
    """Raises :class:`KeyError`."""
    section = form.section(path.partition(".")[0])
    return section, section.question(path.partition(".")[2])
