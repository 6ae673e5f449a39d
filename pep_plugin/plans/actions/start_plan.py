"""Starting a plan: pinned to the live form, begun from last term's."""

from __future__ import annotations

from functools import partial

from django.db import IntegrityError, transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.formversions.models import FormVersion
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans import carrying, clock, proposing, records
from pep_plugin.plans.models import Plan, SectionAnswers, SectionHistory, Term
from pep_plugin.plans.states import Kind, State
from pep_plugin.plans.terms import term_after, term_for, term_on, terms_since
from pep_plugin.sections.answers import Answer
from pep_plugin.signals import plan_started

#: Kinds of which a child has one a term.
_ONCE_A_TERM = frozenset({Kind.TERMLY, Kind.DESK_REVIEW})


class AlreadyStarted(Exception):
    """The child has a plan that is not finished; ``plan_id`` is it, for the link."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.reference)
        self.plan_id = plan.pk


def propose_kind(child: Child) -> str:
    """A first PEP when there is none that was agreed or sent, else the termly review."""
    before = child.plans.exclude(state=State.WITHDRAWN).exists()
    return str(Kind.TERMLY if before else Kind.INITIAL)


def propose_term(child: Child, kind: str) -> Term:
    """This term; the next one where this term's PEP is agreed, so that news has a place at once.

    What an event asks for (a change of school, a last PEP) belongs to the term of the event.
    """
    term = term_on(today())
    if kind not in _ONCE_A_TERM or term._state.adding:
        return term
    is_agreed = child.plans.filter(state=State.SIGNED_OFF, term=term).exists()
    return term_after(term) if is_agreed else term


def start_plan(
    *,
    actor: Actor,
    child: Child,
    kind: str | None = None,
    term: Term | None = None,
    form_key: str = "",
) -> Plan:
    """A new plan in this term, with what last term's passes on.

    ``form_key``: the form that somebody chose; "" for the one that is proposed.

    Raises ``access.Forbidden``; :class:`AlreadyStarted` when one is unfinished;
    ``FormVersion.DoesNotExist`` when no such form was published, or it is a paper of the library.
    """
    access.require(access.roles(actor, child), "plan.start")
    access.require_open_record(child)
    unfinished = Plan.objects.unfinished().filter(child=child).first()
    if unfinished is not None:
        raise AlreadyStarted(unfinished)
    chosen_kind = kind or propose_kind(child)
    if term is None:
        # Made on the spot where a council entered none.
        term_for(today())
    chosen_term = term or propose_term(child, chosen_kind)
    version = FormVersion.objects.filter(purpose="plan").live(form_key or _proposed(child))
    previous = Plan.objects.filter(child=child, state=State.SIGNED_OFF).order_by("-sent_at").first()
    try:
        with transaction.atomic():
            plan = Plan.objects.create(
                child=child,
                form_version=version,
                term=chosen_term,
                kind=chosen_kind,
                previous=previous,
                started_by_id=actor.person_id,
                due_on=clock.due_on(child, chosen_kind, chosen_term),
            )
            _begin(plan, previous)
            record(
                "plan.start", actor=actor, child_id=child.pk, object_id=plan.pk, kind=chosen_kind
            )
            transaction.on_commit(
                partial(plan_started.send, Plan, plan_id=plan.pk, person_id=actor.person_id)
            )
    except IntegrityError:
        # Two people pressed Start at once: the constraint let one through, and both get that one.
        standing = Plan.objects.unfinished().filter(child=child).first()
        if standing is None:
            raise
        raise AlreadyStarted(standing) from None
    return plan


def _proposed(child: Child) -> str:
    day = today()
    enrolments = Enrolment.objects.current().filter(child=child, is_main=True)
    enrolment = enrolments.select_related("school").first()
    return proposing.propose_form(child, enrolment, day, proposing.live_forms()).form_key


def _begin(plan: Plan, previous: Plan | None) -> None:
    """What stands in it at once: last term's answers, its rows to review, what records know."""
    form = plan.form_version.form
    sent = previous.submissions.order_by("-number").first() if previous else None
    merged: dict[str, dict[str, Answer]] = {}
    if previous is not None and sent is not None:
        merged = carrying.carried(form, sent, _terms_old(plan))
        for section, answers in carrying.rows_to_review(form, previous).items():
            merged.setdefault(section, {}).update(answers)
    for section, answers in records.proposed(form, plan, merged).items():
        merged.setdefault(section, {}).update(answers)
    for section, answers in merged.items():
        SectionAnswers.objects.create(plan=plan, section=section, data=answers, revision=1)
        SectionHistory.objects.create(
            plan=plan,
            section=section,
            revision=1,
            changes=answers,
            source=SectionHistory.Source.CARRIED,
        )


def _terms_old(plan: Plan) -> carrying.TermsOld:
    """Counts the terms that began since a day, up to the plan's own; one query for all answers."""
    known = list(Term.objects.all())
    return lambda day: terms_since(day, plan.term, known)
