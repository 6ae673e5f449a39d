"""Which answers wait to be confirmed by one person, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.answers import Answer, awaits_confirmation
from pep_plugin.sections.schema import Question, Section, Step

#: Those who have no task list of their own: whoever writes with them looks after their answers.
_WITHOUT_A_LIST = frozenset({role_keys.CHILD, role_keys.CARER})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One answer that is to be confirmed with the rest, and the screen on which it is changed."""

    path: str
    question: Question
    answer: Answer
    step: Step


@dataclass(slots=True)
class Part:
    """The waiting answers of one section. ``revision``: of the section, as it is drawn."""

    section: Section
    revision: int
    answers: list[Waiting] = field(default_factory=list)


def waiting_for(opened: OpenPlan) -> list[Part]:
    """In form order; what is asked by itself, and what this person may not read, is not there."""
    asked = opened.asked
    found = []
    for section in _theirs(opened):
        part = Part(section, opened.revisions.get(section.key, 0))
        held = opened.answers.get(section.key, {})
        for step in section.steps():
            for question in step.questions:
                path, answer = f"{section.key}.{question.key}", held.get(question.key, {})
                waits = awaits_confirmation(answer) and not answer.get("stale")
                if waits and asked.is_asked(path) and opened.may_read(section, question):
                    part.answers.append(Waiting(path, question, answer, step))
        if part.answers:
            found.append(part)
    return found


def _theirs(opened: OpenPlan) -> Iterator[Section]:
    """Their own sections, and those that nobody else looks after.

    Who may write everything and owns nothing (the Virtual School) sees all that they may write.
    """
    if not opened.allows("plan.write"):
        return
    own = role_keys.with_those_stood_in_for(opened.roles)
    writes = [section for section in opened.form.sections if opened.may_write(section)]
    owns_any = any(section.owner_role in own for section in writes)
    for section in writes:
        owner = section.owner_role
        nobodys = owner in _WITHOUT_A_LIST or not opened.owners.names(owner)
        if not owns_any or owner in own or nobodys:
            yield section
