"""Asking one further person to fill in one section, and taking it back."""

from __future__ import annotations

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.accounts import accounts_with
from pep_plugin.access.actions.invite_person import check_can_be_invited, make_invitation
from pep_plugin.access.actions.name_person import name_person
from pep_plugin.access.models import Delegation
from pep_plugin.audit.record import record
from pep_plugin.conf import conf, today
from pep_plugin.outbox.promise import promise
from pep_plugin.people.models import Person
from pep_plugin.plans.delegations import may_give, people_to_ask
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.plans.states import WrongState

#: So many people at once may have a part of one plan.
MOST = 10


def delegate_section(
    *,
    actor: Actor,
    plan_id: uuid.UUID,
    section: str,
    person_id: uuid.UUID | None = None,
    name: str = "",
    email: str = "",
) -> Delegation:
    """From now on the person sees and writes this section, until it is taken back or sent.

    ``person_id``: one of :func:`people_to_ask`; else ``name`` and ``email`` of anybody. Who has no
    account is invited besides. Raises ``Plan.DoesNotExist``, ``Forbidden``, ``WrongState`` and
    ``ValidationError``.
    """
    with transaction.atomic():
        # The plan's row is the lock: two who ask the same person at once ask once.
        Plan.objects.select_for_update().filter(pk=plan_id).first()
        opened = open_plan(actor, plan_id)
        _check_section(opened, section)
        person = _person(opened, person_id, name, email)
        _check_person(opened, section, person)
        given = Delegation.objects.create(
            plan=opened.plan, section=section, person=person, given_by_id=actor.person_id
        )
        if conf.INVITATIONS and not person.user_id and not accounts_with(person.email).exists():
            check_can_be_invited(person)
            make_invitation(person, made_by=actor.person_id)
        promise("notices.delegation", given.pk)
        record(
            "plan.delegate",
            actor=actor,
            child_id=opened.child.pk,
            object_id=given.pk,
            section=section,
        )
    return given


def end_delegation(*, actor: Actor, delegation_id: uuid.UUID) -> Delegation:
    """Take the section back: it is not there for them from the next request on.

    Whoever may ask for the section may take it back. Raises ``Delegation.DoesNotExist``,
    ``Plan.DoesNotExist`` and ``Forbidden``.
    """
    with transaction.atomic():
        given = Delegation.objects.select_for_update().get(pk=delegation_id)
        opened = open_plan(actor, given.plan_id)
        if not access.could(opened.roles, "plan.delegate") or not _writes(opened, given.section):
            raise access.Forbidden("plan.delegate")
        yesterday = today() - datetime.timedelta(days=1)
        if given.ends is None or given.ends > yesterday:
            given.ends = yesterday
            given.save(update_fields=["ends"])
            record(
                "plan.delegate_end",
                actor=actor,
                child_id=opened.child.pk,
                object_id=given.pk,
                section=given.section,
            )
    return given


def _writes(opened: OpenPlan, key: str) -> bool:
    """A section that the council has taken out of the form is anybody's to take back."""
    try:
        return opened.writes(opened.form.section(key))
    except KeyError:
        return True


def _check_section(opened: OpenPlan, key: str) -> None:
    if not access.could(opened.roles, "plan.delegate"):
        raise access.Forbidden("plan.delegate")
    access.require_open_record(opened.child)
    if not opened.plan.is_being_written:
        raise WrongState(_("This PEP is not being written, so nobody can fill in a part of it."))
    try:
        section = opened.form.section(key)
    except KeyError:
        raise access.Forbidden("plan.delegate") from None
    if not may_give(opened, section):
        raise access.Forbidden("plan.delegate")


def _person(opened: OpenPlan, person_id: uuid.UUID | None, name: str, email: str) -> Person:
    if person_id is not None:
        for person in people_to_ask(opened):
            if person.pk == person_id:
                return person
        raise ValidationError({"person": _("Choose somebody from the list, or somebody else.")})
    try:
        validate_email(email.strip())
    except ValidationError:
        sentence = _("Enter an e-mail address in the right form, such as name@example.org.")
        raise ValidationError({"email": sentence}) from None
    return name_person(actor=opened.actor, name=name, email=email)


def _check_person(opened: OpenPlan, section: str, person: Person) -> None:
    held = access.roles(Actor.for_person(person), opened.child)
    if access.allows(held, "plan.view", opened.plan.state):
        raise ValidationError(_("{person} has this plan already.").format(person=person.name))
    given = Delegation.objects.current().filter(plan=opened.plan)
    if given.filter(section=section, person=person).exists():
        raise ValidationError(_("{person} has been asked already.").format(person=person.name))
    if given.count() >= MOST:
        raise ValidationError(
            _("Many people have a part of this plan already. Take one back first.")
        )
