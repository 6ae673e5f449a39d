"""A new invitation in place of one that ran out: to the address it had, and to no other."""

from django.core.exceptions import ValidationError
from django.db import transaction

from pep_plugin.access.actions.invite_person import check_can_be_invited, make_invitation
from pep_plugin.access.actor import Actor
from pep_plugin.access.invitations import find_invitation, is_renewable
from pep_plugin.access.models import Invitation
from pep_plugin.audit.record import record
from pep_plugin.people.models import Person


def renew_invitation(*, token: str) -> None:
    """What "Send me a new invitation" does. Tells nothing: whoever holds an old message may press.

    Raises ``Invitation.DoesNotExist`` for a token that is none.
    """
    invitation = find_invitation(token)
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=invitation.person_id)
        invitation = Invitation.objects.get(pk=invitation.pk)
        if not is_renewable(invitation) or person.email != invitation.email:
            return
        try:
            check_can_be_invited(person)
        except ValidationError:
            return
        make_invitation(person, made_by=invitation.made_by_id)
        record("person.invite_again", actor=Actor.nobody(), object_id=person.pk)
