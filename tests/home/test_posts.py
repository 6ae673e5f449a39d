"""Posts on the screen: thin, and it gives and ends them for real."""

import pytest
from django.urls import reverse

from pep_plugin import access
from pep_plugin.people.models import Person, Post
from tests.factories import PersonFactory, PostFactory, SchoolFactory, UserFactory, days_from_today

GIVE = "/pep/posts/give/"
DAY = {"starts_0": "1", "starts_1": "9", "starts_2": "2026"}


@pytest.mark.parametrize("role", ["social_worker", "team_manager", "iro", "deputy"])
@pytest.mark.parametrize("address", ["/pep/posts/", GIVE])
def test_who_gives_no_posts_finds_no_such_page(scene, signed_in, role, address):
    assert signed_in(role).get(address).status_code == 404


def test_the_virtual_school_sees_every_post_and_a_teacher_those_of_the_school(scene, signed_in):
    elsewhere = PostFactory(designated_teacher=True).person

    every = signed_in("vs_adviser").get("/pep/posts/").content.decode()
    own = signed_in("designated_teacher").get("/pep/posts/").content.decode()
    assert elsewhere.name in every
    assert elsewhere.name not in own
    assert "Tom Ashby" in own
    assert "Sam Reid" not in own


def test_a_new_designated_teacher_is_one_line(scene, signed_in):
    signed_in("vs_admin").post(
        GIVE,
        {
            "role": "designated_teacher",
            "name": "Grace Adeyemi",
            "email": "grace.adeyemi@alderbrook.example",
            "school_words": "harrow",
            "school": str(scene.school.pk),
            **DAY,
        },
    )

    post = Post.objects.get(person__name="Grace Adeyemi")
    assert (post.role, post.school, post.person.user) == ("designated_teacher", scene.school, None)


def test_a_person_who_is_known_by_the_address_gets_the_post(scene, signed_in):
    signed_in("vs_admin").post(
        GIVE, {"role": "iro", "name": "S. Reid", "email": scene.social_worker.email.upper(), **DAY}
    )
    assert Post.objects.get(role="iro", person=scene.social_worker)
    assert not Person.objects.filter(name="S. Reid").exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"role": ""}, "Choose the post."),
        ({"role": "emperor"}, "emperor"),
        ({"name": " "}, "Enter their name."),
        ({"email": "grace"}, "in the right form"),
        ({"role": "designated_teacher"}, "Find and choose the school of this post."),
        ({"role": "team_manager"}, "Choose the team of this post."),
        ({"ends_0": "1", "ends_1": "8", "ends_2": "2026"}, "cannot be before the first"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_made(scene, signed_in, wrong, sentence):
    typed = {"role": "iro", "name": "Grace Adeyemi", "email": "grace@alderbrook.example", **DAY}
    html = signed_in("vs_admin").post(GIVE, {**typed, **wrong}).content.decode()

    assert "There is a problem" in html
    assert sentence in html
    assert not Person.objects.filter(email="grace@alderbrook.example").exists()


def test_only_the_head_is_offered_posts_that_open_every_child(scene, signed_in):
    assert 'value="vs_adviser"' in signed_in("vs_head").get(GIVE).content.decode()
    assert 'value="vs_adviser"' not in signed_in("vs_admin").get(GIVE).content.decode()


def test_a_teacher_names_a_deputy_at_the_own_school_only(scene, signed_in):
    client = signed_in("designated_teacher")
    typed = {"name": "Lin Wood", "email": "lin.wood@alderbrook.example", **DAY}

    client.post(GIVE, {**typed, "school": str(SchoolFactory().pk)})
    assert not Person.objects.filter(name="Lin Wood").exists()
    client.post(GIVE, {**typed, "school": str(scene.school.pk), "role": "vs_head"})
    assert Post.objects.get(person__name="Lin Wood").role == "deputy"


def test_ending_a_post_asks_for_the_last_day(scene, signed_in):
    post = Post.objects.get(person=scene.deputy)
    client = signed_in("designated_teacher")
    end = reverse("pep_plugin:end_post", args=[post.pk])
    last = days_from_today(-1)

    assert "Tom Ashby" in client.get(end).content.decode()
    client.post(end, {"last_day_0": last.day, "last_day_1": last.month, "last_day_2": last.year})
    assert not access.children(scene.actor("deputy")).exists()


def test_a_teacher_cannot_open_the_end_of_another_post(scene, signed_in):
    for person in (scene.social_worker, scene.vs_head, scene.designated_teacher):
        end = reverse("pep_plugin:end_post", args=[Post.objects.get(person=person).pk])
        assert signed_in("designated_teacher").get(end).status_code == 404


def test_an_account_that_waits_is_connected_by_a_decision_of_the_virtual_school(scene, signed_in):
    person = PersonFactory(name="Grace Adeyemi", email="grace@alderbrook.example")
    PostFactory(person=person, designated_teacher=True, school=scene.school)
    user = UserFactory(username="grace", email="Grace@alderbrook.example")
    connect = reverse("pep_plugin:connect_account", args=[person.pk])

    assert not access.Actor.for_user(user).is_somebody
    assert signed_in("designated_teacher").post(connect).status_code == 404
    assert (
        "Connect the account “grace”" in signed_in("vs_admin").get("/pep/posts/").content.decode()
    )
    signed_in("vs_admin").post(connect)
    assert access.children(access.Actor.for_user(user)).contains(scene.child)


def test_two_accounts_with_one_address_are_connected_with_nobody(scene, signed_in):
    person = PersonFactory(email="grace@alderbrook.example")
    PostFactory(person=person, designated_teacher=True, school=scene.school)
    UserFactory(email="grace@alderbrook.example")
    UserFactory(email="GRACE@alderbrook.example")

    response = signed_in("vs_admin").post(reverse("pep_plugin:connect_account", args=[person.pk]))
    assert response.status_code == 409
    person.refresh_from_db()
    assert person.user is None


def test_whoever_may_change_accounts_does_not_become_the_head_by_an_address(scene, signed_in):
    head = PersonFactory(email="new.head@alderbrook.example")
    PostFactory(person=head, vs_head=True)
    UserFactory(email="new.head@alderbrook.example")

    response = signed_in("vs_admin").post(reverse("pep_plugin:connect_account", args=[head.pk]))
    assert response.status_code == 404
    head.refresh_from_db()
    assert head.user is None
