"""Connecting a person to the account that the council's site made for them."""

import uuid

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.accounts import take_mark
from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import Forbidden, require
from pep_plugin.audit.record import record
from pep_plugin.people.models import Person
from pep_plugin.sections import roles as role_keys


def connect_account(*, actor: Actor, person_id: uuid.UUID) -> Person:
    """From now on the account with the person's address opens what the person's posts open.

    A decision of somebody who gives posts, never a consequence of an address alone: whoever may
    change accounts could otherwise make themselves anybody. Raises ``Person.DoesNotExist``,
    ``Forbidden`` and ``ValidationError``.
    """
    require(actor.post_roles, "post.give")
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person_id)
        held = set(person.posts.current().values_list("role", flat=True))
        if held & role_keys.VIRTUAL_SCHOOL and role_keys.VS_HEAD not in actor.post_roles:
            raise Forbidden("post.give")
        if person.user_id is not None:
            raise ValidationError(_("This person has an account already."))
        users = get_user_model()._default_manager.filter(
            is_active=True, pep_person=None, email__iexact=person.email
        )
        found = list(users[:2]) if person.email else []
        if len(found) != 1:
            raise ValidationError(
                _("There is no single account with this e-mail address. Ask the website’s team.")
            )
        person.user = found[0]
        person.save(update_fields=["user"])
        take_mark(person)
        record("person.connect", actor=actor, object_id=person.pk)
    return person
