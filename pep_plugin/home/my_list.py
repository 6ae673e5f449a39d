"""One page of My PEPs: each child with the reason why it stands there, and what to press."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pep_plugin.access import Actor
from pep_plugin.conf import local
from pep_plugin.home import standing as stands
from pep_plugin.home.progress import Progress, owned, progress_of
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans import clock
from pep_plugin.plans.models import Plan, Term
from pep_plugin.plans.states import UNFINISHED, State
from pep_plugin.plans.years import year_words
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.kinds.numbers import long_date

#: A due date so near that it is said in days.
SOON = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``chip``: (modifier of ``pep-status--``, words); ``press``: (words, address).

    ``worker``: the social worker's name, where a team is shown. ``nobody``: sentences about roles
    that nobody fills.
    """

    child: Child
    year: str
    school: str
    plan: Plan | None
    why: str
    due: datetime.date | None
    chip: tuple[str, str]
    press: tuple[str, str]
    worker: str = ""
    nobody: tuple[str, ...] = ()


def rows(
    children: Sequence[Child],
    *,
    actor: Actor,
    term: Term,
    day: datetime.date,
    workers: Mapping[uuid.UUID, str] | None = None,
) -> list[Row]:
    """The lines for children that :func:`standing.with_standing` annotated; six queries.

    ``workers``: child id -> name of the social worker, where that is to be shown.
    """
    ids = [child.pk for child in children]
    current = Enrolment.objects.on(day).filter(child__in=ids, is_main=True)
    enrolments = {row.child_id: row for row in current.select_related("school")}
    plans = _newest_plans(ids, term)
    writing = [plan for plan in plans.values() if plan.is_being_written]
    progress = progress_of(writing, enrolments, owned(actor.post_roles))
    found = []
    for child in children:
        plan, enrolment = plans.get(child.pk), enrolments.get(child.pk)
        year = (enrolment.year_group if enrolment else "") or child.year_group_on(day)
        standing: str = child.standing  # type: ignore[attr-defined]
        due = _due(child, standing, plan)
        worker = (workers or {}).get(child.pk, "")
        found.append(
            Row(
                child=child,
                year=year_words(year),
                school=enrolment.school.name if enrolment else "",
                plan=plan,
                why=_why(
                    actor, child, standing, plan, progress.get(plan.pk) if plan else None, worker
                ),
                due=due,
                chip=_chip(standing, due, day),
                press=_press(actor, child, standing, plan),
                worker=worker,
                nobody=_nobody(child, has_school=enrolment is not None),
            )
        )
    return found


def _nobody(child: Child, *, has_school: bool) -> tuple[str, ...]:
    """What :func:`standing.with_nobody` found; nothing where it was not asked."""
    found = []
    if getattr(child, "no_worker", False):
        found.append(_("Nobody is social worker yet."))
    if getattr(child, "no_teacher", False):
        found.append(
            _("Nobody is designated teacher yet.") if has_school else _("No school is known yet.")
        )
    return tuple(found)


def _newest_plans(ids: Sequence[uuid.UUID], term: Term) -> dict[uuid.UUID, Plan]:
    """Child id -> the unfinished plan, else this term's agreed one. Forms are not read here."""
    plans = (
        Plan.objects.filter(child__in=ids)
        .filter(state__in=(*UNFINISHED, State.SIGNED_OFF))
        .select_related("child", "term")
        .order_by("started_at")
    )
    found: dict[uuid.UUID, Plan] = {}
    for plan in plans:
        if plan.state in UNFINISHED or plan.term_id == term.pk:
            standing = found.get(plan.child_id)
            if standing is None or standing.state not in UNFINISHED:
                found[plan.child_id] = plan
    return found


def _due(child: Child, standing: str, plan: Plan | None) -> datetime.date | None:
    """When the next thing is due; None once nothing is."""
    if standing in (stands.AGREED, stands.SUBMITTED):
        return None
    if plan is not None:
        return plan.due_on
    # The database sorted by a rule of thumb; what is printed is counted out, bank holidays and all.
    if _is_new_to_care(child):
        return clock.add_working_days(child.looked_after_since, clock.FIRST_PLAN_WORKING_DAYS)
    by_day: datetime.date = child.by_day  # type: ignore[attr-defined]
    return by_day


