"""Confirming an account that another hand changed: the person's posts count again."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.accounts import take_mark
from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import Forbidden, require
from pep_plugin.audit.record import record
from pep_plugin.people.models import Person


def confirm_account(*, actor: Actor, person_id: uuid.UUID) -> Person:
    """The account as it stands is the person's own: whoever presses has asked them.

    Nobody confirms themselves. Raises ``Person.DoesNotExist``, ``Forbidden`` and
    ``ValidationError``.
    """
    require(actor.post_roles, "account.confirm")
    if actor.person_id == person_id:
        raise Forbidden("account.confirm")
    with transaction.atomic():
        # The row of one table alone is locked: the account is an outer join away.
        person = Person.objects.select_for_update().get(pk=person_id)
        if person.user is None:
            raise ValidationError(_("This person has no account."))
        take_mark(person)
        record("account.confirm", actor=actor, object_id=person.pk)
    return person
