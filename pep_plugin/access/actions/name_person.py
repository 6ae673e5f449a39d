"""A person by e-mail address, made when nobody has it yet."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from pep_plugin.access.actor import Actor
from pep_plugin.audit.record import record
from pep_plugin.people.models import Person
from pep_plugin.sections.text import normalise_text


def name_person(*, actor: Actor, name: str, email: str = "") -> Person:
    """The person with that address, else a new one. Called by actions that checked the permission.

    Raises ``ValidationError``.
    """
    name, email = " ".join(normalise_text(name).split()), email.strip()
    # Two of one address: who has an account is the one that is in use.
    in_use_first = F("user").desc(nulls_last=True)
    alike = Person.objects.filter(email__iexact=email).order_by(in_use_first, "pk")
    known = alike.first() if email else None
    if known is not None:
        return known
    if not name:
        raise ValidationError({"name": _("Enter the person’s name.")})
    with transaction.atomic():
        person = Person.objects.create(name=name[:200], email=email)
        record("person.add", actor=actor, object_id=person.pk)
    return person