def _why(
    actor: Actor,
    child: Child,
    standing: str,
    plan: Plan | None,
    progress: Progress | None,
    worker: str,
) -> str:
    if plan is None:
        if _is_new_to_care(child):
            return _("Looked after since {day}: the first PEP is to be started.").format(
                day=long_date(child.looked_after_since)
            )
        return _("No PEP has been started this term.")
    if standing == stands.RETURNED:
        return _("Sent back: {reason}").format(reason=_short(plan.returned_reason))
    if standing == stands.SUBMITTED:
        sent = long_date(local(plan.sent_at).date()) if plan.sent_at else ""
        if actor.is_virtual_school:
            return _("Sent on {day}, ready for you to review.").format(day=sent)
        return _("Sent on {day}. The Virtual School is reviewing it.").format(day=sent)
    if standing == stands.AGREED and plan.is_being_written:
        return _("Agreed. The next PEP is open for news.")
    if standing == stands.AGREED:
        return _("Agreed on {day}.").format(day=long_date(local(plan.state_changed_at).date()))
    return _writing(progress, worker) if progress else ""


def _writing(progress: Progress, worker: str) -> str:
    """``worker``: whose sections they are, where a manager looks at a team."""
    if progress.to_do and worker:
        return _("{name} has {to_do} of {mine} sections to do.").format(
            name=worker, to_do=progress.to_do, mine=progress.mine
        )
    if progress.to_do:
        return ngettext(
            "{to_do} of your {mine} sections is to do.",
            "{to_do} of your {mine} sections are to do.",
            progress.to_do,
        ).format(to_do=progress.to_do, mine=progress.mine)
    waiting = [_the(role) for role in progress.waiting_for]
    if waiting:
        names = _listed(waiting)
        if progress.mine:
            return _("Your sections are done. Waiting for {names}.").format(names=names)
        return _("Being written. Waiting for {names}.").format(names=names)
    return _("Everything is filled in: check it and send it.")


def _the(role: str) -> str:
    """ "the social worker", in the middle of a sentence."""
    label = role_keys.LABELS[role]
    return label.lower() if role == role_keys.CHILD else f"the {label[:1].lower()}{label[1:]}"


def _listed(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return _("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])


def _is_new_to_care(child: Child) -> bool:
    """Whether a PEP is needed by a day counted from coming into care, not by the term's."""
    by_day: datetime.date = child.by_day  # type: ignore[attr-defined]
    return by_day - child.looked_after_since == stands.ABOUT


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 140 else f"{line[:137]}…"


def _chip(standing: str, due: datetime.date | None, day: datetime.date) -> tuple[str, str]:
    if standing == stands.AGREED:
        return "done", str(State.SIGNED_OFF.label)
    if standing == stands.SUBMITTED:
        return "submitted", str(State.SUBMITTED.label)
    left = (due - day).days if due else SOON + 1
    if left < 0:
        days = ngettext("Overdue by {days} day", "Overdue by {days} days", -left)
        return "problem", days.format(days=-left)
    if standing == stands.RETURNED:
        return "returned", str(State.RETURNED.label)
    if left == 0:
        return "wait", _("Due today")
    if left <= SOON:
        return "wait", ngettext("Due in {days} day", "Due in {days} days", left).format(days=left)
    return (
        ("progress", str(State.DRAFT.label)) if standing == stands.DRAFT else ("todo", _("To do"))
    )


def _press(actor: Actor, child: Child, standing: str, plan: Plan | None) -> tuple[str, str]:
    if plan is None:
        may_start = bool(actor.post_roles - {role_keys.IRO})
        words = _("Start a PEP") if may_start else _("Open the page")
        return words, reverse("pep_plugin:child", args=[child.pk])
    if standing == stands.SUBMITTED:
        words = _("Review") if actor.is_virtual_school else _("Read")
        return words, reverse("pep_plugin:plan", args=[plan.pk])
    if standing == stands.AGREED:
        words = _("Open") if plan.is_being_written else _("Read")
        return words, reverse("pep_plugin:plan", args=[plan.pk])
    words = _("Carry on")
    if actor.post_roles <= {role_keys.IRO}:
        words = _("Read")
    elif actor.is_virtual_school:
        words = _("Open")
    return words, reverse("pep_plugin:plan", args=[plan.pk])
