"""An account changed by another hand opens no child; what its owner does suspends nobody."""

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import make_password
from django.test import Client

from pep_plugin import access
from pep_plugin.access import Actor, Forbidden
from pep_plugin.access.accounts import by_own_hand, suspended_people, take_missing_marks
from pep_plugin.access.actions.confirm_account import confirm_account
from pep_plugin.audit.models import AuditEvent
from pep_plugin.people.models import Person
from tests.factories import PASSPHRASE, PersonFactory, PostFactory, UserFactory, council

pytestmark = pytest.mark.django_db

NEW = "a passphrase of another hand"


@pytest.fixture
def scene():
    scene = council()
    take_missing_marks()
    return scene


def account_of(scene, role):
    """The account as another process reads it."""
    return type(scene.user(role)).objects.get(pk=scene.user(role).pk)


def is_in(scene, role="designated_teacher"):
    return Actor.for_user(account_of(scene, role)).kind == "user"


def set_password(user):
    user.set_password(NEW)
    user.save()


def set_address(user):
    user.email = "somebody.else@example.org"
    user.save(update_fields=["email"])


def unseen_by_signals(user):
    type(user).objects.filter(pk=user.pk).update(password=make_password(NEW))


def a_hash_put_in(user):
    user.password = make_password(NEW)
    user.save(update_fields=["password"])


@pytest.mark.parametrize("change", [set_password, set_address, unseen_by_signals, a_hash_put_in])
def test_what_another_hand_changes_suspends_from_the_next_request_on(scene, change):
    change(account_of(scene, "designated_teacher"))

    actor = Actor.for_user(account_of(scene, "designated_teacher"))
    assert actor.kind == "suspended"
    assert not access.children(actor).exists()
    assert access.roles(actor, scene.child) == frozenset()
    assert suspended_people() == [scene.designated_teacher]


@pytest.mark.parametrize("change", [set_password, set_address])
def test_what_the_owner_changes_suspends_nobody(scene, change):
    change(by_own_hand(account_of(scene, "designated_teacher")))
    assert is_in(scene)


def test_the_owners_hand_is_not_there_for_the_next_request(scene):
    set_password(by_own_hand(account_of(scene, "designated_teacher")))
    set_address(account_of(scene, "designated_teacher"))
    assert not is_in(scene)


def test_a_reset_forgives_no_change_by_another_hand_before_it(scene):
    set_address(account_of(scene, "designated_teacher"))
    set_password(by_own_hand(account_of(scene, "designated_teacher")))
    assert not is_in(scene)


def test_signing_in_renews_a_hash_and_suspends_nobody(scene, settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    before = account_of(scene, "designated_teacher").password
    assert authenticate(username=scene.user("designated_teacher").username, password=PASSPHRASE)

    assert account_of(scene, "designated_teacher").password != before
    assert is_in(scene)


def test_signing_in_with_a_password_of_another_hand_renews_the_hash_and_not_the_mark(
    scene, settings
):
    set_password(account_of(scene, "designated_teacher"))
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    assert authenticate(username=scene.user("designated_teacher").username, password=NEW)
    assert not is_in(scene)


def test_other_fields_of_an_account_are_anybodys(scene):
    user = account_of(scene, "designated_teacher")
    user.first_name, user.email = "N.", user.email.upper()
    user.save()
    assert is_in(scene)


def test_single_sign_on_that_writes_another_unusable_password_suspends_nobody(scene):
    user = account_of(scene, "designated_teacher")
    user.set_unusable_password()
    user.save()
    assert not is_in(scene), "the way in changed, by a hand that is not the owner's"
    confirm_account(actor=scene.actor("vs_head"), person_id=scene.designated_teacher.pk)

    user.set_unusable_password()
    user.save()
    assert is_in(scene)


def test_where_nothing_suspends_the_mark_follows_every_change(scene, settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "SUSPEND_CHANGED_ACCOUNTS": False}
    set_password(account_of(scene, "designated_teacher"))
    assert is_in(scene)
    assert suspended_people() == []

    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "SUSPEND_CHANGED_ACCOUNTS": True}
    assert is_in(scene)


