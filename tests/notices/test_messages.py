"""Each message: to one person, in both forms, with who is speaking and nothing of a child."""

import datetime

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.models import Delegation, Invitation, LinkGrant
from pep_plugin.conf import today
from pep_plugin.notices import jobs
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.outbox.promise import promise, sweep
from pep_plugin.voice.models import Telling
from tests.factories import ChildFactory, PersonFactory, PlanFactory

pytestmark = pytest.mark.django_db

THE_CHILD = ("Marigold", "Quillfeather", "AB424242")


@pytest.fixture
def plan():
    first, last, number = THE_CHILD
    return PlanFactory(child=ChildFactory(first_name=first, last_name=last, council_number=number))


def a_grant(plan, role, **given):
    expires = {"expires_at": timezone.now() + datetime.timedelta(days=28), **given}
    grant = LinkGrant(plan=plan, role=role, email="to.one@example.org", **expires)
    grant.token_sha256 = hash_of(token_for("grant", grant.pk))
    grant.save()
    return grant


def an_invitation(**given):
    expires = {"expires_at": timezone.now() + datetime.timedelta(hours=72), **given}
    invitation = Invitation(person=PersonFactory(), email="to.one@example.org", **expires)
    invitation.token_sha256 = hash_of(token_for("invitation", invitation.pk))
    invitation.save()
    return invitation


def a_delegation(plan, **given):
    person = PersonFactory(email="to.one@example.org")
    return Delegation.objects.create(plan=plan, section="progress", person=person, **given)


def a_telling(plan, **given):
    person = PersonFactory(email="to.one@example.org")
    return Telling.objects.create(plan=plan, person=person, open_by=today(), **given)


def agreed(plan):
    plan.state = "signed_off"
    plan.save()
    return plan


EVERY = {
    "a child's link": lambda plan: jobs.send_link(a_grant(plan, "child").pk),
    "a carer's link": lambda plan: jobs.send_link(a_grant(plan, "carer").pk),
    "a child's copy": lambda plan: jobs.send_link(a_grant(agreed(plan), "child").pk),
    "a parent's copy": lambda plan: jobs.send_link(a_grant(agreed(plan), "parent").pk),
    "an invitation": lambda plan: jobs.send_invitation(an_invitation().pk),
    "a section": lambda plan: jobs.send_delegation(a_delegation(plan).pk),
    "a child's words": lambda plan: jobs.send_telling(a_telling(plan).pk),
    "a child's words, at school": lambda plan: jobs.send_to_safeguarding_lead(
        a_telling(plan).person_id
    ),
}


def parts(message):
    """Both forms of a message and all that is written on its outside."""
    (html,) = [text for text, kind in message.alternatives if kind == "text/html"]
    return message.body, html, message.message().as_string()


@pytest.mark.parametrize("send", EVERY.values(), ids=EVERY)
def test_a_message_goes_to_one_person_and_names_nobody_else(send, plan):
    send(plan)

    (message,) = mail.outbox
    assert message.recipients() == ["to.one@example.org"]
    assert (message.cc, message.bcc, message.reply_to) == ([], [], [])


@pytest.mark.parametrize("send", EVERY.values(), ids=EVERY)
def test_a_message_says_who_sends_it_and_the_address_to_type(send, plan):
    send(plan)

    for text in parts(mail.outbox[0])[:2]:
        for said in (
            "Alderbrook Council",
            "Alderbrook Virtual School",
            "01632 960 142",
            "alderbrook.example/pep",
        ):
            assert said in text


@pytest.mark.parametrize("send", EVERY.values(), ids=EVERY)
def test_a_message_holds_nothing_of_the_child(send, plan):
    send(plan)

    whole = "\n".join(parts(mail.outbox[0]))
    for word in (*THE_CHILD, plan.reference, str(plan.pk), str(plan.child_id), plan.child.called):
        assert word not in whole


def test_a_childs_message_shows_nothing_over_a_shoulder(plan):
    jobs.send_link(a_grant(plan, "child").pk)

    (message,) = mail.outbox
    assert message.subject == "Your page is ready"
    assert message.from_email == "Your page <no-reply@alderbrook.example>"
    for word in ("council", "school", "PEP", "Education", "Alderbrook"):
        assert word not in message.subject
        assert word not in message.from_email.partition("<")[0]


def test_a_link_to_the_agreed_plan_asks_nobody_to_write(plan):
    jobs.send_link(a_grant(agreed(plan), "carer").pk)
    for text in parts(mail.outbox[0])[:2]:
        assert "What was agreed" in text
        assert "before a meeting" not in text
        assert "in your own words" not in text


def test_links_lead_to_the_site_whichever_worker_sends_them(plan, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "SITE_ADDRESS": "https://peps.example.org/"}
    invitation = an_invitation()
    jobs.send_invitation(invitation.pk)

    path = reverse("pep_plugin:invited", args=[token_for("invitation", invitation.pk)])
    for text in parts(mail.outbox[0])[:2]:
        assert f"https://peps.example.org{path}" in text


NO_LONGER = {
    "a link taken back": lambda plan: jobs.send_link(
        a_grant(plan, "carer", revoked_at=timezone.now()).pk
    ),
    "an invitation used": lambda plan: jobs.send_invitation(
        an_invitation(used_at=timezone.now()).pk
    ),
    "an invitation run out": lambda plan: jobs.send_invitation(
        an_invitation(expires_at=timezone.now()).pk
    ),
    "a section taken back": lambda plan: jobs.send_delegation(
        a_delegation(plan, ends=today() - datetime.timedelta(days=1)).pk
    ),
    "words that were opened": lambda plan: jobs.send_telling(
        a_telling(plan, opened_at=timezone.now()).pk
    ),
    "a row that is gone": lambda plan: jobs.send_invitation(plan.pk),
}


@pytest.mark.parametrize("send", NO_LONGER.values(), ids=NO_LONGER)
def test_what_is_no_longer_true_is_not_sent(send, plan):
    send(plan)
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_a_message_that_failed_is_sent_by_the_next_sweep_and_once(settings):
    invitation = an_invitation()
    settings.EMAIL_BACKEND = "tests.notices.test_messages.NoPost"
    promise("notices.invitation", invitation.pk)
    assert OutboxItem.objects.get().last_error == "ConnectionRefusedError"

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert sweep() == 1
    assert sweep() == 0
    assert len(mail.outbox) == 1


class NoPost:
    """A mail server that is away."""

    def __init__(self, **kwargs):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError("to.one@example.org")
