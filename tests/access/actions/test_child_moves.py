"""A child starts at another school, or is adopted."""

import pytest
from django.core.exceptions import ValidationError

from pep_plugin import access
from pep_plugin.access import Forbidden
from pep_plugin.access.actions.enrol_child import enrol_child
from pep_plugin.access.actions.mark_adopted import mark_adopted
from pep_plugin.audit.models import AuditEvent
from tests.factories import PostFactory, SchoolFactory, council, days_from_today

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return council()


def test_with_a_new_school_the_child_passes_to_its_designated_teacher(scene):
    post = PostFactory(designated_teacher=True)

    enrol_child(actor=scene.actor("social_worker"), child=scene.child, school=post.school)

    assert access.children(access.Actor.for_person(post.person)).contains(scene.child)
    assert not access.children(scene.actor("designated_teacher")).exists()
    assert scene.child.enrolments.current().filter(is_main=True).count() == 1


def test_a_closed_school_takes_no_child_and_the_same_school_not_twice(scene):
    worker = scene.actor("social_worker")

    with pytest.raises(ValidationError):
        enrol_child(actor=worker, child=scene.child, school=SchoolFactory(closed=True))
    with pytest.raises(ValidationError):
        enrol_child(actor=worker, child=scene.child, school=scene.school)
    assert scene.child.enrolments.get().ends is None


def test_a_school_does_not_move_a_child(scene):
    with pytest.raises(Forbidden):
        enrol_child(
            actor=scene.actor("designated_teacher"), child=scene.child, school=SchoolFactory()
        )


@pytest.mark.parametrize("role", ["vs_head", "vs_admin"])
def test_adoption_closes_the_record_for_everybody_but_the_head(scene, role):
    mark_adopted(actor=scene.actor(role), child=scene.child)

    assert not access.children(scene.actor("vs_admin")).exists()
    assert not access.children(scene.actor("social_worker")).exists()
    assert access.get_child(scene.actor("vs_head"), scene.child.pk) == scene.child
    assert not scene.child.involvements.filter(ends=None).exists()
    assert not scene.child.enrolments.filter(ends=None).exists()
    assert AuditEvent.objects.filter(verb="child.mark_adopted", child_id=scene.child.pk).exists()


@pytest.mark.parametrize("role", ["social_worker", "designated_teacher", "vs_adviser", "superuser"])
def test_nobody_else_marks_a_child_as_adopted(scene, role):
    with pytest.raises(Forbidden):
        mark_adopted(actor=scene.actor(role), child=scene.child)


def test_an_adoption_lies_between_coming_into_care_and_today(scene):
    for day in (days_from_today(1), days_from_today(-9000)):
        with pytest.raises(ValidationError):
            mark_adopted(actor=scene.actor("vs_head"), child=scene.child, on=day)
