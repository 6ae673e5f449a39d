"""Inviting somebody by e-mail to make an account: one use, 72 hours, bound to their address."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from pep_plugin.access.accounts import accounts_with
from pep_plugin.access.actor import Actor
from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.matrix import Forbidden, require
from pep_plugin.access.models import Invitation
from pep_plugin.audit.record import record
from pep_plugin.conf import conf
from pep_plugin.outbox.promise import promise
from pep_plugin.people.models import Person
from pep_plugin.sections import roles as role_keys

LASTS = datetime.timedelta(hours=72)
#: So many messages in a day may go to one person, whoever sends them: a mailbox is not a toy.
MOST_A_DAY = 5
_DAY = datetime.timedelta(days=1)


def invite_person(*, actor: Actor, person: Person) -> Invitation:
    """The invitation; the message is sent after the commit. Earlier ones open nothing any more.

    Only the Virtual School's head invites to posts in the Virtual School. Raises ``Forbidden`` and
    ``ValidationError``.
    """
    check_may_invite(actor, person)
    with transaction.atomic():
        # The person's row is the lock: two who press at once send one after the other.
        person = Person.objects.select_for_update().get(pk=person.pk)
        check_can_be_invited(person)
        invitation = make_invitation(person, made_by=actor.person_id)
        record("person.invite", actor=actor, object_id=person.pk)
    return invitation


def check_may_invite(actor: Actor, person: Person) -> None:
    """Raises ``Forbidden``; also where the council makes accounts in another way."""
    if not conf.INVITATIONS:
        raise Forbidden("person.invite")
    require(actor.post_roles, "person.invite")
    held = set(person.posts.current().values_list("role", flat=True))
    if held & role_keys.VIRTUAL_SCHOOL and role_keys.VS_HEAD not in actor.post_roles:
        raise Forbidden("person.invite")


def check_can_be_invited(person: Person) -> None:
    """Raises ``ValidationError`` with a sentence for who asked."""
    if person.user_id is not None:
        raise ValidationError(_("This person has an account already."))
    if not person.email:
        raise ValidationError(_("There is no e-mail address to send an invitation to."))
    if accounts_with(person.email).exists():
        raise ValidationError(
            _(
                "There is an account with this e-mail address already. The Virtual School can "
                "connect it with this person, on the page “People and posts”."
            )
        )
    lately = person.invitations.filter(made_at__gt=timezone.now() - _DAY)
    if lately.count() >= MOST_A_DAY:
        raise ValidationError(
            _("Several invitations went to this address today. Try again tomorrow, or ring them.")
        )


def make_invitation(person: Person, *, made_by: uuid.UUID | None) -> Invitation:
    """Keep a new invitation in place of the earlier ones, and promise its message."""
    now = timezone.now()
    person.invitations.filter(used_at=None, revoked_at=None).update(revoked_at=now)
    invitation = Invitation(
        person=person, email=person.email, made_by_id=made_by, expires_at=now + LASTS
    )
    invitation.token_sha256 = hash_of(token_for("invitation", invitation.pk))
    invitation.save(force_insert=True)
    promise("notices.invitation", invitation.pk)
    return invitation
