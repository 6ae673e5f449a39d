import datetime
import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pep_plugin.access import Actor, Forbidden
from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.models import Delegation, LinkGrant
from pep_plugin.audit.models import AuditEvent
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.plans.models import Plan
from pep_plugin.signals import plan_sent
from pep_plugin.voice.actions.give_link import give_link
from pep_plugin.voice.actions.renew_link import MOST_A_DAY, ask_new_link, send_link_again
from pep_plugin.voice.actions.revoke_link import revoke_link
from pep_plugin.voice.links.closing import close_left_open
from pep_plugin.voice.models import VoiceDraft
from tests.factories import PlanFactory, PostFactory, born_for_year
from tests.voice.conftest import a_link


def give(scene, who="social_worker", **given):
    given.setdefault("role", "carer")
    given.setdefault("email", "jo.linden@example.org")
    return give_link(actor=scene.actor(who), plan_id=scene.plan.pk, **given)


def token_of(grant) -> str:
    return token_for("grant", grant.pk)


def run_out(grant) -> None:
    LinkGrant.objects.filter(pk=grant.pk).update(
        expires_at=timezone.now() - datetime.timedelta(minutes=1)
    )


def test_a_carer_gets_a_link_and_only_its_hash_is_kept(scene, carer):
    grant = give(scene, person_id=carer.pk)

    assert grant.token_sha256 == hash_of(token_of(grant))
    days = (grant.expires_at - timezone.now()).days
    assert days == 27, "28 days, less the moment since"
    assert OutboxItem.objects.get(kind="notices.link").object_id == grant.pk
    line = AuditEvent.objects.get(verb="link.give")
    assert (line.child_id, line.object_id) == (scene.child.pk, str(grant.pk))
    assert "example" not in str(line.detail)


@pytest.mark.parametrize("who", ["designated_teacher", "deputy", "iro"])
def test_only_the_social_workers_side_invites_a_parent(scene, parent, who):
    with pytest.raises(Forbidden):
        give(scene, who, role="parent", person_id=parent.pk)


def test_a_social_worker_invites_a_parent(scene, parent):
    assert give(scene, role="parent", person_id=parent.pk).role == "parent"


def test_under_eleven_only_the_social_worker_sends_a_link(scene):
    with pytest.raises(Forbidden):
        give(scene, "designated_teacher", role="child")
    assert give(scene, "social_worker", role="child").person is None


def test_from_eleven_the_school_may_send_the_child_a_link(scene):
    scene.child.date_of_birth = born_for_year(8)
    scene.child.save()

    assert give(scene, "designated_teacher", role="child").role == "child"


def test_somebody_who_is_not_the_childs_carer_gets_none(scene, carer, parent):
    for wrong in (parent.pk, None, scene.iro.pk):
        with pytest.raises(ValidationError):
            give(scene, person_id=wrong)
    with pytest.raises(ValidationError):
        give(scene, role="child", person_id=carer.pk)


@pytest.mark.parametrize("wrong", ["", "jo", "jo@", "jo@example.org\nBcc: x@example.org"])
def test_a_link_needs_one_address(scene, carer, wrong):
    with pytest.raises(ValidationError):
        give(scene, person_id=carer.pk, email=wrong)
    assert not LinkGrant.objects.exists()


def test_there_is_one_open_link_at_a_time(scene, carer):
    give(scene, person_id=carer.pk)
    with pytest.raises(ValidationError):
        give(scene, person_id=carer.pk)
    assert LinkGrant.objects.count() == 1


def test_a_stranger_gives_none(scene, carer):
    stranger = Actor.for_person(PostFactory(designated_teacher=True).person)
    with pytest.raises(Plan.DoesNotExist):
        give_link(
            actor=stranger,
            plan_id=scene.plan.pk,
            role="carer",
            email="jo@example.org",
            person_id=carer.pk,
        )


@pytest.mark.parametrize("state", ["submitted", "withdrawn"])
def test_none_is_given_to_a_plan_that_is_not_written(scene, carer, state):
    Plan.objects.filter(pk=scene.plan.pk).update(state=state)
    with pytest.raises(Forbidden):
        give(scene, person_id=carer.pk)


def test_an_agreed_plan_can_be_shown_and_a_parent_needs_the_social_worker(scene, carer, parent):
    Plan.objects.filter(pk=scene.plan.pk).update(state="signed_off")

    assert give(scene, "designated_teacher", person_id=carer.pk).is_open
    with pytest.raises(Forbidden):
        give(scene, "designated_teacher", role="parent", person_id=parent.pk)
    assert give(scene, "social_worker", role="parent", person_id=parent.pk).is_open


