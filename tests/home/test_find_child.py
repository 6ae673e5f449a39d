"""Finding a child: by what one has, among those one may know of, and never by way of an address."""

import pytest

from pep_plugin.audit.models import AuditEvent
from tests.factories import ChildFactory, EnrolmentFactory

URL = "/pep/children/find/"


def find(client, **typed):
    response = client.post(URL, typed)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def maya(scene):
    scene.child.preferred_name = "May"
    scene.child.upn = "R201100018042"
    scene.child.save()
    return scene.child


def born(child):
    day = child.date_of_birth
    return {
        "date_of_birth_0": day.day,
        "date_of_birth_1": day.month,
        "date_of_birth_2": day.year,
    }


@pytest.mark.parametrize("name", ["maya", "KESTREL", "kest maya", "  May ", "est"])
def test_a_part_of_any_name_is_enough(maya, signed_in, name):
    assert "Maya Kestrel" in find(signed_in("social_worker"), name=name)


def test_so_is_the_date_of_birth_or_any_number(scene, maya, signed_in):
    client = signed_in("social_worker")
    assert "Maya Kestrel" in find(client, **born(maya))
    reference = scene.plan.reference
    for number in (maya.upn, maya.council_number.lower(), reference, reference[4:].lower()):
        assert "Maya Kestrel" in find(client, number=number)


def test_everything_that_was_typed_must_be_true(maya, signed_in):
    html = find(signed_in("social_worker"), name="Maya", number="AB000000")
    assert "No child was found" in html


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "team_manager", "iro"])
def test_a_child_of_others_is_not_found(scene, signed_in, role):
    EnrolmentFactory(child=ChildFactory(first_name="Zosia"))
    assert "Zosia L" not in find(signed_in(role), name="Zosia")


def test_an_adopted_child_is_found_by_nobody(scene, signed_in):
    ChildFactory(first_name="Zosia", adopted=True)
    assert "No child was found" in find(signed_in("vs_head"), name="Zosia")


def test_get_shows_the_form_and_reads_nothing_from_the_address(maya, signed_in):
    html = signed_in("social_worker").get(URL, {"name": "Maya"}).content.decode()
    assert "Kestrel" not in html
    assert not AuditEvent.objects.filter(verb="child.find").exists()


def test_the_audit_has_that_somebody_looked_and_not_for_whom(maya, signed_in):
    find(signed_in("social_worker"), name="Maya")
    line = AuditEvent.objects.get(verb="child.find")
    assert line.detail == {"by": ["name"], "found": 1}


def test_nothing_typed_is_a_sentence(scene, signed_in):
    html = find(signed_in("social_worker"))
    assert "Enter a name, a date of birth or a number." in html
    assert 'href="#id_name"' in html
    assert "<title>Error: " in html


def test_an_impossible_date_stays_in_its_boxes(scene, signed_in):
    html = find(
        signed_in("social_worker"),
        date_of_birth_0="31",
        date_of_birth_1="2",
        date_of_birth_2="2018",
    )
    assert "is not a date in the calendar" in html
    assert 'value="31"' in html
    assert 'href="#id_date_of_birth_0"' in html


@pytest.mark.parametrize(
    "name", ["\x00", "%", "' OR 1=1 --", "𝔐" * 300, "<script>alert(1)</script>"]
)
def test_naughty_text_finds_nobody_and_breaks_nothing(scene, signed_in, name):
    html = find(signed_in("social_worker"), name=name)
    assert "<script>alert" not in html
    assert "Kestrel" not in html


def test_at_most_twenty_five_are_shown_and_it_is_said_that_there_are_more(scene, signed_in):
    ChildFactory.create_batch(30)
    html = find(signed_in("vs_admin"), name="Larkspur")
    assert html.count('scope="row"') == 25
    assert "There are more." in html


def test_none_of_three_fields_of_which_one_is_enough_is_called_optional(scene, signed_in):
    html = signed_in("social_worker").get("/pep/children/find/").content.decode()
    assert "One of these is enough" in html
    assert "(optional)" not in html
