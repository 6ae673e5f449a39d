"""The task list: every section with its state, grouped by who fills it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pep_plugin.plans.models import SectionAnswers
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Asked
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.roles import CHILD, LABELS, PARENT, PROFESSIONAL, VIRTUAL_SCHOOL
from pep_plugin.sections.schema import Question, Section, Step
from pep_plugin.wizard import steps
from pep_plugin.wizard.words import editing_now, joined, the_role, waited_for, when

#: Roles that somebody should fill: a parent may be none, and the Virtual School is a team.
_NAMED = frozenset(LABELS) - {CHILD, PARENT, PROFESSIONAL} - VIRTUAL_SCHOOL


@dataclass(frozen=True, slots=True)
class Task:
    """One section. ``status`` is a word, ``tone`` its colour; ``notes`` are small lines below.

    ``editing``: who has it open now. ``asked``: what others were asked of it.
    """

    title: str
    url: str
    status: str
    tone: str
    notes: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    is_needed: bool
    editing: str = ""
    asked: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        return not self.gaps


@dataclass(slots=True)
class Group:
    """The sections that one role owns. ``is_nobodys``: nobody fills the role."""

    role: str
    title: str
    is_mine: bool
    is_nobodys: bool = False
    tasks: list[Task] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TaskList:
    """All that stands on the plan's home."""

    groups: list[Group]

    @property
    def tasks(self) -> list[Task]:
        return [task for group in self.groups for task in group.tasks]

    @property
    def needed(self) -> list[Task]:
        """Sections in which something must be answered before the plan can be sent."""
        return [task for task in self.tasks if task.is_needed]

    @property
    def done(self) -> int:
        return sum(task.is_done for task in self.needed)

    @property
    def missing(self) -> list[Task]:
        return [task for task in self.needed if not task.is_done]


def task_list(
    opened: OpenPlan,
    *,
    editing: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    asked_of_others: Mapping[str, list[str]] = MappingProxyType({}),
) -> TaskList:
    """Own sections first, then the others' in the order of the form; costs no query of its own.

    ``editing``: section key -> who has it open now. ``asked_of_others``: section key -> sentences.
    """
    asked = opened.asked
    groups: dict[str, Group] = {}
    for section in asked.sections():
        screens = steps.steps_of(opened, asked, section)
        if not screens:
            continue
        role = section.owner_role
        if role not in groups:
            is_mine = role in opened.roles
            heading = _heading(opened, role, is_mine=is_mine)
            is_nobodys = not is_mine and not opened.owners.names(role)
            groups[role] = Group(role, heading, is_mine, is_nobodys and role in _NAMED)
        task = _task(opened, asked, section, screens)
        groups[role].tasks.append(
            replace(
                task,
                editing=editing_now(editing.get(section.key, ())),
                asked=tuple(asked_of_others.get(section.key, ())),
            )
        )
    return TaskList(sorted(groups.values(), key=lambda group: not group.is_mine))


def meeting_words(opened: OpenPlan) -> str:
    """ "3 December 2026 at 1:30pm", from the section about the plan; "" while it is not known."""
    found = []
    for section in opened.form.sections:
        answers = opened.answers.get(section.key, {})
        for key in ("meeting_date", "meeting_time"):
            answer = answers.get(key, {})
            if answer.get("value") and opened.asked.is_asked(f"{section.key}.{key}"):
                found.append(answers_of.as_text(section.question(key), answer))
    return _(" at ").join(found[:2])


def _heading(opened: OpenPlan, role: str, *, is_mine: bool) -> str:
    """ "For you, Ngozi Okafor"; "For the social worker, Sam Reid"; "For Maya"."""
    if is_mine:
        return _("For you, %(name)s") % {"name": opened.actor.name}
    names = joined(opened.owners.names(role))
    if role == CHILD or not names:
        return _("For %(name)s") % {"name": names or the_role(role)}
    return _("For %(role)s, %(name)s") % {"role": the_role(role), "name": names}


