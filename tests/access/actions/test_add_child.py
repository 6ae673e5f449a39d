"""Adding a child: four facts, a warning of a likely duplicate, and the worker becomes involved."""

import pytest
from django.core.exceptions import ValidationError

from pep_plugin import access
from pep_plugin.access import Forbidden
from pep_plugin.access.actions.add_child import LikelyDuplicate, add_child
from pep_plugin.audit.models import AuditEvent
from pep_plugin.people.models import Child
from tests.factories import (
    ChildFactory,
    InvolvementFactory,
    PostFactory,
    SchoolFactory,
    born_for_year,
    council,
    days_from_today,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return council()


def facts(**changed):
    return {
        "first_name": "Oskar",
        "last_name": "Wiśniewski",
        "date_of_birth": born_for_year(5),
        "looked_after_since": days_from_today(-3),
        **changed,
    }


def test_a_social_worker_adds_a_child_and_is_involved_from_then_on(scene):
    worker = scene.actor("social_worker")

    child = add_child(actor=worker, **facts(), school=scene.school)

    assert access.roles(worker, child) >= {"social_worker"}
    assert access.children(scene.actor("designated_teacher")).contains(child)
    enrolment = child.enrolments.get()
    assert (enrolment.school, enrolment.year_group) == (scene.school, "5")
    assert child.names.get().last_name == "Wiśniewski"


def test_the_audit_has_who_added_and_no_name(scene):
    child = add_child(actor=scene.actor("social_worker"), **facts())

    line = AuditEvent.objects.get(verb="child.add")
    assert (line.child_id, line.person_id) == (child.pk, scene.social_worker.pk)
    assert "Oskar" not in str(line.detail)


@pytest.mark.parametrize("role", ["designated_teacher", "deputy", "iro", "web_editor", "superuser"])
def test_only_social_care_and_the_virtual_school_add_children(scene, role):
    with pytest.raises(Forbidden):
        add_child(actor=scene.actor(role), **facts())
    assert Child.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_name", "  "),
        ("last_name", "\x00"),
        ("first_name", "n" * 101),
        ("date_of_birth", days_from_today(1)),
        ("date_of_birth", days_from_today(-365 * 40)),
        ("looked_after_since", days_from_today(1)),
        ("looked_after_since", days_from_today(-365 * 20)),
    ],
)
def test_a_fact_that_cannot_be_is_refused_with_a_sentence(scene, field, value):
    with pytest.raises(ValidationError) as refused:
        add_child(actor=scene.actor("social_worker"), **facts(**{field: value}))
    assert list(refused.value.message_dict) == [field]
    assert refused.value.message_dict[field][0].endswith(".")
    assert Child.objects.count() == 1


def test_a_likely_duplicate_that_the_actor_sees_is_shown(scene):
    known = ChildFactory(
        first_name="Oscar", last_name="wiśniewski".upper(), date_of_birth=born_for_year(5)
    )
    InvolvementFactory(child=known, person=scene.social_worker)

    known.last_name = "Wiśniewski"
    known.save()
    with pytest.raises(LikelyDuplicate) as found:
        add_child(actor=scene.actor("social_worker"), **facts())
    assert found.value.seen == [known]
    assert not found.value.is_hidden


def test_of_a_likely_duplicate_of_somebody_else_only_its_being_there_is_said(scene):
    ChildFactory(first_name="Oskar", last_name="Novak", date_of_birth=born_for_year(5))

    with pytest.raises(LikelyDuplicate) as found:
        add_child(actor=scene.actor("social_worker"), **facts())
    assert found.value.seen == []
    assert found.value.is_hidden


def test_an_adopted_child_is_never_a_likely_duplicate(scene):
    ChildFactory(
        first_name="Oskar", last_name="Novak", date_of_birth=born_for_year(5), adopted=True
    )

    assert add_child(actor=scene.actor("social_worker"), **facts())


def test_who_confirms_that_it_is_another_child_may_go_on(scene):
    ChildFactory(first_name="Oskar", last_name="Novak", date_of_birth=born_for_year(5))

    child = add_child(actor=scene.actor("social_worker"), **facts(), duplicate_confirmed=True)

    assert child.pk
    assert AuditEvent.objects.get(verb="child.add").detail == {"duplicate_confirmed": True}


def test_a_manager_says_whose_child_it_is_and_so_sees_it(scene):
    manager = scene.actor("team_manager")

    with pytest.raises(ValidationError):
        add_child(actor=manager, **facts())
    child = add_child(actor=manager, **facts(), social_worker=scene.social_worker)
    assert access.children(manager).contains(child)


def test_only_somebody_who_works_as_a_social_worker_can_be_chosen(scene):
    with pytest.raises(ValidationError):
        add_child(actor=scene.actor("team_manager"), **facts(), social_worker=scene.vs_head)


def test_the_virtual_school_may_add_a_child_whose_social_worker_is_not_known_yet(scene):
    child = add_child(actor=scene.actor("vs_admin"), **facts(), school=SchoolFactory())

    assert not child.involvements.exists()


def test_a_social_worker_may_add_for_a_colleague(scene):
    colleague = PostFactory(social_worker=True, team=scene.team).person

    child = add_child(actor=scene.actor("social_worker"), **facts(), social_worker=colleague)

    assert child.involvements.get().person == colleague
