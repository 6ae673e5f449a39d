"""Who may press "I am worried about this", beside which words."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import Http404

from pep_plugin.access import Actor
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections.own_words import is_own_words
from pep_plugin.sections.schema import Form, Question, Section
from pep_plugin.voice.models import Telling
from pep_plugin.voice.tellings.waiting import may_open


@dataclass(frozen=True, slots=True)
class Worrying:
    """One answer that somebody reads. ``telling``: where they read it, when not in the plan."""

    plan: Plan
    path: str
    label: str
    telling: Telling | None = None


def worrying_for(actor: Actor, plan_id: uuid.UUID, path: str) -> Worrying:
    """What the actor reads at a path: in the plan, or in words that they may open.

    Raises ``Http404`` for what they may not read, as for what is not there.
    """
    try:
        opened = open_plan(actor, plan_id)
        section, question = _placed(opened.form, path)
    except (Plan.DoesNotExist, KeyError):
        return _in_a_telling(actor, plan_id, path)
    if opened.may_read(section, question) and is_own_words(section, question):
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
