"""Adding a child on the screen: four facts, schools without a script, and nothing typed is lost."""

import pytest
from django.urls import reverse

from pep_plugin import access
from pep_plugin.people.models import Child, School
from tests.factories import ChildFactory, InvolvementFactory, PostFactory, SchoolFactory

URL = "/pep/children/add/"
TYPED = {
    "first_name": "Oskar",
    "last_name": "Wiśniewski",
    "date_of_birth_0": "27",
    "date_of_birth_1": "3",
    "date_of_birth_2": "2017",
    "looked_after_since_0": "9",
    "looked_after_since_1": "November",
    "looked_after_since_2": "2025",
}


def post(client, **typed):
    return client.post(URL, {**TYPED, **typed})


def test_four_facts_make_a_child_from_whose_page_a_pep_can_be_started(scene, signed_in):
    client = signed_in("social_worker")

    response = post(client, school_words="Harrow", school=str(scene.school.pk))

    child = Child.objects.get(first_name="Oskar")
    assert response.url == reverse("pep_plugin:child", args=[child.pk])
    assert (child.date_of_birth.isoformat(), child.looked_after_since.isoformat()) == (
        "2017-03-27",
        "2025-11-09",
    )
    assert child.enrolments.get().school == scene.school
    assert access.children(scene.actor("social_worker")).contains(child)
    assert "Start a PEP" in client.get(response.url).content.decode()


@pytest.mark.parametrize("role", ["designated_teacher", "deputy", "iro"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_add_children_finds_no_such_page(scene, signed_in, role, method):
    response = getattr(signed_in(role), method)(URL, TYPED)
    assert response.status_code == 404
    assert Child.objects.count() == 1


def test_find_shows_up_to_fifteen_schools_and_keeps_everything_typed(scene, signed_in):
    SchoolFactory.create_batch(20)
    SchoolFactory(name="Foxglove Closed", closed=True)

    html = post(
        signed_in("social_worker"), school_words="foxglove", find_school="1"
    ).content.decode()

    assert html.count("URN 9") == 15
    assert "Foxglove Closed" not in html
    assert "It is not listed: “foxglove”" in html
    assert 'value="Wiśniewski"' in html
    assert 'value="November"' in html
    assert "There is a problem" not in html
    assert Child.objects.count() == 1


def test_find_says_nothing_about_boxes_that_are_still_empty(scene, signed_in):
    html = (
        signed_in("social_worker")
        .post(URL, {"school_words": "qq", "find_school": "1"})
        .content.decode()
    )
    assert "There is a problem" not in html
    assert "aria-invalid" not in html
    assert "No school was found for that" in html


def test_a_school_typed_and_not_chosen_is_asked_again(scene, signed_in):
    html = post(signed_in("social_worker"), school_words="Harrow").content.decode()
    assert "Choose the school from the list." in html
    assert "Harrow Lane Primary" in html
    assert Child.objects.count() == 1


@pytest.mark.parametrize("school", ["7", "00000000-0000-4000-8000-000000000000", "'; DROP"])
def test_a_school_that_nobody_offered_is_refused(scene, signed_in, school):
    html = post(signed_in("social_worker"), school_words="Harrow", school=school).content.decode()
    assert "That school is not in the list." in html
    assert Child.objects.count() == 1


def test_a_closed_school_is_refused(scene, signed_in):
    closed = SchoolFactory(closed=True)
    post(signed_in("social_worker"), school_words="x", school=str(closed.pk))
    assert Child.objects.count() == 1


def test_a_setting_that_is_not_listed_is_kept_by_its_name(scene, signed_in):
    post(signed_in("social_worker"), school_words="Little Otters Nursery", school="not-listed")

    school = School.objects.get(name="Little Otters Nursery")
    assert school.urn is None
    assert Child.objects.get(first_name="Oskar").enrolments.get().school == school


@pytest.mark.parametrize(
    ("wrong", "sentence", "target"),
    [
        ({"first_name": " "}, "Enter the child’s first name.", "id_first_name"),
        (
            {"date_of_birth_0": "31", "date_of_birth_1": "2"},
            "is not a date in the",
            "id_date_of_birth_0",
        ),
        ({"date_of_birth_2": "2199"}, "must be in the past", "id_date_of_birth_0"),
        ({"date_of_birth_0": ""}, "Enter a date with a day", "id_date_of_birth_0"),
        ({"looked_after_since_2": "2016"}, "before the date of birth", "id_looked_after_since_0"),
        ({"looked_after_since_1": "Nov?"}, "Enter a date with a day", "id_looked_after_since_0"),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_nothing_is_lost(
    scene, signed_in, wrong, sentence, target
):
    html = post(signed_in("social_worker"), **wrong).content.decode()

    assert sentence in html
    assert f'href="#{target}"' in html
    assert f'id="{target}"' in html
    assert "<title>Error: " in html
    assert 'value="Wiśniewski"' in html
    assert Child.objects.count() == 1


def test_a_likely_duplicate_in_ones_own_list_is_shown_with_a_link(scene, signed_in):
    known = ChildFactory(first_name="Oscar", last_name="Wiśniewski", date_of_birth="2017-03-27")
    InvolvementFactory(child=known, person=scene.social_worker)
    client = signed_in("social_worker")

    html = post(client).content.decode()
    assert reverse("pep_plugin:child", args=[known.pk]) in html
    assert Child.objects.filter(first_name="Oskar").count() == 0

    post(client, duplicate_confirmed="on")
    assert Child.objects.filter(first_name="Oskar").count() == 1


def test_of_a_duplicate_in_somebody_elses_list_nothing_is_told(scene, signed_in):
    hidden = ChildFactory(first_name="Oskar", last_name="Nightingale", date_of_birth="2017-03-27")

    html = post(signed_in("social_worker")).content.decode()
    assert "Only the" in html
    assert "can check" in html
    assert "Nightingale" not in html
    assert str(hidden.pk) not in html
    assert 'value="Wiśniewski"' in html


def test_a_team_manager_chooses_a_social_worker_of_the_team(scene, signed_in):
    stranger = PostFactory(social_worker=True).person
    client = signed_in("team_manager")

    html = client.get(URL).content.decode()
    assert "Sam Reid" in html
    assert stranger.name not in html
    post(client)
    assert Child.objects.count() == 1
    post(client, social_worker=str(scene.social_worker.pk))
    assert Child.objects.get(first_name="Oskar").involvements.get().person == scene.social_worker
