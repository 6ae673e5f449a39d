"""The PEP co-ordinator adds schools and puts them right; an import leaves that alone."""

import pytest
from django.urls import reverse

from pep_plugin.audit.models import AuditEvent
from pep_plugin.people.models import School
from tests.exchange.files import register, register_row
from tests.exchange.running import imported
from tests.factories import SchoolFactory

ALL_ROLES = [
    "vs_head",
    "vs_adviser",
    "designated_teacher",
    "deputy",
    "social_worker",
    "team_manager",
    "iro",
    "web_editor",
    "superuser",
]


def edit(school):
    return reverse("pep_schools_modeladmin_edit", args=[school.pk])


CREATE = "pep_schools_modeladmin_create"


def form(**fields):
    return {
        "name": "Millbrook Academy",
        "urn": "900777",
        "is_open": "on",
        "street": "",
        "town": "Alderbrook",
        "postcode": "ZZ1 1AA",
        "la_code": "",
        "la_name": "",
        "type_name": "",
        "phase_name": "Primary",
        "low_age": "",
        "high_age": "",
        "opened_on": "",
        "closed_on": "",
        "head_name": "",
        "telephone": "",
        "website": "",
        **fields,
    }


@pytest.fixture
def school(scene):
    return SchoolFactory(urn="900777", name="Millbrook Academy", source="import")


@pytest.fixture
def admin(signed_in):
    return signed_in("vs_admin")


def test_a_school_outside_the_national_register_can_be_added(scene, admin):
    response = admin.post(reverse(CREATE), form(name="Hospital school", urn=""))

    assert response.status_code == 302
    added = School.objects.get(name="Hospital school")
    assert (added.urn, added.source, added.overrides) == (None, "typed", {})
    assert AuditEvent.objects.get(verb="school.add").object_id == str(added.pk)


def test_what_is_changed_becomes_the_councils_own_and_an_import_keeps_it(school, admin, tmp_path):
    admin.post(edit(school), form(head_name="Ada Byron", low_age="5"))

    school.refresh_from_db()
    assert school.overrides == {"head_name": "Ada Byron", "low_age": 5}
    line = AuditEvent.objects.get(verb="school.change")
    assert line.detail == {"fields": ["head_name", "low_age"], "given_back": []}

    row = register_row(900777, EstablishmentName="Millbrook Academy Trust")
    imported("schools", register(tmp_path / "r.csv", [row]))

    school.refresh_from_db()
    assert (school.head_name, school.low_age) == ("Ada Byron", 5)
    assert school.name == "Millbrook Academy Trust"


def test_the_registers_words_can_be_taken_again(school, admin, tmp_path):
    admin.post(edit(school), form(head_name="Ada Byron", town="Millbrook"))
    page = admin.get(edit(school)).content.decode()
    assert "Take the national register’s words again" in page

    admin.post(edit(school), form(head_name="Ada Byron", town="Millbrook", given_back="town"))

    school.refresh_from_db()
    assert school.overrides == {"head_name": "Ada Byron"}
    imported("schools", register(tmp_path / "r.csv", [register_row(900777)]))
    school.refresh_from_db()
    assert school.town == "Alderbrook"


def test_saving_without_a_change_makes_nothing_the_councils_own(school, admin):
    admin.post(edit(school), form())

    school.refresh_from_db()
    assert school.overrides == {}


def test_the_urn_of_a_school_never_changes(school, admin):
    admin.post(edit(school), form(urn="900778"))

    school.refresh_from_db()
    assert school.urn == "900777"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"urn": "12"}, "The school’s URN has 6 figures"),
        ({"name": ""}, "This field is required."),
        ({"low_age": "11", "high_age": "4"}, "The highest age cannot be below the lowest."),
        ({"opened_on": "31/02/2020"}, "Enter a valid date."),
        ({"urn": "900777"}, "already exists"),
        ({"name": "Mill\0brook"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(school, admin, fields, sentence):
    response = admin.post(reverse(CREATE), form(**{"urn": "900778", **fields}))

    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert School.objects.filter(urn="900778").count() == 0


@pytest.mark.parametrize("role", ALL_ROLES)
def test_nobody_else_adds_or_changes_a_school(school, signed_in, role):
    client = signed_in(role)
    count = School.objects.count()

    for method in (client.get, client.post):
        assert method(reverse(CREATE), form(name="New", urn="900779")).status_code == 404
        assert method(edit(school), form(name="Changed")).status_code == 404

    school.refresh_from_db()
    assert school.name == "Millbrook Academy"
    assert School.objects.count() == count
    page = client.get(reverse("pep_schools_modeladmin_index")).content.decode()
    assert "/edit/" not in page
    assert "/create/" not in page


def test_a_school_is_never_deleted(school, admin):
    address = edit(school).replace("/edit/", "/delete/")

    assert admin.post(address).status_code == 404
    assert School.objects.filter(pk=school.pk).exists()