def _task(opened: OpenPlan, asked: Asked, section: Section, screens: list[Step]) -> Task:
    readable = {
        question.key: question
        for step in screens
        for question in steps.questions_of(opened, asked, step)
    }
    gaps = [
        (question, sentence)
        for question, sentence in asked.gaps(section)
        if question.key in readable
    ]
    typed = [question for question in readable.values() if question.is_typed]
    plain = [question for question in typed if not question.detail]
    answered = sum(answers_of.is_answered(q, asked.answer(section, q)) for q in plain)
    saved = opened.saved.get(section.key)
    may_write = opened.may_write(section)
    has_problem = any(answers_of.problems(q, asked.answer(section, q)) for q in typed)
    is_needed = bool(gaps) or any(asked.is_required(question) for question in plain)
    status, tone = _status(
        opened,
        section,
        is_done=not gaps,
        is_begun=answered > 0,
        has_problem=has_problem,
        is_needed=is_needed,
    )
    return Task(
        section.title,
        _url(opened, section, screens, may_write=may_write),
        status,
        tone,
        (*_who(opened, saved), *_how_far(opened, section, plain, answered, is_done=not gaps)),
        _details(opened, section, screens) if may_write else (),
        tuple(sentence for _question, sentence in gaps),
        is_needed,
    )


def _status(
    opened: OpenPlan,
    section: Section,
    *,
    is_done: bool,
    is_begun: bool,
    has_problem: bool,
    is_needed: bool,
) -> tuple[str, str]:
    is_mine = section.owner_role in opened.roles
    if has_problem:
        return _("There is a problem"), "problem"
    if is_done and (is_begun or is_needed):
        return _("Done"), "done"
    if is_done:
        return _("Optional"), "todo"
    if is_mine:
        return (_("In progress"), "progress") if is_begun else (_("To do"), "todo")
    if is_begun and opened.may_write(section):
        return _("In progress"), "progress"
    whom = waited_for(section.owner_role, opened.owners)
    return _("Waiting for %(name)s") % {"name": whom}, "wait"


def _who(opened: OpenPlan, saved: SectionAnswers | None) -> list[str]:
    """Who saved last, and when."""
    if saved is None:
        return []
    if saved.saved_by is None:
        return [_("From last term’s PEP: check that it is still right.")]
    mine = saved.saved_by_id == opened.actor.person_id
    who = _("You") if mine else saved.saved_by.name
    return [_("%(who)s, %(when)s.") % {"who": who, "when": when(saved.saved_at)}]


def _how_far(
    opened: OpenPlan, section: Section, plain: list[Question], answered: int, *, is_done: bool
) -> list[str]:
    """How much is there; of a section that is one table, its rows."""
    if len(plain) == 1 and plain[0].table is not None:
        table = plain[0].table
        answer = opened.answers.get(section.key, {}).get(plain[0].key)
        if table.rows == "fixed":
            return []
        count = sum(TableKind.row_has_content(row) for row in (answer or {}).get("value") or [])
        rows = f"{count} {table.row_name}{'s' if count != 1 else ''}"
        if count < table.min_rows:
            return [_("%(rows)s so far, of %(least)s.") % {"rows": rows, "least": table.min_rows}]
        return [f"{rows}."] if count else []
    if not plain or is_done:
        return []
    words = ngettext(
        "%(answered)s of %(asked)s question answered.",
        "%(answered)s of %(asked)s questions answered.",
        len(plain),
    )
    return [words % {"answered": answered, "asked": len(plain)}]


def _url(opened: OpenPlan, section: Section, screens: list[Step], *, may_write: bool) -> str:
    if may_write:
        return reverse("pep_plugin:step", args=[opened.plan.pk, screens[0].name])
    return f"{reverse('pep_plugin:read', args=[opened.plan.pk])}#{section.key}"


def _details(
    opened: OpenPlan, section: Section, screens: list[Step]
) -> tuple[tuple[str, str], ...]:
    """(title, address) of the "Add detail" pages that hold an answer already."""
    answers = opened.answers.get(section.key, {})

    def is_answered(question: Question) -> bool:
        return bool(answers.get(question.key))

    return tuple(
        (step.title, reverse("pep_plugin:step", args=[opened.plan.pk, step.name]))
        for step in screens
        if step.is_detail and any(is_answered(question) for question in step.questions)
    )
