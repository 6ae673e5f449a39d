"""The messages that other rooms promise, by kind. Each is made from its row when it is sent.

A row that is gone, closed or used meanwhile needs no message any more, so nothing is sent and the
promise is kept all the same.
"""

import uuid

from django.apps import apps
from django.utils.translation import gettext as _

from pep_plugin.access.links import token_for
from pep_plugin.access.models import Delegation, Invitation, LinkGrant
from pep_plugin.conf import conf
from pep_plugin.notices.mail import address_of, send
from pep_plugin.outbox.promise import handler
from pep_plugin.people.models import Person
from pep_plugin.plans.states import State
from pep_plugin.sections.roles import CHILD


@handler("notices.link")
def send_link(grant_id: uuid.UUID) -> None:
    """Somebody's own way to one plan. A child's comes from a neutral sender."""
    grants = LinkGrant.objects.select_related("plan").exclude(email="")
    grant = grants.filter(pk=grant_id).first()
    if grant is None or not grant.is_open:
        return
    is_child = grant.role == CHILD
    send(
        to=grant.email,
        subject=conf.CHILD_MESSAGE_SUBJECT if is_child else _("Your page for a school meeting"),
        sender=conf.CHILD_MESSAGE_SENDER if is_child else "",
        template="child_link" if is_child else "link",
        context={
            "link": address_of("mine", token_for("grant", grant.pk)),
            "until": grant.expires_at,
            "is_agreed": grant.plan.state == State.SIGNED_OFF,
        },
    )


@handler("notices.invitation")
def send_invitation(invitation_id: uuid.UUID) -> None:
    """The way to an account of one's own."""
    invitation = Invitation.objects.filter(pk=invitation_id).first()
    if invitation is None or not invitation.is_open:
        return
    send(
        to=invitation.email,
        subject=_("Your invitation to Personal Education Plans"),
        template="invitation",
        context={
            "link": address_of("invited", token_for("invitation", invitation.pk)),
            "until": invitation.expires_at,
        },
    )


@handler("notices.delegation")
def send_delegation(delegation_id: uuid.UUID) -> None:
    """One section of one plan is somebody's to fill in. Whose plan, they see after signing in."""
    given = Delegation.objects.current().filter(pk=delegation_id).select_related("person", "plan")
    delegation = given.first()
    if delegation is None or not delegation.plan.is_being_written or not delegation.person.email:
        return
    send(
        to=delegation.person.email,
        subject=_("You are asked to fill in part of a PEP"),
        template="delegation",
        context={"link": address_of("home")},
    )


@handler("notices.telling")
def send_telling(telling_id: uuid.UUID) -> None:
    """A child's words wait for this person. They stay where they are: none of them is sent.

    The room of the child's page stands beside this one, so its row is found by name.
    """
    tellings = apps.get_model("pep_plugin", "Telling")._default_manager.select_related("person")
    telling = tellings.filter(pk=telling_id, opened_at=None).first()
    if telling is None or not telling.person.email:
        return
    send(
        to=telling.person.email,
        subject=_("Somebody has written to you"),
        template="telling",
        context={"link": address_of("home"), "until": telling.open_by},
    )


@handler("notices.telling_duty")
def send_to_duty(telling_id: uuid.UUID) -> None:
    """Nobody opened a child's words in time: whoever is on duty at the Virtual School is told."""
    unopened = apps.get_model("pep_plugin", "Telling")._default_manager.filter(
        pk=telling_id, opened_at=None
    )
    duty = conf.DUTY_EMAIL or conf.TEAM_EMAIL
    if duty and unopened.exists():
        _send_moved_on(duty, address_of("duty_list"))


@handler("notices.telling_lead")
def send_to_safeguarding_lead(person_id: uuid.UUID) -> None:
    """The same to a school's safeguarding lead, who finds the words at the top of their list."""
    lead = Person.objects.filter(pk=person_id).exclude(email="").first()
    if lead is not None:
        _send_moved_on(lead.email, address_of("home"))


def _send_moved_on(to: str, link: str) -> None:
    send(
        to=to,
        subject=_("A child’s words are waiting to be read"),
        template="telling_moved_on",
        context={"link": link},
    )
