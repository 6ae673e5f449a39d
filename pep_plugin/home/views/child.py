"""A child's page: every PEP there is, the people around the child, the schools."""

import datetime
import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.asking import actor_of
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.home import over_time
from pep_plugin.people.models import Enrolment
from pep_plugin.plans import clock
from pep_plugin.plans.actions.start_plan import propose_kind, propose_term
from pep_plugin.plans.owners import Owners, owners_of
from pep_plugin.plans.proposing import live_forms, propose_form
from pep_plugin.plans.states import UNFINISHED, Kind
from pep_plugin.plans.years import year_words
from pep_plugin.sections import roles as role_keys


@require_safe
def child_page(request: HttpRequest, child_id: uuid.UUID) -> HttpResponse:
    """Opening it leaves a line in the audit: who has looked is on the record."""
    actor, day = actor_of(request), today()
    child = access.get_child(actor, child_id)
    held = access.roles(actor, child)
    access.require(held, "child.view")
    record("child.read", actor=actor, child_id=child.pk, object_id=child.pk)
    enrolments = list(child.enrolments.select_related("school").order_by("-starts"))
    main = next((row for row in enrolments if row.is_main and _is_current(row, day)), None)
    plans = list(child.plans.select_related("term").order_by("-started_at"))
    unfinished = next((plan for plan in plans if plan.state in UNFINISHED), None)
    kind = propose_kind(child)
    term = propose_term(child, kind)
    owners = owners_of(child, main, day)
    may_start = access.allows(held, "plan.start")
    sent = over_time.Sent(child.pk, held | _person(actor))
    first_call, contacts = over_time.contacts(sent)
    forms = live_forms() if may_start and unfinished is None else []
    return render(
        request,
        "pep_plugin/home/child.html",
        {
            "child": child,
            "year": year_words((main.year_group if main else "") or child.year_group_on(day)),
            "age": child.age_on(day),
            "enrolments": enrolments,
            "main": main,
            "people": owners.as_json(),
            "missing": _missing(owners, has_school=main is not None),
            "plans": plans,
            "targets": over_time.targets_over_time(sent),
            "first_call": first_call,
            "contacts": contacts,
            "unfinished": unfinished,
            "kinds": Kind.choices,
            "proposed_kind": kind,
            "term": term,
            "due": clock.due_on(child, kind, term),
            "may_start": may_start,
            "forms": forms,
            "proposed_form": propose_form(child, main, day, forms),
            "may_hand_over": any(plan.sent_at for plan in plans)
            and access.allows(held, "record.hand_over"),
            "may_change": access.allows(held, "child.change"),
            "may_mark_adopted": access.allows(held, "child.mark_adopted"),
            "is_adopted": child.status == child.Status.ADOPTED,
            "today": day,
        },
    )


def _person(actor: Actor) -> frozenset[str]:
    """The person among an answer's own readers: a child may say that only these read it."""
    return frozenset({access.person_key(actor.person_id)} if actor.person_id else ())


def _is_current(enrolment: Enrolment, day: datetime.date) -> bool:
    return enrolment.starts <= day and (enrolment.ends is None or enrolment.ends >= day)


def _missing(owners: Owners, *, has_school: bool) -> list[str]:
    """Roles that a PEP cannot do without and that nobody fills, in words."""
    needed = [role_keys.SOCIAL_WORKER]
    if has_school:
        needed.append(role_keys.DESIGNATED_TEACHER)
    return [role_keys.LABELS[role].lower() for role in needed if not owners.names(role)]