@pytest.mark.parametrize("role", ["vs_head", "vs_adviser", "vs_admin"])
def test_the_virtual_school_confirms_and_the_posts_count_again(scene, role):
    set_password(account_of(scene, "designated_teacher"))
    confirm_account(actor=scene.actor(role), person_id=scene.designated_teacher.pk)

    assert is_in(scene)
    event = AuditEvent.objects.get(verb="account.confirm")
    assert event.object_id == str(scene.designated_teacher.pk)


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "iro", "superuser"])
def test_nobody_else_confirms(scene, role):
    set_password(account_of(scene, "deputy"))
    with pytest.raises(Forbidden):
        confirm_account(actor=scene.actor(role), person_id=scene.deputy.pk)


def test_nobody_confirms_themselves(scene):
    actor = scene.actor("vs_head")
    set_password(account_of(scene, "vs_head"))
    with pytest.raises(Forbidden):
        confirm_account(actor=actor, person_id=scene.vs_head.pk)
    with pytest.raises(Forbidden):
        confirm_account(
            actor=Actor.for_user(account_of(scene, "vs_head")), person_id=scene.vs_head.pk
        )


def test_a_mark_that_is_missing_is_taken_once():
    PersonFactory(account=True)
    PersonFactory()
    assert take_missing_marks() == 1
    assert take_missing_marks() == 0
    assert Person.objects.exclude(account_mark="").count() == 1


@pytest.fixture
def keeper(scene):
    browser = Client()
    browser.force_login(scene.user("superuser"))
    return browser


def test_a_superuser_who_sets_somebodys_password_in_the_admin_opens_no_child(scene, keeper):
    user = scene.user("designated_teacher")
    response = keeper.post(
        f"/admin/users/edit/{user.pk}/",
        {
            "username": user.username,
            "email": user.email,
            "first_name": "Ngozi",
            "last_name": "Okafor",
            "password1": NEW,
            "password2": NEW,
            "is_active": "on",
        },
    )
    assert response.status_code == 302
    assert account_of(scene, "designated_teacher").check_password(NEW)

    intruder = Client()
    assert intruder.login(username=user.username, password=NEW)
    for address in ("/pep/", f"/pep/children/{scene.child.pk}/", f"/pep/plans/{scene.plan.pk}/"):
        response = intruder.get(address)
        assert response.status_code == 403
        assert "Your posts are paused" in response.content.decode()
        assert "01632 960 142" in response.content.decode()
        assert scene.child.first_name not in response.content.decode()


def test_what_is_typed_by_somebody_suspended_is_not_saved_and_not_lost(scene):
    browser = Client()
    browser.force_login(scene.user("designated_teacher"))
    type(scene.user("deputy")).objects.filter(pk=scene.user("designated_teacher").pk).update(
        email="somebody.else@example.org"
    )
    response = browser.post(
        f"/pep/plans/{scene.plan.pk}/fill-in/progress/",
        {"progress-going_well": "Reads aloud to Reception."},
        HTTP_ORIGIN="http://testserver",
    )
    assert response.status_code == 403
    assert "Reads aloud to Reception." in response.content.decode()
    assert not scene.plan.answers.exists()


def test_a_passphrase_changed_on_ones_own_page_in_the_admin_suspends_nobody(scene):
    user = scene.user("vs_head")
    user.is_superuser = True
    user.save()
    browser = Client()
    browser.force_login(user)
    panels = browser.get("/admin/account/").context["panels_by_tab"]
    forms = [panel.get_form() for tab in panels.values() for panel in tab]
    typed = {
        field.html_name: field.initial
        for form in forms
        for field in form
        if field.initial not in (None, "")
    }
    typed |= {
        "name_email-first_name": "Helen",
        "name_email-last_name": "Marsh",
        "password-old_password": PASSPHRASE,
        "password-new_password1": NEW,
        "password-new_password2": NEW,
    }
    assert browser.post("/admin/account/", typed).status_code == 302
    assert account_of(scene, "vs_head").check_password(NEW)
    assert is_in(scene, "vs_head")


def test_an_account_that_is_connected_is_marked(scene):
    from pep_plugin.access.actions.connect_account import connect_account

    post = PostFactory(person=PersonFactory(email="asha.verdin@example.org"), iro=True)
    user = UserFactory(email="asha.verdin@example.org")
    connect_account(actor=scene.actor("vs_head"), person_id=post.person.pk)
    set_password(user)
    user.refresh_from_db()
    assert Actor.for_user(user).kind == "suspended"
