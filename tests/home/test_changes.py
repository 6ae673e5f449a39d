"""What changes around a child, on the screen: social worker, school, carer, adoption."""

import pytest
from django.urls import reverse

from pep_plugin import access
from pep_plugin.people.models import Child, Person
from tests.factories import PostFactory, SchoolFactory

DAY = {"starts_0": "1", "starts_1": "9", "starts_2": "2026"}
SCREENS = ["hand_over", "move_school", "involve"]


def url(name, scene):
    return reverse(f"pep_plugin:{name}", args=[scene.child.pk])


@pytest.mark.parametrize("name", [*SCREENS, "mark_adopted"])
@pytest.mark.parametrize("role", ["designated_teacher", "deputy", "iro"])
def test_the_school_and_the_reviewing_officer_have_no_such_screen(scene, signed_in, name, role):
    assert signed_in(role).get(url(name, scene)).status_code == 404


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("role", ["social_worker", "team_manager", "vs_admin"])
def test_social_care_and_the_virtual_school_have(scene, signed_in, name, role):
    response = signed_in(role).get(url(name, scene))
    assert response.status_code == 200
    assert "Maya" not in response.content.decode().split("</title>")[0]


@pytest.mark.parametrize("name", [*SCREENS, "mark_adopted"])
def test_an_empty_form_is_refused_with_sentences(scene, signed_in, name):
    response = signed_in("vs_admin").post(url(name, scene), {"x": "y"})
    assert response.status_code == 200
    assert "There is a problem" in response.content.decode()


def test_handing_over_takes_the_child_from_one_list_to_the_other(scene, signed_in):
    colleague = PostFactory(social_worker=True, team=scene.team).person
    today = {"starts_0": "", "starts_1": "", "starts_2": ""}
    client = signed_in("team_manager")

    assert (
        "Enter the first day."
        in client.post(url("hand_over", scene), {"to": str(colleague.pk), **today}).content.decode()
    )
    client.post(url("hand_over", scene), {"to": str(colleague.pk), **DAY})
    assert access.children(access.Actor.for_person(colleague)).contains(scene.child)
    assert not access.children(scene.actor("social_worker")).exists()


def test_a_child_moves_to_a_school_that_was_looked_up(scene, signed_in):
    school = SchoolFactory(name="Millbrook Academy")
    client = signed_in("social_worker")

    found = client.post(
        url("move_school", scene), {"school_words": "millb", "find_school": "1", **DAY}
    ).content.decode()
    assert str(school.pk) in found
    client.post(url("move_school", scene), {"school_words": "m", "school": str(school.pk), **DAY})
    assert scene.child.enrolments.current().get().school == school


def test_a_carer_needs_no_account(scene, signed_in):
    signed_in("social_worker").post(
        url("involve", scene), {"role": "carer", "name": "Jean Pellow", "email": "", **DAY}
    )
    carer = Person.objects.get(name="Jean Pellow")
    assert carer.user is None
    assert scene.child.involvements.filter(person=carer, role="carer").exists()


def test_a_role_that_is_not_offered_is_refused(scene, signed_in):
    html = signed_in("social_worker").post(
        url("involve", scene), {"role": "vs_head", "name": "Jean Pellow", **DAY}
    )
    assert html.status_code == 200
    assert not Person.objects.filter(name="Jean Pellow").exists()


def test_adoption_asks_twice_and_then_closes_the_record(scene, signed_in):
    client = signed_in("vs_admin")
    day = {"on_0": "1", "on_1": "9", "on_2": "2026"}

    assert "Tick the box" in client.post(url("mark_adopted", scene), day).content.decode()
    assert Child.objects.get().status == "looked_after"
    response = client.post(url("mark_adopted", scene), {**day, "is_sure": "on"})
    assert response.url == "/pep/"
    assert Child.objects.get().status == "adopted"
    assert signed_in("social_worker").get(url("hand_over", scene)).status_code == 404
