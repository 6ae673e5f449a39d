"""A child's page: every PEP, the people, the schools, and starting the next PEP."""

import re
import uuid

import pytest
from django.urls import reverse

from pep_plugin.audit.models import AuditEvent
from pep_plugin.formversions.publish import publish_shipped
from pep_plugin.people.models import Enrolment, Involvement
from pep_plugin.plans.models import Plan
from tests.factories import (
    ChildFactory,
    EnrolmentFactory,
    PlanFactory,
    SchoolFactory,
    TermFactory,
    days_from_today,
    live_form,
)

AROUND_MAYA = [
    "designated_teacher",
    "deputy",
    "social_worker",
    "team_manager",
    "iro",
    "vs_head",
    "vs_adviser",
    "vs_admin",
]


def url(child):
    return reverse("pep_plugin:child", args=[child.pk])


def without_token(response):
    """The page without Django's token, which is drawn anew for each page."""
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


def page(client, child):
    response = client.get(url(child))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", AROUND_MAYA)
def test_everybody_around_the_child_sees_every_pep_with_state_and_date(scene, signed_in, role):
    old = PlanFactory(child=scene.child, signed_off=True, term=TermFactory(last=True))
    html = page(signed_in(role), scene.child)

    assert old.reference in html
    assert "Agreed" in html
    for name in ("Sam Reid", "Ngozi Okafor", "Tom Ashby", "Idris Vaughan"):
        assert name in html
    assert "Harrow Lane Primary" in html


def test_what_one_may_not_see_is_the_same_page_as_what_is_not_there(scene, signed_in):
    other = EnrolmentFactory().child
    client = signed_in("designated_teacher")

    refused = client.get(url(other))
    missing = client.get(reverse("pep_plugin:child", args=[uuid.uuid4()]))
    assert refused.status_code == missing.status_code == 404
    assert len(refused.content) == len(missing.content)
    assert without_token(refused) == without_token(missing)


@pytest.mark.parametrize("role", ["web_editor", "superuser"])
def test_power_over_the_website_opens_no_page_of_a_child(scene, signed_in, role):
    response = signed_in(role).get(url(scene.child))
    assert response.status_code in (403, 404)
    assert "Kestrel" not in response.content.decode()


def test_an_ended_involvement_ends_the_page_with_the_next_request(scene, signed_in):
    client = signed_in("social_worker")
    assert client.get(url(scene.child)).status_code == 200

    Involvement.objects.filter(person=scene.social_worker).update(ends=days_from_today(-1))
    assert client.get(url(scene.child)).status_code == 404


def test_who_has_looked_is_on_the_record(scene, signed_in):
    page(signed_in("social_worker"), scene.child)
    line = AuditEvent.objects.get(verb="child.read")
    assert (line.child_id, line.person_id) == (scene.child.pk, scene.social_worker.pk)


def test_the_name_is_not_in_the_title(scene, signed_in):
    html = page(signed_in("social_worker"), scene.child)
    assert "Maya" not in html.split("</title>")[0]


def test_names_with_markup_are_words(scene, signed_in):
    child = scene.child
    child.first_name, child.preferred_name = "<b>Łucja</b>", ""
    child.save()
    assert "&lt;b&gt;Łucja&lt;/b&gt;" in page(signed_in("social_worker"), child)


def test_an_unfinished_pep_is_offered_instead_of_a_second_one(scene, signed_in):
    html = page(signed_in("social_worker"), scene.child)
    assert "Start a PEP" in html

    plan = scene.plan
    html = page(signed_in("social_worker"), scene.child)
    assert reverse("pep_plugin:plan", args=[plan.pk]) in html
    assert "Start the PEP" not in html


@pytest.mark.parametrize(("before", "proposed"), [(False, "initial"), (True, "termly")])
def test_the_kind_is_proposed_by_what_there_was(scene, signed_in, before, proposed):
    if before:
        PlanFactory(child=scene.child, signed_off=True)
    html = page(signed_in("social_worker"), scene.child)
    assert f'<option value="{proposed}" selected>' in html


def test_starting_leads_to_the_plan_and_twice_to_the_same_one(scene, signed_in):
    live_form()
    client = signed_in("designated_teacher")
    start = reverse("pep_plugin:start_plan", args=[scene.child.pk])

    first = client.post(start, {"kind": "termly"})
    second = client.post(start, {"kind": "nonsense"})
    plan = Plan.objects.get()
    assert first.url == second.url == reverse("pep_plugin:plan", args=[plan.pk])
    assert plan.kind == "termly"


def test_looking_at_the_address_of_starting_starts_nothing(scene, signed_in):
    response = signed_in("social_worker").get(
        reverse("pep_plugin:start_plan", args=[scene.child.pk])
    )
    assert response.status_code == 405
    assert not Plan.objects.exists()


@pytest.mark.parametrize("role", ["iro", "web_editor", "superuser"])
def test_a_reader_starts_no_pep(scene, signed_in, role):
    live_form()
    signed_in(role).post(reverse("pep_plugin:start_plan", args=[scene.child.pk]))
    assert not Plan.objects.exists()


def test_a_role_that_nobody_fills_is_said(scene, signed_in):
    Involvement.objects.filter(person=scene.social_worker).update(ends=days_from_today(-1))
    assert "Nobody is social worker yet." in page(signed_in("vs_admin"), scene.child)


def test_a_child_without_a_school_has_a_page_too(scene, signed_in):
    Enrolment.objects.all().delete()
    assert "No school is known." in page(signed_in("social_worker"), scene.child)


def test_the_record_of_an_adopted_child_opens_for_the_head_alone(scene, signed_in):
    adopted = ChildFactory(adopted=True)
    assert "This record was closed on" in page(signed_in("vs_head"), adopted)
    for role in ["vs_adviser", "vs_admin", "social_worker"]:
        assert signed_in(role).get(url(adopted)).status_code == 404


def test_it_costs_the_same_however_many_peps_there_are(
    scene, signed_in, django_assert_max_num_queries
):
    for _number in range(6):
        PlanFactory(child=scene.child, signed_off=True)
        EnrolmentFactory(
            child=scene.child, school=SchoolFactory(), starts="2019-09-01", ends="2020-07-01"
        )
    client = signed_in("vs_head")
    with django_assert_max_num_queries(18):
        page(client, scene.child)


def test_the_form_that_fits_is_proposed_and_another_may_be_chosen(scene, signed_in):
    publish_shipped()
    client = signed_in("social_worker")
    html = page(client, scene.child)

    assert re.search(r'<option value="primary" selected>', html)
    assert "Proposed because the school teaches the child in Year 3." in html
    for key in ("early-years", "secondary", "post-16"):
        assert f'<option value="{key}" >' in html

    client.post(reverse("pep_plugin:start_plan", args=[scene.child.pk]), {"form": "early-years"})
    assert Plan.objects.get(child=scene.child).form_version.form_key == "early-years"


@pytest.mark.parametrize("form", ["", "no-such-form", "my-views-5-7", "x" * 5000])
def test_what_is_no_form_of_a_pep_starts_the_one_that_fits(scene, signed_in, form):
    publish_shipped()
    client = signed_in("social_worker")
    client.post(reverse("pep_plugin:start_plan", args=[scene.child.pk]), {"form": form})
    assert Plan.objects.get(child=scene.child).form_version.form_key == "primary"
