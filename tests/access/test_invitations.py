import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from pep_plugin.access import Actor, Forbidden
from pep_plugin.access.actions.accept_invitation import accept_invitation
from pep_plugin.access.actions.invite_person import MOST_A_DAY, invite_person
from pep_plugin.access.actions.renew_invitation import renew_invitation
from pep_plugin.access.links import token_for
from pep_plugin.access.models import Invitation
from pep_plugin.audit.models import AuditEvent
from pep_plugin.signals import account_made
from tests.factories import PASSPHRASE, PersonFactory, PostFactory, UserFactory, council

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return council()


@pytest.fixture
def newcomer(scene):
    """A designated teacher of the school who has no account yet."""
    person = PersonFactory(name="Asha Verdin", email="Asha.Verdin@example.org")
    PostFactory(person=person, designated_teacher=True, school=scene.school)
    return person


def invite(scene, person, role="vs_head"):
    return invite_person(actor=scene.actor(role), person=person)


def secret(invitation):
    return token_for("invitation", invitation.pk)


def test_an_invitation_becomes_an_account_that_sees_the_children_at_once(scene, newcomer):
    account = accept_invitation(token=secret(invite(scene, newcomer)), passphrase=PASSPHRASE)

    assert account.check_password(PASSPHRASE)
    assert (account.get_username(), account.email) == ("asha.verdin", "Asha.Verdin@example.org")
    assert (account.first_name, account.last_name) == ("Asha", "Verdin")
    actor = Actor.for_user(account)
    assert actor.person_id == newcomer.pk
    assert actor.post_roles == {"designated_teacher"}


def test_the_account_has_no_right_of_the_hosts(scene, newcomer):
    account = accept_invitation(token=secret(invite(scene, newcomer)), passphrase=PASSPHRASE)
    assert not account.is_staff
    assert not account.is_superuser
    assert not account.get_all_permissions()


@pytest.mark.django_db(transaction=True)
def test_the_message_goes_to_the_address_and_the_host_is_told_of_the_account(scene, newcomer):
    told = []

    def note(sender, **given):
        told.append(given)

    account_made.connect(note)
    try:
        token = secret(invite(scene, newcomer))
        (message,) = mail.outbox
        assert message.recipients() == [newcomer.email]
        assert token in message.body
        account = accept_invitation(token=token, passphrase=PASSPHRASE)
    finally:
        account_made.disconnect(note)
    assert [(each["person_id"], each["user_id"]) for each in told] == [(newcomer.pk, account.pk)]


def test_the_secret_is_kept_nowhere(scene, newcomer):
    invitation = invite(scene, newcomer)
    token = secret(invitation)
    assert token not in repr(Invitation.objects.values().get())
    assert token not in repr(list(AuditEvent.objects.values()))


def used(invitation):
    accept_invitation(token=secret(invitation), passphrase=PASSPHRASE)


def run_out(invitation):
    Invitation.objects.update(expires_at=timezone.now())


def replaced(invitation):
    invite_person(actor=Actor.for_command("test"), person=invitation.person)


def moved(invitation):
    invitation.person.email = "someone.else@example.org"
    invitation.person.save()


def has_account(invitation):
    UserFactory(email=invitation.email.upper())


@pytest.mark.parametrize("happens", [used, run_out, replaced, moved, has_account])
def test_an_invitation_that_is_not_open_makes_no_account(scene, newcomer, happens):
    invitation = invite(scene, newcomer)
    happens(invitation)
    accounts = get_user_model().objects.count()

    with pytest.raises(ValidationError):
        accept_invitation(token=secret(invitation), passphrase="another long passphrase")
    assert get_user_model().objects.count() == accounts


def test_the_sites_own_rules_say_what_a_passphrase_is(scene, newcomer):
    with pytest.raises(ValidationError, match="at least 12"):
        accept_invitation(token=secret(invite(scene, newcomer)), passphrase="short")
    with pytest.raises(ValidationError, match="similar"):
        accept_invitation(token=secret(invite(scene, newcomer)), passphrase="asha.verdin@example")


