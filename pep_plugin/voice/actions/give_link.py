"""Giving a child, a carer or a parent a page of their own in one plan."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from pep_plugin.access import Actor
from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record
from pep_plugin.outbox.promise import promise
from pep_plugin.people.models import Involvement
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections import roles
from pep_plugin.voice.links.rules import LONGEST, require_may_give


def give_link(
    *,
    actor: Actor,
    plan_id: uuid.UUID,
    role: str,
    email: str,
    person_id: uuid.UUID | None = None,
) -> LinkGrant:
    """A link in a message to one address; its token is kept nowhere.

    ``person_id``: the carer or the parent; None for the child. Raises ``Plan.DoesNotExist``,
    ``access.Forbidden``, and ``ValidationError`` with sentences for who asked.
    """
    with transaction.atomic():
        # The plan's row is the lock: one person has one open link to a plan.
        Plan.objects.select_for_update().filter(pk=plan_id).first()
        opened = open_plan(actor, plan_id)
        require_may_give(opened, role)
        _check_person(opened.child.pk, role, person_id)
        address = _address(email)
        standing = LinkGrant.objects.open().filter(plan=opened.plan, role=role, person=person_id)
        if standing.filter(way=LinkGrant.Way.LINK).exists():
            raise ValidationError(
                _("There is an open link already. Send it again, or take it back first.")
            )
        grant = make_link(
            LinkGrant(
                plan=opened.plan,
                role=role,
                person_id=person_id,
                email=address,
                made_by_id=actor.person_id,
            )
        )
        record("link.give", actor=actor, child_id=opened.child.pk, object_id=grant.pk, role=role)
    return grant


def make_link(grant: LinkGrant) -> LinkGrant:
    """Keep a new link, and promise the message with it. Called in a transaction."""
    grant.token_sha256 = hash_of(token_for("grant", grant.pk))
    grant.expires_at = timezone.now() + LONGEST
    grant.save(force_insert=True)
    promise("notices.link", grant.pk)
    return grant


def _check_person(child_id: uuid.UUID, role: str, person_id: uuid.UUID | None) -> None:
    """The child is nobody's row among people; a carer and a parent are there for this child."""
    if role == roles.CHILD:
        known = person_id is None
    else:
        there = Involvement.objects.current().filter(child=child_id, role=role)
        known = role in (roles.CARER, roles.PARENT) and there.filter(person=person_id).exists()
    if not known:
        raise ValidationError(_("This person is not there for the child in that role today."))


def _address(email: str) -> str:
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError:
        raise ValidationError(
            {"email": _("Enter an e-mail address, such as name@example.org.")}
        ) from None
    return address
