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
    telling = _telling_with(actor, plan_id, path)
    try:
        opened = open_plan(actor, plan_id)
        section, question = _placed(opened.form, path)
        is_read = opened.may_read(section, question) and is_own_words(section, question)
    except (Plan.DoesNotExist, KeyError):
        is_read = False
    if is_read:
        return Worrying(opened.plan, path, question.label, telling)
    if telling is None:
        raise Http404
    try:
        _section, question = _placed(telling.plan.form(), path)
    except KeyError:
        raise Http404 from None
    return Worrying(telling.plan, path, question.label, telling)


def _telling_with(actor: Actor, plan_id: uuid.UUID, path: str) -> Telling | None:
    """Words with this answer that the actor may open."""
    tellings = Telling.objects.filter(plan=plan_id).select_related("plan__child")
    found = (telling for telling in tellings if path in telling.paths)
    return next((telling for telling in found if may_open(actor, telling)), None)


def _placed(form: Form, path: str) -> tuple[Section, Question]:
    """Raises :class:`KeyError`."""
    section = form.section(path.partition(".")[0])
    return section, section.question(path.partition(".")[2])
