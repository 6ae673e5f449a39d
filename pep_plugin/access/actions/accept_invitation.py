"""Accepting an invitation: an account is made and joined to the person who was invited."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from pep_plugin.access.accounts import mark_of
from pep_plugin.access.actor import Actor
from pep_plugin.access.invitations import find_invitation, standing
from pep_plugin.access.models import Invitation
from pep_plugin.audit.record import record
from pep_plugin.people.models import Person
from pep_plugin.signals import account_made


def accept_invitation(*, token: str, passphrase: str) -> Any:
    """The new account. Whoever reads the message has the address, and nobody else has the token.

    Raises ``Invitation.DoesNotExist``, and ``ValidationError`` for a passphrase that the site's own
    rules refuse or an invitation that is no longer open.
    """
    invitation = find_invitation(token)
    with transaction.atomic():
        # Pressed twice, the second finds the person with an account.
        person = Person.objects.select_for_update().get(pk=invitation.person_id)
        invitation = Invitation.objects.select_related("person").get(pk=invitation.pk)
        if standing(invitation) != "open":
            raise ValidationError(_("This invitation is no longer open."))
        account = _account_for(person)
        validate_password(passphrase, account)
        account.set_password(passphrase)
        account.save()
        person.user, person.account_mark = account, mark_of(account)
        person.save(update_fields=["user", "account_mark"])
        invitation.used_at = timezone.now()
        invitation.save(update_fields=["used_at"])
        record("account.make", actor=Actor.for_person(person), object_id=person.pk)
        told = partial(
            account_made.send_robust, sender=Person, person_id=person.pk, user_id=account.pk
        )
        transaction.on_commit(told)
    return account


def _account_for(person: Person) -> Any:
    """An account that is not saved yet: it has the address, the name, and no right at all."""
    model = get_user_model()
    first, _space, last = person.name.partition(" ")
    given = {
        "first_name": first,
        "last_name": last,
        model.get_email_field_name(): person.email,
    }
    if model.USERNAME_FIELD not in given:
        given[model.USERNAME_FIELD] = _free_username(model, person)
    account = model()
    for name, value in given.items():
        try:
            most = model._meta.get_field(name).max_length  # type: ignore[union-attr]
        except FieldDoesNotExist:
            continue
        setattr(account, name, value[:most])
    return account


def _free_username(model: Any, person: Person) -> str:
    """ "robin.hale", or "robin.hale2" where somebody has that already."""
    wished = re.sub(r"[^\w.+-]", "", person.email.partition("@")[0].lower())[:100] or "account"
    taken = set(
        model._default_manager.filter(
            **{f"{model.USERNAME_FIELD}__istartswith": wished}
        ).values_list(model.USERNAME_FIELD, flat=True)
    )
    taken = {name.lower() for name in taken}
    number, name = 2, wished
    while name in taken:
        name, number = f"{wished}{number}", number + 1
    return name