@pytest.mark.parametrize("token", ["", "x", "\x00", "a" * 5000, "ü"])
def test_a_token_that_is_none_opens_nothing(scene, newcomer, token):
    invite(scene, newcomer)
    with pytest.raises(Invitation.DoesNotExist):
        accept_invitation(token=token, passphrase=PASSPHRASE)
    with pytest.raises(Invitation.DoesNotExist):
        renew_invitation(token=token)


def test_a_taken_username_gets_a_number(scene, newcomer):
    UserFactory(username="Asha.Verdin", email="a.verdin@example.org")
    UserFactory(username="asha.verdin2", email="other@example.org")
    account = accept_invitation(token=secret(invite(scene, newcomer)), passphrase=PASSPHRASE)
    assert account.get_username() == "asha.verdin3"


def test_one_that_ran_out_is_sent_again_to_the_same_address_and_no_other(scene, newcomer):
    invitation = invite(scene, newcomer)
    run_out(invitation)
    renew_invitation(token=secret(invitation))

    newest = Invitation.objects.get(revoked_at=None)
    assert newest.email == newcomer.email
    accept_invitation(token=secret(newest), passphrase=PASSPHRASE)


@pytest.mark.parametrize("happens", [used, replaced, has_account, lambda invitation: None])
def test_one_that_did_not_run_out_is_not_sent_again(scene, newcomer, happens):
    invitation = invite(scene, newcomer)
    happens(invitation)
    before = Invitation.objects.count()
    renew_invitation(token=secret(invitation))
    assert Invitation.objects.count() == before


def test_a_mailbox_is_not_filled(scene, newcomer):
    for _time in range(MOST_A_DAY):
        invite(scene, newcomer)
    with pytest.raises(ValidationError, match="tomorrow"):
        invite(scene, newcomer)

    run_out(None)
    renew_invitation(token=secret(Invitation.objects.first()))
    assert Invitation.objects.count() == MOST_A_DAY

    Invitation.objects.update(made_at=timezone.now() - datetime.timedelta(days=2))
    invite(scene, newcomer)


@pytest.mark.parametrize("role", ["vs_head", "vs_adviser", "designated_teacher", "social_worker"])
def test_who_gives_people_their_part_may_invite_them(scene, newcomer, role):
    assert invite(scene, newcomer, role).made_by_id == scene.actor(role).person_id


@pytest.mark.parametrize("role", ["deputy", "iro", "web_editor", "superuser"])
def test_nobody_else_invites(scene, newcomer, role):
    with pytest.raises(Forbidden):
        invite(scene, newcomer, role)


@pytest.mark.parametrize("role", ["vs_adviser", "vs_admin", "designated_teacher"])
def test_only_the_head_invites_to_a_post_that_opens_every_child(scene, role):
    person = PersonFactory()
    PostFactory(person=person, vs_adviser=True)
    with pytest.raises(Forbidden):
        invite(scene, person, role)
    assert invite(scene, person, "vs_head")


def test_with_single_sign_on_nobody_is_invited(scene, newcomer, settings):
    invitation = invite(scene, newcomer)
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "INVITATIONS": False}
    with pytest.raises(Forbidden):
        invite(scene, newcomer)
    with pytest.raises(Invitation.DoesNotExist):
        accept_invitation(token=secret(invitation), passphrase=PASSPHRASE)


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        ({"email": ""}, "no e-mail address"),
        ({"account": True}, "has an account already"),
    ],
)
def test_who_cannot_be_invited_is_said_in_a_sentence(scene, person, sentence):
    with pytest.raises(ValidationError, match=sentence):
        invite(scene, PersonFactory(**person))


def test_an_address_that_has_an_account_is_connected_and_not_invited(scene, newcomer):
    UserFactory(email=newcomer.email.lower())
    with pytest.raises(ValidationError, match="connect it"):
        invite(scene, newcomer)
