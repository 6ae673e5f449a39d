"""What was chosen on the page of differences, put into the plan as ordinary saves."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.merge import Conflict
from pep_plugin.plans.models import SectionHistory
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answer, as_text
from pep_plugin.sections.schema import Question
from pep_plugin.wizard.settling import put_unit, unit_of
from pep_plugin.wizard.word_in.differences import BOTH, FILE, Difference, SectionDifferences
from pep_plugin.wizard.word_in.loose_text import Loose


@dataclass(frozen=True, slots=True)
class Taken:
    """How many answers were written, and what others changed while the page was open."""

    changed: int
    conflicts: tuple[Conflict, ...]


def take(
    opened: OpenPlan,
    found: list[SectionDifferences],
    choices: Mapping[str, str],
    loose: list[Loose],
    revisions: Mapping[str, int],
) -> Taken:
    """Save what was chosen, section by section, with source ``word``.

    ``choices``: a difference's address -> ``plan``, ``file`` or ``both``. ``loose``: texts that
    stood outside every question, with the question they were given to. ``revisions``: section ->
    the revision that the page was drawn from; what others changed since is refused.
    Raises what ``save_answers`` raises.
    """
    wanted: dict[str, dict[str, Answer | None]] = {}
    for part in found:
        stored = opened.answers.get(part.section.key, {})
        for one in part.found:
            if choices.get(one.address) in (FILE, BOTH):
                answers = wanted.setdefault(part.section.key, {})
                whole = answers.get(one.key, copy.deepcopy(stored.get(one.key)))
                question = part.section.question(one.key)
                answers[one.key] = _with(question, whole, one, choices[one.address])
    for text in loose:
        section, _dot, key = text.path.partition(".")
        answers = wanted.setdefault(section, {})
        whole = answers.get(key, copy.deepcopy(opened.answers.get(section, {}).get(key)))
        answers[key] = _joined(opened.form.question(text.path), whole, text.text)
    changed = 0
    conflicts: list[Conflict] = []
    for section, answers in wanted.items():
        saved = save_answers(
            actor=opened.actor,
            plan_id=opened.plan.pk,
            section=section,
            posted=answers,
            base_revision=revisions.get(section, 0),
            source=SectionHistory.Source.WORD,
            opened=opened,
        )
        changed += len(saved.changed)
        conflicts += saved.conflicts
    return Taken(changed, tuple(conflicts))


def _with(question: Question, whole: Answer | None, one: Difference, choice: str) -> Answer:
    if not one.unit:
        mine: Answer = one.mine
        return _joined(question, whole, one.there) if choice == BOTH else mine
    chosen: Any = one.mine
    if choice == BOTH and question.table is not None:
        column = question.table.column(one.unit.partition(".")[2])
        chosen = _joined(column, unit_of(whole, one.unit), one.there)
    return put_unit(whole, one.unit, chosen)


def _joined(question: Question, stored: Answer | None, text: str) -> Answer:
    """Both texts, the plan's first."""
    before = as_text(question, stored) if stored and "value" in stored else ""
    return {"value": f"{before}\n\n{text}" if before else text}
