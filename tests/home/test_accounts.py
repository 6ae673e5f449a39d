"""How people get in, on the screen of people and posts."""

import pytest
from django.core import mail

from pep_plugin.access import Actor
from pep_plugin.access.accounts import take_missing_marks
from pep_plugin.access.models import Invitation
from pep_plugin.people.models import Person, Post
from tests.factories import PersonFactory, PostFactory, UserFactory

POSTS = "/pep/posts/"
DAY = {"starts_0": "1", "starts_1": "9", "starts_2": "2026"}
ASHA = {"name": "Asha Verdin", "email": "asha.verdin@example.org", **DAY}


def html(response):
    return response.content.decode()


def test_one_button_gives_the_post_and_sends_the_invitation(scene, signed_in):
    given = {"role": "designated_teacher", "school_words": "h", "school": str(scene.school.pk)}
    page = html(signed_in("vs_adviser").post(f"{POSTS}give/", {**ASHA, **given}, follow=True))

    assert "the invitation is on its way" in page
    assert "Invited on" in page
    assert Invitation.objects.get().made_by == scene.vs_adviser


def test_a_teacher_names_and_invites_a_deputy_in_one_go(scene, signed_in):
    browser = signed_in("designated_teacher")
    assert "Name this deputy and send the invitation" in html(browser.get(f"{POSTS}give/"))
    browser.post(f"{POSTS}give/", {**ASHA, "school": str(scene.school.pk)})
    assert Invitation.objects.get().person.posts.get().role == "deputy"


def test_who_has_an_account_is_not_invited(scene, signed_in):
    given = {"role": "iro", "name": "S. Reid", "email": scene.social_worker.email, **DAY}
    page = html(signed_in("vs_admin").post(f"{POSTS}give/", given, follow=True))
    assert "The post is given." in page
    assert not Invitation.objects.exists()


def test_an_account_that_waits_is_connected_instead(scene, signed_in):
    UserFactory(username="asha", email=ASHA["email"])
    page = html(signed_in("vs_admin").post(f"{POSTS}give/", {**ASHA, "role": "iro"}, follow=True))
    assert "connect it in the list below" in page
    assert "Connect the account “asha”" in page
    assert "Send an invitation" not in page
    assert not Invitation.objects.exists()


def test_a_refused_post_leaves_no_invitation_and_no_message(scene, signed_in):
    signed_in("vs_admin").post(f"{POSTS}give/", {**ASHA, "role": "vs_head"})
    assert not Person.objects.filter(email=ASHA["email"]).exists()
    assert not Invitation.objects.exists()
    assert mail.outbox == []


def test_an_invitation_is_sent_again_from_the_list(scene, signed_in):
    person = PersonFactory(name="Asha Verdin")
    PostFactory(person=person, deputy=True, school=scene.school)
    browser = signed_in("designated_teacher")
    address = f"/pep/people/{person.pk}/invite/"
    assert address in html(browser.get(POSTS))

    assert "A new invitation is on its way" in html(browser.post(address, follow=True))
    browser.post(address)
    assert [each.is_open for each in Invitation.objects.order_by("made_at")] == [False, True]
    assert "Send the invitation again" in html(browser.get(POSTS))


def test_a_teacher_invites_nobody_of_another_school(scene, signed_in):
    other = PostFactory(person=PersonFactory(), designated_teacher=True).person
    response = signed_in("designated_teacher").post(f"/pep/people/{other.pk}/invite/")
    assert response.status_code == 404
    assert not Invitation.objects.exists()


def test_too_many_invitations_are_refused_in_a_sentence(scene, signed_in):
    person = PersonFactory()
    PostFactory(person=person, deputy=True, school=scene.school)
    browser = signed_in("vs_head")
    answers = [browser.post(f"/pep/people/{person.pk}/invite/") for _time in range(6)]
    assert answers[-1].status_code == 409
    assert "Try again tomorrow" in html(answers[-1])


def test_with_single_sign_on_nothing_speaks_of_invitations(scene, signed_in, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "INVITATIONS": False}
    PostFactory(person=PersonFactory(), deputy=True, school=scene.school)
    browser = signed_in("vs_head")
    for address in (POSTS, f"{POSTS}give/"):
        assert "invitation" not in html(browser.get(address)).lower()
    browser.post(f"{POSTS}give/", {**ASHA, "role": "iro"})
    assert Post.objects.get(person__email=ASHA["email"])
    assert not Invitation.objects.exists()


@pytest.fixture
def changed(scene):
    """Sam Reid's passphrase was set by another hand."""
    take_missing_marks()
    user = scene.user("social_worker")
    user.set_password("a passphrase of another hand")
    user.save()
    return scene.social_worker


def test_an_account_that_another_hand_changed_is_listed_and_confirmed(scene, signed_in, changed):
    browser = signed_in("vs_admin")
    page = html(browser.get(POSTS))
    assert "Was it them?" in page
    assert "on a number that you know already" in page

    browser.post(f"/pep/people/{changed.pk}/confirm/")
    changed.user.refresh_from_db()
    assert Actor.for_user(changed.user).kind == "user"
    assert "Was it them?" not in html(browser.get(POSTS))


@pytest.mark.parametrize("role", ["designated_teacher", "team_manager"])
def test_nobody_but_the_virtual_school_knows_of_it(scene, signed_in, changed, role):
    browser = signed_in(role)
    assert "Was it them?" not in html(browser.get(POSTS))
    assert browser.post(f"/pep/people/{changed.pk}/confirm/").status_code == 404
    changed.user.refresh_from_db()
    assert Actor.for_user(changed.user).kind == "suspended"