def test_taken_back_opens_nothing_from_then_on(scene, carer):
    grant = give(scene, person_id=carer.pk)

    revoke_link(actor=scene.actor("deputy"), grant_id=grant.pk)

    grant.refresh_from_db()
    assert not Actor.for_grant(grant).is_somebody
    assert grant.revoked_by == scene.deputy
    assert AuditEvent.objects.filter(verb="link.revoke").count() == 1


def test_a_school_takes_no_parents_link_back(scene, parent):
    grant = a_link(scene.plan, "parent", person=parent)
    with pytest.raises(Forbidden):
        revoke_link(actor=scene.actor("designated_teacher"), grant_id=grant.pk)


def test_a_carer_who_left_is_nobody_on_an_open_link(scene, carer):
    grant = a_link(scene.plan, person=carer)
    assert Actor.for_grant(grant).is_somebody

    carer.involvements.update(ends=timezone.now().date() - datetime.timedelta(days=2))

    assert not Actor.for_grant(grant).is_somebody


def test_sending_the_plan_ends_its_links(scene, carer):
    grant = a_link(scene.plan, person=carer)
    other = a_link(scene.plan, "child")

    plan_sent.send(Plan, plan_id=scene.plan.pk, submission_id=None)

    for each in (grant, other):
        each.refresh_from_db()
        assert not each.is_open
        assert each.revoked_at is None


# A new link in place of one that ran out ----------------------------------------------------------


def test_a_new_link_goes_to_the_same_address_with_what_was_written(scene, carer):
    grant = a_link(scene.plan, person=carer, email="jo.linden@example.org")
    VoiceDraft.objects.create(grant=grant, answers={"carer.going_well": {"value": "Swimming"}})
    run_out(grant)

    ask_new_link(token=token_of(grant))

    new = LinkGrant.objects.open().get()
    assert (new.email, new.person, new.role) == ("jo.linden@example.org", carer, "carer")
    assert new.token_sha256 != grant.token_sha256
    assert new.draft.answers == {"carer.going_well": {"value": "Swimming"}}
    assert OutboxItem.objects.get(kind="notices.link").object_id == new.pk
    assert AuditEvent.objects.get(verb="link.renew").actor_kind == "nobody"


@pytest.mark.parametrize(
    "why", ["open", "taken back", "handed over", "plan sent", "plan agreed since", "unknown"]
)
def test_nothing_else_is_renewed(scene, carer, why):
    grant = a_link(scene.plan, person=carer, email="jo.linden@example.org")
    token = token_of(grant)
    if why != "open":
        run_out(grant)
    if why == "taken back":
        LinkGrant.objects.update(revoked_at=timezone.now())
    if why == "handed over":
        LinkGrant.objects.update(way="handed_over")
    if why == "plan sent":
        Plan.objects.update(state="submitted")
    if why == "plan agreed since":
        Plan.objects.update(state="signed_off", state_changed_at=timezone.now())
    if why == "unknown":
        token = "x" * 43

    assert ask_new_link(token=token) is None

    assert LinkGrant.objects.count() == 1
    assert not OutboxItem.objects.filter(kind="notices.link").exists()


def test_an_old_message_fills_no_mailbox(scene, carer):
    grant = a_link(scene.plan, person=carer, email="jo.linden@example.org")
    for _again in range(MOST_A_DAY + 3):
        LinkGrant.objects.update(expires_at=timezone.now() - datetime.timedelta(minutes=1))
        ask_new_link(token=token_of(grant))

    assert LinkGrant.objects.count() == MOST_A_DAY


def test_sending_again_shuts_the_one_before(scene, carer):
    grant = give(scene, person_id=carer.pk)

    new = send_link_again(actor=scene.actor("designated_teacher"), grant_id=grant.pk)

    grant.refresh_from_db()
    assert not grant.is_open
    assert new.is_open
    assert new.email == grant.email


def test_the_message_says_whether_there_is_something_to_say_or_to_read(
    scene, carer, django_capture_on_commit_callbacks
):
    for state, says in (("draft", "what you think before a meeting"), ("signed_off", "agreed")):
        Plan.objects.filter(pk=scene.plan.pk).update(state=state)
        with django_capture_on_commit_callbacks(execute=True):
            grant = give(scene, person_id=carer.pk)
        (message,) = mail.outbox
        assert says in message.body
        assert token_of(grant) in message.body
        for word in ("Maya", "Kestrel", "Harrow", scene.plan.reference):
            assert word not in message.message().as_string()
        mail.outbox.clear()
        LinkGrant.objects.update(revoked_at=timezone.now())


# The screen of colleagues -----------------------------------------------------------------------


def screen(client, scene):
    return client.get(reverse("pep_plugin:people", args=[scene.plan.pk]))


