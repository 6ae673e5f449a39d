"""Who is there for a child, and how that passes from one person to the next."""

import pytest
from django.core.exceptions import ValidationError

from pep_plugin import access
from pep_plugin.access import Forbidden
from pep_plugin.access.actions.end_involvement import end_involvement
from pep_plugin.access.actions.hand_over_child import hand_over_child
from pep_plugin.access.actions.involve import involve
from pep_plugin.people.models import Involvement
from pep_plugin.sections import roles
from tests.factories import PersonFactory, PostFactory, council, days_from_today

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return council()


def test_a_social_worker_says_who_the_carer_is(scene):
    carer = PersonFactory(name="Jean Pell")

    involve(actor=scene.actor("social_worker"), child=scene.child, person=carer, role=roles.CARER)

    assert access.roles(access.Actor.for_person(carer), scene.child) == {roles.CARER}


@pytest.mark.parametrize("role", ["designated_teacher", "deputy", "iro", "superuser"])
def test_the_school_and_the_reviewing_officer_do_not_say_who_is_there(scene, role):
    with pytest.raises(Forbidden):
        involve(
            actor=scene.actor(role), child=scene.child, person=PersonFactory(), role=roles.CARER
        )


def test_nobody_becomes_social_worker_of_a_child_without_working_as_one(scene):
    with pytest.raises(ValidationError):
        involve(
            actor=scene.actor("vs_head"),
            child=scene.child,
            person=PersonFactory(),
            role=roles.SOCIAL_WORKER,
        )


def test_a_post_is_not_held_towards_one_child(scene):
    with pytest.raises(ValidationError):
        involve(
            actor=scene.actor("vs_head"),
            child=scene.child,
            person=scene.vs_head,
            role=roles.VS_HEAD,
        )


def test_the_same_role_is_not_given_twice(scene):
    with pytest.raises(ValidationError):
        involve(actor=scene.actor("vs_head"), child=scene.child, person=scene.iro, role=roles.IRO)


def test_a_child_passes_to_another_social_worker_with_no_day_between(scene):
    colleague = PostFactory(social_worker=True, team=scene.team).person

    hand_over_child(actor=scene.actor("team_manager"), child=scene.child, to=colleague)

    assert not access.children(scene.actor("social_worker")).exists()
    assert access.children(access.Actor.for_person(colleague)).contains(scene.child)
    old = Involvement.objects.get(person=scene.social_worker)
    new = Involvement.objects.get(person=colleague)
    assert (new.starts - old.ends).days == 1


def test_handing_over_to_the_same_person_changes_nothing(scene):
    with pytest.raises(ValidationError):
        hand_over_child(
            actor=scene.actor("team_manager"), child=scene.child, to=scene.social_worker
        )
    assert Involvement.objects.get(person=scene.social_worker).ends is None


def test_ending_an_involvement_ends_what_the_person_sees(scene):
    involvement = Involvement.objects.get(person=scene.iro)

    end_involvement(
        actor=scene.actor("social_worker"),
        involvement_id=involvement.pk,
        last_day=days_from_today(-1),
    )

    assert not access.children(scene.actor("iro")).exists()


def test_an_involvement_of_a_child_whom_one_does_not_see_does_not_exist(scene):
    stranger = PostFactory(social_worker=True).person

    with pytest.raises(Involvement.DoesNotExist):
        end_involvement(
            actor=access.Actor.for_person(stranger),
            involvement_id=Involvement.objects.get(person=scene.iro).pk,
            last_day=days_from_today(-1),
        )
