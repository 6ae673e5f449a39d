"""Who may be given a page of their own, by whom, and for how long."""

from __future__ import annotations

import datetime

from django.utils import timezone

from pep_plugin import access
from pep_plugin.access.models import LinkGrant
from pep_plugin.conf import conf, today
from pep_plugin.people.models import Child
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.states import State
from pep_plugin.sections import roles

#: A link ends when the plan is sent, and after so long whatever happens.
LONGEST = datetime.timedelta(days=28)
#: Younger children are handed a screen: a link would go through an adult's address.
LINK_FROM_AGE = 11


def is_young(child: Child) -> bool:
    """Whether a link may go to the child only if the social worker says so."""
    return child.age_on(today()) < LINK_FROM_AGE


def verb_for(role: str, plan: Plan) -> str:
    """What is asked of the gate: writing while the plan is written, a copy once it is agreed."""
    if plan.state == State.SIGNED_OFF:
        return "link.give_copy_to_parent" if role == roles.PARENT else "link.give_copy"
    if role == roles.PARENT:
        return "link.give_parent"
    if role == roles.CHILD and is_young(plan.child):
        return "link.give_young"
    return "link.give"


def may_give(opened: OpenPlan, role: str) -> bool:
    """Whether this person may give somebody in the role a link to this plan as it stands."""
    return bool(conf.CHILD_PAGE) and opened.allows(verb_for(role, opened.plan))


def require_may_give(opened: OpenPlan, role: str) -> None:
    """Raises ``access.Forbidden``; for everybody while the council has no pages of one's own."""
    verb = verb_for(role, opened.plan)
    if not conf.CHILD_PAGE:
        raise access.Forbidden(verb)
    access.require(opened.roles, verb, opened.plan.state)
    access.require_open_record(opened.child)


def is_renewable(grant: LinkGrant) -> bool:
    """Whether somebody may have a new link by themselves: it ran out, and nobody took it back.

    A link to write with never becomes one to the agreed plan: who gets a copy, an adult says.
    """
    plan = grant.plan
    if (
        not conf.CHILD_PAGE
        or grant.way != LinkGrant.Way.LINK
        or not grant.email
        or grant.revoked_at
    ):
        return False
    if grant.expires_at > timezone.now():
        return False
    if plan.state == State.SIGNED_OFF:
        return grant.made_at >= plan.state_changed_at
    return plan.is_being_written
