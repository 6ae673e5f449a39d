"""My PEPs: what needs somebody now, by date, with the reason."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pep_plugin.conf import today
from pep_plugin.plans.models import SectionHistory, Term
from pep_plugin.plans.terms import ensure_terms, term_after, term_for
from tests.factories import (
    ChildFactory,
    EnrolmentFactory,
    InvolvementFactory,
    PlanFactory,
    days_from_today,
)

URL = "/pep/"


def child_at(scene, name="Ifor", **child):
    """A child at Maya's school with Maya's social worker and reviewing officer."""
    made = ChildFactory(first_name=name, **child)
    EnrolmentFactory(child=made, school=scene.school)
    InvolvementFactory(child=made, person=scene.social_worker)
    InvolvementFactory(child=made, person=scene.iro, iro=True)
    return made


def page(client, **query):
    response = client.get(URL, query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    "role",
    ["designated_teacher", "deputy", "social_worker", "team_manager", "iro", "vs_admin"],
)
def test_everybody_sees_their_children_by_name_year_and_reference(scene, signed_in, role):
    html = page(signed_in(role), show="all")
    assert "Maya K</a>" in html
    assert "Year 3" in html
    assert "Kestrel" not in html

    plan = scene.plan
    assert plan.reference in page(signed_in(role), show="all")


def test_the_name_stands_in_the_page_and_not_in_its_title(scene, signed_in):
    html = page(signed_in("social_worker"))
    assert "Maya" not in html.split("</title>")[0]


@pytest.mark.parametrize("role", ["web_editor", "superuser"])
def test_who_has_no_post_sees_no_list(scene, signed_in, role):
    response = signed_in(role).get(URL)
    assert response.status_code == 403
    assert "Maya" not in response.content.decode()


def test_a_child_of_another_school_is_not_there(scene, signed_in):
    EnrolmentFactory(child=ChildFactory(first_name="Zosia"))
    assert "Zosia" not in page(signed_in("designated_teacher"), show="all")
    assert "Zosia" in page(signed_in("vs_admin"), show="all")


def test_a_plan_sent_back_says_why_and_an_overdue_one_by_how_much(scene, signed_in):
    PlanFactory(child=scene.child, returned=True)
    PlanFactory(child=child_at(scene), overdue=True)

    html = page(signed_in("designated_teacher"))
    assert "Sent back: The targets do not say how we will know." in html
    assert "Overdue by 3 days" in html


def test_it_says_how_many_of_ones_own_sections_are_to_do(scene, signed_in):
    assert scene.plan

    assert "2 of your 2 sections are to do." in page(signed_in("designated_teacher"))
    assert "1 of your 1 sections is to do." in page(signed_in("social_worker"))


def test_a_child_new_to_care_needs_a_first_pep(scene, signed_in):
    child_at(scene, looked_after_since=days_from_today(-2))

    html = page(signed_in("social_worker"))
    assert "the first PEP is to be started" in html


def test_a_sent_plan_waits_for_the_virtual_school_and_no_longer_needs_the_school(scene, signed_in):
    PlanFactory(child=scene.child, submitted=True)

    assert "ready for you to review" in page(signed_in("vs_adviser"))
    assert "Maya K" not in page(signed_in("designated_teacher"))
    assert "The Virtual School is reviewing it." in page(
        signed_in("designated_teacher"), show="sent"
    )


def test_an_agreed_plan_of_this_term_needs_nobody(scene, signed_in):
    PlanFactory(child=scene.child, signed_off=True, term=term_for(today()))

    for role in ["designated_teacher", "social_worker"]:
        assert "Nothing needs you now" in page(signed_in(role))
        assert "Agreed" in page(signed_in(role), show="agreed")


def test_an_agreed_plan_of_last_term_does_not_do_for_this_one(scene, signed_in):
    this = term_for(today())
    last = Term.objects.filter(starts__lt=this.starts).order_by("-starts").first()
    PlanFactory(child=scene.child, signed_off=True, term=last)

    assert "No PEP has been started this term." in page(signed_in("designated_teacher"))


def test_the_virtual_school_has_a_list_of_its_own_for_each_thing(scene, signed_in):
    PlanFactory(child=scene.child, submitted=True)
    PlanFactory(child=child_at(scene, "Ifor"), overdue=True)
    child_at(scene, "Oskar")

    client = signed_in("vs_head")
    assert "Maya K" in page(client, show="review")
    assert "Ifor L" not in page(client, show="review")
    assert "Ifor L" in page(client, show="late")
    assert "Oskar L" in page(client, show="missing")
    assert "Everyone (3)" in page(client)


@pytest.mark.parametrize(
    "query", [{"show": "nonsense"}, {"page": "99"}, {"page": "-1"}, {"page": "x"}]
)
def test_an_address_that_makes_no_sense_shows_the_list(scene, signed_in, query):
    assert "Maya K" in page(signed_in("social_worker"), **query)


def test_an_adopted_child_is_in_no_list_of_anybody(scene, signed_in):
    ChildFactory(first_name="Zosia", adopted=True)
    assert "Zosia" not in page(signed_in("vs_head"), show="all")


def test_the_way_back_to_where_one_left_off_is_on_top(scene, signed_in):
    SectionHistory.objects.create(
        plan=scene.plan,
        section="progress",
        revision=1,
        changes={},
        source="wizard",
        by=scene.designated_teacher,
    )

    html = page(signed_in("designated_teacher"))
    assert "Where you left off" in html
    assert reverse("pep_plugin:step", args=[scene.plan.pk, "progress"]) in html
    assert "Where you left off" not in page(signed_in("deputy"))


def test_somebody_without_children_is_told_what_to_do_next(scene, signed_in):
    scene.child.delete()
    assert "Add a child" in page(signed_in("social_worker"))
    assert "ring the Virtual School" in page(signed_in("designated_teacher"))


def test_twenty_five_children_make_a_page(scene, signed_in):
    for _number in range(30):
        child_at(scene)

    client = signed_in("designated_teacher")
    assert page(client).count('scope="row"') == 25
    assert page(client, page=2).count('scope="row"') == 6


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "team_manager", "vs_head"])
def test_it_costs_the_same_however_many_children_there_are(scene, signed_in, role):
    client: Client = signed_in(role)
    assert scene.plan
    with CaptureQueriesContext(
        connection,
    ) as few:
        page(client, show="all")
    for number in range(20):
        PlanFactory(child=child_at(scene), returned=number % 3 == 0, overdue=number % 3 == 1)
    with CaptureQueriesContext(connection) as many:
        page(client, show="all")

    assert len(many) == len(few)
    assert len(many) <= 20


def test_the_list_promises_no_more_than_that_a_plan_is_not_sent(scene, signed_in):
    assert scene.plan
    for role in ("social_worker", "designated_teacher", "iro"):
        html = page(signed_in(role))
        assert "Not sent yet (1)" in html
        assert "Needs you" not in html


def test_who_may_enter_the_admin_and_look_at_registers_is_led_there(scene, signed_in):
    address = reverse("pep_children_modeladmin_index")
    assert address not in page(signed_in("vs_adviser"))

    let_in = Permission.objects.get(codename="access_admin")
    for role in ("vs_adviser", "social_worker"):
        scene.user(role).user_permissions.add(let_in)
    assert address in page(signed_in("vs_adviser"))
    assert address not in page(signed_in("social_worker"))


def test_a_web_editor_who_signs_in_here_is_led_to_the_websites_admin(scene, signed_in):
    html = signed_in("web_editor").get(URL).content.decode()
    assert f'href="{reverse("wagtailadmin_home")}"' in html
    assert reverse("pep_plugin:find_child") not in html


def test_who_may_enter_nothing_is_led_nowhere(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody"))
    html = client.get(URL).content.decode()
    assert "no part in PEPs" in html
    assert reverse("wagtailadmin_home") not in html


def test_what_was_sent_back_stands_at_the_top_as_the_confirmation_promised(scene, signed_in):
    overdue = child_at(scene, "Owain")
    PlanFactory(child=overdue, due_on=days_from_today(-5))
    back = child_at(scene, "Bea")
    PlanFactory(child=back, state="returned", due_on=days_from_today(9))

    html = page(signed_in("social_worker"))
    assert html.index("Bea") < html.index("Owain")


def test_the_next_plan_begun_early_asks_nothing_of_this_term(scene, signed_in):
    ensure_terms()
    PlanFactory(child=scene.child, signed_off=True, term=term_for(today()))
    following = PlanFactory(child=scene.child, term=term_after(term_for(today())))

    client = signed_in("designated_teacher")
    assert "Nothing needs you now" in page(client)
    html = page(client, show="agreed")
    assert "The next PEP is open for news." in html
    assert reverse("pep_plugin:plan", args=[following.pk]) in html