def test_colleagues_see_how_far_somebody_is_and_not_a_word_of_it(scene, carer, signed_in):
    grant = a_link(
        scene.plan, person=carer, email="jo.linden@example.org", opened_at=timezone.now()
    )
    VoiceDraft.objects.create(grant=grant, answers={"carer.going_well": {"value": "Swimming"}})

    page = screen(signed_in("designated_teacher"), scene).content.decode()

    for said in ("Jo Linden", "Opened", "What is going well?", "Take this link back"):
        assert said in page
    assert "Swimming" not in page
    assert token_of(grant) not in page


def test_a_school_is_told_that_the_social_worker_invites_a_parent(scene, parent, signed_in):
    school = screen(signed_in("designated_teacher"), scene).content.decode()
    assert "Only the social worker invites a parent." in school
    assert "Send Alex Kestrel a link" not in school
    assert "Send Alex Kestrel a link" in screen(signed_in("social_worker"), scene).content.decode()


@pytest.mark.parametrize("whom", ["", "nobody", "carer:x", "carer", "iro:1", "carer:" + "9" * 40])
def test_a_forged_page_gives_nobody_a_link(scene, carer, signed_in, whom):
    client = signed_in("social_worker")
    path = reverse("pep_plugin:people", args=[scene.plan.pk])
    response = client.post(path, {"whom": whom, "email": "jo@example.org"})
    assert response.status_code in (400, 404)
    assert not LinkGrant.objects.exists()


def test_what_was_typed_stays_when_it_is_refused(scene, carer, signed_in):
    path = reverse("pep_plugin:people", args=[scene.plan.pk])
    given = {"whom": f"carer:{carer.pk}", "email": "jo at example"}
    response = signed_in("social_worker").post(path, given)
    assert response.status_code == 400
    page = response.content.decode()
    assert 'value="jo at example"' in page
    assert "<title>Error:" in page.replace("\n", "")


def test_another_plans_link_is_not_taken_back_through_this_one(scene, carer, signed_in):
    other = a_link(PlanFactory())
    path = reverse("pep_plugin:take_back_link", args=[scene.plan.pk, other.pk])
    assert signed_in("vs_head").post(path).status_code == 404
    other.refresh_from_db()
    assert other.is_open


def test_nothing_is_given_while_the_council_has_no_such_pages(scene, carer, signed_in, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "CHILD_PAGE": False}
    with pytest.raises(Forbidden):
        give(scene, person_id=carer.pk)
    page = screen(signed_in("social_worker"), scene).content.decode()
    assert "has not switched these pages on" in page
    assert "Send Jo Linden a link" not in page
    assert "Hand over this screen" not in page


def test_somebody_who_was_given_one_section_has_no_such_screen(scene, carer):
    helper = PostFactory(designated_teacher=True).person
    Delegation.objects.create(plan=scene.plan, section="progress", person=helper)
    client = Client()
    client.force_login(helper.user)
    home = client.get(reverse("pep_plugin:plan", args=[scene.plan.pk]))
    assert home.status_code == 200
    assert "The child, carers and parents" not in home.content.decode()
    assert screen(client, scene).status_code == 404


def test_links_that_a_crash_left_open_are_closed_by_the_daily_round(scene, carer):
    grant = a_link(scene.plan, person=carer)
    for state, is_open in (("draft", True), ("signed_off", True), ("withdrawn", False)):
        Plan.objects.filter(pk=scene.plan.pk).update(state=state)
        close_left_open()
        grant.refresh_from_db()
        assert grant.is_open == is_open


def test_asking_for_a_new_link_looks_the_same_whatever_the_token_is(scene, carer):
    """Somebody who tries addresses learns nothing, and neither does who finds an old message."""
    dead = a_link(scene.plan, person=carer, email="jo.linden@example.org")
    run_out(dead)
    back = a_link(scene.plan, "child", email="maya@example.org", revoked_at=timezone.now())
    tokens = (token_of(dead), token_of(back), "x" * 43, "short")

    client = Client(headers={"Origin": "http://testserver"})
    asked = [client.post(reverse("pep_plugin:voice_renew", args=[token])) for token in tokens]
    closed = [client.get(reverse("pep_plugin:mine", args=[token])) for token in tokens]

    assert len({page.content for page in asked}) == 1
    assert {page.status_code for page in asked} == {200}
    assert {page.status_code for page in closed} == {404}
    bare = {
        re.sub(re.escape(token), "TOKEN", page.content.decode())
        for token, page in zip(tokens, closed, strict=True)
    }
    assert len({re.sub(r'value="[^"]+"', "", page) for page in bare}) == 1
    assert LinkGrant.objects.open().count() == 1
