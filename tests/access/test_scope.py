"""Which children exist for whom: role, relation and dates decide, at each request."""

import pytest

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.people.models import Child, Enrolment, Involvement, Post
from pep_plugin.sections import roles
from tests.factories import (
    ChildFactory,
    EnrolmentFactory,
    InvolvementFactory,
    PersonFactory,
    PostFactory,
    SchoolFactory,
    TeamFactory,
    UserFactory,
    council,
    days_from_today,
)

pytestmark = pytest.mark.django_db

AROUND_MAYA = ["designated_teacher", "deputy", "social_worker", "team_manager", "iro"]
VIRTUAL_SCHOOL = ["vs_head", "vs_adviser", "vs_admin"]


@pytest.fixture
def scene():
    return council()


def sees(actor, child):
    return access.children(actor).filter(pk=child.pk).exists()


@pytest.mark.parametrize("role", AROUND_MAYA + VIRTUAL_SCHOOL)
def test_everybody_around_a_child_sees_the_child_and_in_that_role(scene, role):
    actor = scene.actor(role)

    assert sees(actor, scene.child)
    assert access.get_child(actor, scene.child.pk) == scene.child
    assert role in access.roles(actor, scene.child)


@pytest.mark.parametrize("role", AROUND_MAYA)
def test_nobody_outside_the_virtual_school_sees_another_child(scene, role):
    other = EnrolmentFactory().child
    InvolvementFactory(child=other, person=PostFactory(social_worker=True).person)
    actor = scene.actor(role)

    assert not sees(actor, other)
    assert access.roles(actor, other) == frozenset()
    with pytest.raises(Child.DoesNotExist):
        access.get_child(actor, other.pk)


@pytest.mark.parametrize("role", ["web_editor", "superuser"])
def test_power_over_the_website_opens_no_child(scene, role):
    actor = scene.actor(role)

    assert not access.children(actor).exists()
    assert access.roles(actor, scene.child) == frozenset()


def test_a_superuser_with_a_post_sees_what_the_post_says_and_no_more(scene):
    person = PersonFactory(user=UserFactory(superuser=True))
    PostFactory(person=person, designated_teacher=True, school=scene.school)
    other = EnrolmentFactory().child

    assert list(access.children(Actor.for_user(person.user))) == [scene.child]
    assert not sees(Actor.for_user(person.user), other)


def test_an_account_that_was_closed_is_nobody(scene):
    user = scene.user("vs_head")
    user.is_active = False

    assert not Actor.for_user(user).is_somebody


@pytest.mark.parametrize("role", AROUND_MAYA + VIRTUAL_SCHOOL)
def test_a_post_that_has_ended_opens_nothing(scene, role):
    Post.objects.filter(person=getattr(scene, role)).update(ends=days_from_today(-1))

    assert not sees(scene.actor(role), scene.child)
    assert access.roles(scene.actor(role), scene.child) == frozenset()


@pytest.mark.parametrize("role", AROUND_MAYA + VIRTUAL_SCHOOL)
def test_a_post_counts_on_its_last_day_and_not_before_its_first(scene, role):
    posts = Post.objects.filter(person=getattr(scene, role))

    posts.update(ends=days_from_today(0))
    assert sees(scene.actor(role), scene.child)
    posts.update(starts=days_from_today(1), ends=None)
    assert not sees(scene.actor(role), scene.child)


@pytest.mark.parametrize("role", ["social_worker", "team_manager"])
def test_when_the_social_workers_involvement_ends_so_does_what_the_manager_sees(scene, role):
    Involvement.objects.filter(person=scene.social_worker).update(ends=days_from_today(-1))

    assert not sees(scene.actor(role), scene.child)


@pytest.mark.parametrize("role", ["designated_teacher", "deputy"])
def test_when_the_child_leaves_the_school_the_school_no_longer_sees_the_child(scene, role):
    Enrolment.objects.filter(child=scene.child).update(ends=days_from_today(-1))

    assert not sees(scene.actor(role), scene.child)


def test_a_second_school_that_is_not_the_main_one_does_not_see_the_child(scene):
    part_time = SchoolFactory()
    EnrolmentFactory(child=scene.child, school=part_time, is_main=False)
    teacher = PostFactory(designated_teacher=True, school=part_time).person

    assert not sees(Actor.for_person(teacher), scene.child)


def test_a_manager_of_another_team_does_not_see_the_child(scene):
    manager = PostFactory(team_manager=True, team=TeamFactory()).person

    assert not sees(Actor.for_person(manager), scene.child)


def test_a_reviewing_officer_who_only_works_as_one_sees_no_child_of_others(scene):
    other = PostFactory(iro=True).person

    assert not access.children(Actor.for_person(other)).exists()


def test_a_carer_sees_the_child_without_any_post(scene):
    carer = InvolvementFactory(child=scene.child, carer=True).person

    assert access.roles(Actor.for_person(carer), scene.child) == {roles.CARER}


def test_a_deputy_stands_in_for_the_teacher_and_a_manager_for_the_social_worker(scene):
    assert roles.DESIGNATED_TEACHER in access.roles(scene.actor("deputy"), scene.child)
    assert roles.SOCIAL_WORKER in access.roles(scene.actor("team_manager"), scene.child)


def test_an_adopted_child_is_in_no_list_and_opens_for_the_head_alone(scene):
    scene.child.status = Child.Status.ADOPTED
    scene.child.save()

    for role in AROUND_MAYA + VIRTUAL_SCHOOL:
        assert not sees(scene.actor(role), scene.child)
    assert access.get_child(scene.actor("vs_head"), scene.child.pk) == scene.child
    for role in [*AROUND_MAYA, "vs_adviser", "vs_admin"]:
        with pytest.raises(Child.DoesNotExist):
            access.get_child(scene.actor(role), scene.child.pk)


def test_a_child_who_has_left_care_stays_with_the_same_people(scene):
    scene.child.status = Child.Status.LEFT_CARE
    scene.child.save()

    assert sees(scene.actor("social_worker"), scene.child)


def test_the_question_costs_the_same_however_many_children_there_are(
    scene, django_assert_num_queries
):
    for child in ChildFactory.create_batch(20):
        EnrolmentFactory(child=child, school=scene.school)
    teacher = scene.actor("designated_teacher")

    with django_assert_num_queries(1):
        assert len(access.children(teacher)) == 21


def test_today_is_london_s_today(scene):
    """Half past midnight in London is still yesterday in Greenwich: the post has begun."""
    time_machine = pytest.importorskip("time_machine")
    Post.objects.filter(person=scene.designated_teacher).update(starts="2026-07-02")

    with time_machine.travel("2026-07-01T23:30:00+00:00", tick=False):
        assert sees(scene.actor("designated_teacher"), scene.child)
    with time_machine.travel("2026-07-01T22:30:00+00:00", tick=False):
        assert not sees(scene.actor("designated_teacher"), scene.child)


@pytest.mark.parametrize("role", [roles.CARER, roles.PARENT, roles.PROFESSIONAL])
def test_whoever_may_not_open_the_child_finds_the_child_in_no_list(scene, role):
    """A teacher elsewhere who is the child's parent must not read a confidential school's name."""
    person = PostFactory(designated_teacher=True).person
    InvolvementFactory(child=scene.child, person=person, role=role)

    assert not sees(Actor.for_person(person), scene.child)
