"""One section for one further person: who may ask, for what, whom, and what they see then."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import NoReverseMatch, reverse

from pep_plugin import urls
from pep_plugin.access import Actor, Forbidden
from pep_plugin.access.models import Delegation, Invitation
from pep_plugin.audit.models import AuditEvent
from pep_plugin.plans.actions import delegate_section, end_delegation, save_answers
from pep_plugin.plans.delegations import given_to, people_to_ask
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.states import WrongState
from pep_plugin.sections import roles
from pep_plugin.signals import plan_sent
from tests.factories import (
    InvolvementFactory,
    PersonFactory,
    PlanFactory,
    PostFactory,
    UserFactory,
    council,
)

pytestmark = pytest.mark.django_db
ASHA = {"name": "Asha Verdin", "email": "asha.verdin@example.org"}


@pytest.fixture
def scene():
    return council()


@pytest.fixture
def mentor():
    """Somebody with an account and no post at all."""
    return PersonFactory(account=True, name="Asha Verdin", email="asha.verdin@example.org")


def ask(scene, section="progress", role="designated_teacher", **whom):
    return delegate_section(
        actor=scene.actor(role), plan_id=scene.plan.pk, section=section, **(whom or ASHA)
    )


@pytest.mark.parametrize("role", ["designated_teacher", "deputy", "vs_head", "vs_adviser"])
def test_whoever_writes_a_section_may_ask_somebody(scene, role):
    given = ask(scene, role=role)

    assert (given.section, given.person.email) == ("progress", ASHA["email"])
    event = AuditEvent.objects.get(verb="plan.delegate")
    assert (event.child_id, event.detail) == (scene.child.pk, {"section": "progress"})


@pytest.mark.parametrize("role", ["social_worker", "team_manager"])
def test_nobody_gives_away_what_is_not_theirs_to_write(scene, role):
    with pytest.raises(Forbidden):
        ask(scene, role=role)


@pytest.mark.parametrize("role", ["iro", "web_editor", "superuser"])
def test_nobody_else_asks(scene, role):
    with pytest.raises((Forbidden, Plan.DoesNotExist)):
        ask(scene, role=role)


def test_who_was_asked_asks_nobody_further(scene, mentor):
    ask(scene)
    with pytest.raises(Forbidden):
        delegate_section(
            actor=Actor.for_person(mentor),
            plan_id=scene.plan.pk,
            section="progress",
            name="Kit Marrow",
            email="kit@example.org",
        )


@pytest.mark.parametrize("section", ["nowhere", "", "\x00", "a" * 300])
def test_a_section_that_is_none_is_given_to_nobody(scene, section):
    with pytest.raises(Forbidden):
        ask(scene, section=section)
    assert not Delegation.objects.exists()


def test_a_section_for_few_or_in_somebodys_own_words_is_given_to_nobody(scene):
    from dataclasses import replace

    from pep_plugin.plans.delegations import may_give

    opened = open_plan(scene.actor("vs_head"), scene.plan.pk)
    section = opened.form.section("progress")
    assert may_give(opened, section)
    assert not may_give(opened, replace(section, readers=(roles.VS_HEAD,)))
    for owner in (roles.CHILD, roles.CARER, roles.PARENT):
        assert not may_give(opened, replace(section, owner_role=owner))
    page = section.pages[0]
    for changed in ({"sensitive": True}, {"readers": (roles.VS_HEAD,)}):
        questions = (replace(page.questions[0], **changed), *page.questions[1:])
        assert not may_give(opened, replace(section, pages=(replace(page, questions=questions),)))
    targets = opened.form.section("targets")
    assert may_give(opened, targets)
    table = targets.questions[0].table
    columns = (replace(table.columns[0], sensitive=True), *table.columns[1:])
    question = replace(targets.questions[0], table=replace(table, columns=columns))
    page = replace(targets.pages[0], questions=(question,))
    assert not may_give(opened, replace(targets, pages=(page,)))


@pytest.mark.parametrize("state", ["submitted", "signed_off", "withdrawn"])
def test_only_while_the_plan_is_written(scene, state):
    plan = PlanFactory(child=scene.child, **{state: True})
    with pytest.raises(WrongState):
        delegate_section(actor=scene.actor("vs_head"), plan_id=plan.pk, section="progress", **ASHA)


@pytest.mark.parametrize("role", ["deputy", "social_worker", "iro", "vs_adviser"])
def test_whoever_has_the_plan_anyhow_is_not_asked(scene, role):
    person = getattr(scene, role)
    with pytest.raises(ValidationError, match="has this plan already"):
        ask(scene, name=person.name, email=person.email)


def test_the_same_person_is_asked_once(scene):
    ask(scene)
    with pytest.raises(ValidationError, match="asked already"):
        ask(scene)


def test_a_plan_is_not_given_to_a_crowd(scene):
    for number in range(10):
        ask(scene, name="N", email=f"n{number}@example.org")
    with pytest.raises(ValidationError, match="Many people"):
        ask(scene, name="N", email="one.more@example.org")


@pytest.mark.parametrize(
    "whom",
    [
        {"name": "Asha", "email": ""},
        {"name": "Asha", "email": "no address"},
        {"name": "Asha", "email": "a@example.org\nBcc: b@example.org"},
        {"name": "", "email": "a@example.org"},
        {"name": "\x00", "email": "a@example.org"},
    ],
)
def test_a_name_and_an_address_are_needed(scene, whom):
    with pytest.raises(ValidationError):
        ask(scene, **whom)


def test_people_around_the_child_can_be_picked_and_nobody_else(scene):
    professional = InvolvementFactory(
        child=scene.child, role=roles.PROFESSIONAL, person=PersonFactory(name="Kit Marrow")
    ).person
    finance = PostFactory(role=roles.SAFEGUARDING_LEAD, school=scene.school).person
    stranger = PersonFactory()

    opened = open_plan(scene.actor("designated_teacher"), scene.plan.pk)
    assert {person.pk for person in people_to_ask(opened)} == {professional.pk, finance.pk}
    assert ask(scene, person_id=professional.pk).person == professional
    with pytest.raises(ValidationError, match="Choose somebody"):
        ask(scene, person_id=stranger.pk)


@pytest.mark.django_db(transaction=True)
def test_who_has_no_account_is_invited_besides_and_both_messages_go_to_them_alone(scene):
    given = ask(scene)

    assert Invitation.objects.get().person == given.person
    assert [message.recipients() for message in mail.outbox] == [[ASHA["email"]]] * 2
    words = "".join(f"{message.subject}{message.body}" for message in mail.outbox)
    for word in (scene.child.first_name, scene.child.called, scene.plan.reference, "Okafor"):
        assert word not in words


def test_an_account_that_waits_is_not_invited_again(scene):
    UserFactory(email=ASHA["email"])
    ask(scene)
    assert not Invitation.objects.exists()


def test_with_single_sign_on_nobody_is_invited(scene, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "INVITATIONS": False}
    ask(scene)
    assert not Invitation.objects.exists()


def test_what_is_taken_back_is_not_there_from_the_next_request_on(scene, mentor):
    given = ask(scene)
    actor = Actor.for_person(mentor)
    assert open_plan(actor, scene.plan.pk)

    end_delegation(actor=scene.actor("deputy"), delegation_id=given.pk)
    with pytest.raises(Plan.DoesNotExist):
        open_plan(actor, scene.plan.pk)
    assert given_to(actor) == []
    ask(scene)
    assert open_plan(actor, scene.plan.pk)


@pytest.mark.parametrize("role", ["social_worker", "iro", "superuser"])
def test_who_may_not_ask_may_not_take_back(scene, role):
    given = ask(scene)
    with pytest.raises((Forbidden, Plan.DoesNotExist)):
        end_delegation(actor=scene.actor(role), delegation_id=given.pk)


def test_it_ends_when_the_plan_is_sent_and_stays_ended_when_it_comes_back(scene, mentor):
    ask(scene)
    plan_sent.send(sender=Plan, plan_id=scene.plan.pk, submission_id=None)
    with pytest.raises(Plan.DoesNotExist):
        open_plan(Actor.for_person(mentor), scene.plan.pk)


def test_an_adopted_childs_plan_is_not_there(scene, mentor):
    ask(scene)
    type(scene.child).objects.filter(pk=scene.child.pk).update(status="adopted")
    assert given_to(Actor.for_person(mentor)) == []
    with pytest.raises(Plan.DoesNotExist):
        open_plan(Actor.for_person(mentor), scene.plan.pk)


CANARY = "quokkaquartz"


@pytest.fixture
def browser(scene, mentor):
    """Signed in as somebody who was asked for "progress", in a plan full of canaries elsewhere."""
    save_answers(
        actor=scene.actor("social_worker"),
        plan_id=scene.plan.pk,
        section="care",
        posted={"legal_status": {"value": CANARY}, "no_contact": {"value": CANARY}},
        base_revision=0,
    )
    Plan.objects.filter(pk=scene.plan.pk).update(state="returned", returned_reason=CANARY)
    save_answers(
        actor=scene.actor("designated_teacher"),
        plan_id=scene.plan.pk,
        section="progress",
        posted={"going_well": {"value": "Reads aloud."}},
        base_revision=0,
    )
    ask(scene)
    client = Client()
    client.force_login(mentor.user)
    return client


def test_they_find_it_on_their_list_and_fill_it_in(scene, browser):
    home = browser.get("/pep/").content.decode()
    assert "Learning and progress" in home
    assert "Ngozi Okafor asked on" in home
    assert "No child here yet" not in home

    task_list = browser.get(f"/pep/plans/{scene.plan.pk}/").content.decode()
    step = re.search(r'href="([^"]+/fill-in/progress/)"', task_list).group(1)
    page = browser.get(step).content.decode()
    assert "Reads aloud." in page
    assert "Ask somebody else" not in page
    assert "Earlier saves" not in page
    fields = {
        "wizard-current_step": "progress",
        "progress__asked": "going_well@1",
        "progress-going_well": "Comes to every session.",
    }
    assert browser.post(step, fields)["Location"].startswith(f"/pep/plans/{scene.plan.pk}/")
    saved = Plan.objects.get(pk=scene.plan.pk).answers.get(section="progress")
    assert saved.data["going_well"]["value"] == "Comes to every session."


def test_nothing_else_of_the_child_is_there_under_any_address(scene, browser):
    known = {
        "plan_id": scene.plan.pk,
        "child_id": scene.child.pk,
        "section": "care",
        "step": "care",
        "path": "care.legal_status",
        "token": "x",
        "row": "k3v9m2x8q4",
        "first": 1,
        "last": 1,
    }
    opened = set()
    for pattern in urls.urlpatterns:
        if pattern.callback.pep_part != "private" or pattern.name == "nothing_here":
            continue
        wanted = re.findall(r"<\w+:(\w+)>", str(pattern.pattern))
        given = {name: known.get(name, scene.plan.pk) for name in wanted}
        try:
            address = reverse(f"pep_plugin:{pattern.name}", kwargs=given)
        except NoReverseMatch:
            continue
        response = browser.get(address)
        body = b"".join(response) if response.streaming else response.content
        assert CANARY.encode() not in body, address
        if response.status_code == 200:
            opened.add(pattern.name)
        sent = browser.post(address)
        assert CANARY.encode() not in sent.content, address
        assert sent.status_code >= 400 or pattern.name in ("find_child", "session"), address
    assert "plan" in opened
    assert opened <= {"home", "plan", "find_child", "session"}, (
        "a page about more than the one section"
    )


@pytest.mark.parametrize("key", ["care", "targets"])
def test_another_section_is_not_there(scene, browser, key):
    assert browser.get(f"/pep/plans/{scene.plan.pk}/fill-in/{key}/").status_code == 404
    autosave = f"/pep/plans/{scene.plan.pk}/fill-in/{key}/autosave/"
    response = browser.post(autosave, {"fields": []}, content_type="application/json")
    assert response.status_code == 404


def test_autosave_stops_with_the_next_request_after_it_was_taken_back(scene, browser):
    address = f"/pep/plans/{scene.plan.pk}/fill-in/progress/autosave/"
    fields = [["progress__asked", "going_well@1"], ["progress-going_well", "One more line."]]

    def autosave():
        return browser.post(address, {"fields": fields}, content_type="application/json")

    assert autosave().status_code == 200
    end_delegation(
        actor=scene.actor("designated_teacher"), delegation_id=Delegation.objects.get().pk
    )
    assert autosave().status_code == 404
