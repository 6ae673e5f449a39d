"""Posts: who may give which, and what ends with them."""

import pytest
from django.core.exceptions import ValidationError

from pep_plugin import access
from pep_plugin.access import Forbidden
from pep_plugin.access.actions.end_post import end_post
from pep_plugin.access.actions.give_post import give_post
from pep_plugin.audit.models import AuditEvent
from pep_plugin.people.models import Post
from pep_plugin.sections import roles
from tests.factories import PersonFactory, PostFactory, SchoolFactory, council, days_from_today

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return council()


@pytest.mark.parametrize("role", ["vs_head", "vs_adviser", "vs_admin"])
def test_the_virtual_school_makes_somebody_designated_teacher(scene, role):
    newcomer = PersonFactory(account=True)

    post = give_post(
        actor=scene.actor(role),
        person=newcomer,
        role=roles.DESIGNATED_TEACHER,
        school=scene.school,
    )

    assert post.given_by == getattr(scene, role)
    assert access.children(access.Actor.for_person(newcomer)).contains(scene.child)
    assert AuditEvent.objects.get(verb="post.give").object_id == str(post.pk)


def test_a_designated_teacher_names_a_deputy_at_their_own_school(scene):
    teacher = scene.actor("designated_teacher")

    give_post(actor=teacher, person=PersonFactory(), role=roles.DEPUTY, school=scene.school)
    with pytest.raises(Forbidden):
        give_post(actor=teacher, person=PersonFactory(), role=roles.DEPUTY, school=SchoolFactory())
    with pytest.raises(Forbidden):
        give_post(
            actor=teacher,
            person=PersonFactory(),
            role=roles.DESIGNATED_TEACHER,
            school=scene.school,
        )


@pytest.mark.parametrize(
    "role", ["deputy", "social_worker", "team_manager", "iro", "web_editor", "superuser"]
)
def test_nobody_else_gives_posts(scene, role):
    with pytest.raises(Forbidden):
        give_post(
            actor=scene.actor(role), person=PersonFactory(), role=roles.DEPUTY, school=scene.school
        )


@pytest.mark.parametrize("role", ["vs_adviser", "vs_admin"])
def test_only_the_head_gives_posts_that_open_every_child(scene, role):
    with pytest.raises(Forbidden):
        give_post(actor=scene.actor(role), person=getattr(scene, role), role=roles.VS_HEAD)
    assert give_post(actor=scene.actor("vs_head"), person=PersonFactory(), role=roles.VS_ADVISER)


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": roles.DESIGNATED_TEACHER},
        {"role": roles.SOCIAL_WORKER},
        {"role": roles.CARER},
        {"role": "emperor"},
        {"role": roles.IRO, "starts": days_from_today(5), "ends": days_from_today(2)},
    ],
)
def test_a_post_that_makes_no_sense_is_refused(scene, wrong):
    with pytest.raises(ValidationError):
        give_post(actor=scene.actor("vs_head"), person=PersonFactory(), **wrong)


def test_a_closed_school_gets_no_designated_teacher(scene):
    with pytest.raises(ValidationError):
        give_post(
            actor=scene.actor("vs_head"),
            person=PersonFactory(),
            role=roles.DESIGNATED_TEACHER,
            school=SchoolFactory(closed=True),
        )


def test_the_same_post_is_not_given_twice(scene):
    with pytest.raises(ValidationError):
        give_post(
            actor=scene.actor("vs_head"),
            person=scene.deputy,
            role=roles.DEPUTY,
            school=scene.school,
        )


def test_a_post_that_is_ended_with_yesterday_opens_nothing_from_now_on(scene):
    post = Post.objects.get(person=scene.deputy)

    end_post(actor=scene.actor("vs_admin"), post_id=post.pk, last_day=days_from_today(-1))

    assert not access.children(scene.actor("deputy")).exists()
    assert AuditEvent.objects.get(verb="post.end").detail == {"role": roles.DEPUTY}


def test_a_post_given_by_mistake_today_can_be_ended_at_once(scene):
    post = PostFactory(deputy=True, school=scene.school, starts=days_from_today(0))

    end_post(actor=scene.actor("designated_teacher"), post_id=post.pk, last_day=days_from_today(-1))

    assert not access.children(access.Actor.for_person(post.person)).exists()


def test_a_post_cannot_end_long_before_it_began(scene):
    post = PostFactory(deputy=True, school=scene.school, starts=days_from_today(0))

    with pytest.raises(ValidationError):
        end_post(actor=scene.actor("vs_head"), post_id=post.pk, last_day=days_from_today(-2))


def test_a_teacher_does_not_end_the_posts_of_others(scene):
    with pytest.raises(Forbidden):
        end_post(
            actor=scene.actor("designated_teacher"),
            post_id=Post.objects.get(person=scene.social_worker).pk,
            last_day=days_from_today(0),
        )


def test_the_last_head_stays_until_there_is_another(scene):
    post = Post.objects.get(person=scene.vs_head)
    head = scene.actor("vs_head")

    with pytest.raises(ValidationError):
        end_post(actor=head, post_id=post.pk, last_day=days_from_today(-1))
    PostFactory(vs_head=True)
    assert end_post(actor=head, post_id=post.pk, last_day=days_from_today(-1))
