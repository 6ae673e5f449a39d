"""A team manager's list by worker, and the Virtual School's queue."""

import datetime
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pep_plugin.people.models import Child, Enrolment, Involvement
from pep_plugin.plans.models import Plan
from tests.factories import (
    LONG_AGO,
    ChildFactory,
    EnrolmentFactory,
    InvolvementFactory,
    PlanFactory,
    PostFactory,
    TermFactory,
    days_from_today,
    live_form,
)
from tests.home.test_my_peps import child_at, page


@pytest.fixture
def colleague(scene):
    """A second social worker of the team, with one child of their own."""
    worker = PostFactory(social_worker=True, team=scene.team, person__name="Ada Quist").person
    child = ChildFactory(first_name="Oskar")
    EnrolmentFactory(child=child, school=scene.school)
    InvolvementFactory(child=child, person=worker)
    return worker


def test_a_manager_sees_whose_child_each_is_and_may_look_at_one_caseload(
    scene, signed_in, colleague
):
    client = signed_in("team_manager")
    html = page(client, show="all")
    assert "Ada Quist (1)" in html
    assert "Sam Reid (1)" in html
    assert ">Ada Quist</td>" in html

    html = page(client, show="all", worker=str(colleague.pk))
    assert "Oskar L" in html
    assert "Maya K" not in html


@pytest.mark.parametrize("worker", ["", "x", str(uuid.UUID(int=0)), "1" * 4000])
def test_a_worker_who_is_none_of_the_team_shows_the_whole_team(scene, signed_in, colleague, worker):
    html = page(signed_in("team_manager"), show="all", worker=worker)
    assert "Oskar L" in html
    assert "Maya K" in html


def test_a_worker_of_another_team_is_not_in_the_address_of_this_one(scene, signed_in, colleague):
    theirs = PostFactory(social_worker=True).person
    InvolvementFactory(child=ChildFactory(first_name="Zosia"), person=theirs)
    html = page(signed_in("team_manager"), show="all", worker=str(theirs.pk))
    assert "Zosia" not in html
    assert theirs.name not in html


def test_nobody_else_sees_a_list_by_worker(scene, signed_in, colleague):
    for role in ("social_worker", "designated_teacher", "vs_head"):
        assert "pep-team" not in page(signed_in(role), show="all")


def test_pages_of_one_caseload_stay_in_it(scene, signed_in, colleague):
    for _number in range(30):
        child_at(scene)
    html = page(signed_in("team_manager"), show="all", worker=str(scene.social_worker.pk))
    assert f"worker={scene.social_worker.pk}&amp;page=2" in html


def test_a_child_for_whom_nobody_is_there_stands_in_the_queue_and_says_so(scene, signed_in):
    alone = ChildFactory(first_name="Zosia")
    client = signed_in("vs_adviser")
    html = page(client, show="nobody")
    assert "Zosia L" in html
    assert "Maya K" not in html
    assert "Nobody is social worker yet." in html
    assert "No school is known yet." in html
    assert "Zosia L" in page(client)

    EnrolmentFactory(child=alone)
    assert "Nobody is designated teacher yet." in page(client, show="nobody")


def test_a_role_that_ended_yesterday_is_empty_today(scene, signed_in):
    Involvement.objects.filter(person=scene.social_worker).update(ends=days_from_today(-1))
    assert "Maya K" in page(signed_in("vs_adviser"), show="nobody")


def test_what_was_sent_comes_first_then_what_is_overdue(scene, signed_in):
    PlanFactory(child=child_at(scene, "Ifor"), overdue=True)
    PlanFactory(child=child_at(scene, "Bea"), submitted=True)
    ChildFactory(first_name="Zosia", looked_after_since=days_from_today(-1))
    html = page(signed_in("vs_head"))
    assert html.index("Bea L") < html.index("Ifor L") < html.index("Zosia L")


def test_the_figures_are_what_the_lists_hold(scene, signed_in):
    PlanFactory(child=child_at(scene, "Ifor"), overdue=True)
    PlanFactory(child=child_at(scene, "Bea"), submitted=True)
    for number in range(3):
        PlanFactory(child=ChildFactory(), overdue=number == 1)
    client = signed_in("vs_head")
    for tab in ("now", "review", "late", "missing", "nobody", "writing", "agreed", "all"):
        response = client.get("/pep/", {"show": tab})
        assert len(response.context["rows"]) == response.context["counts"][tab], tab


def many(scene, count):
    """So many children of the school and the caseload, each with a plan; made at a stroke."""
    version, term = live_form(), TermFactory()
    children = Child.objects.bulk_create(
        Child(
            first_name=f"Robin{number}",
            last_name="Larkspur",
            date_of_birth=datetime.date(2017, 10, 14),
            looked_after_since=LONG_AGO,
        )
        for number in range(count)
    )
    Enrolment.objects.bulk_create(
        Enrolment(child=child, school=scene.school, starts=LONG_AGO) for child in children
    )
    Involvement.objects.bulk_create(
        Involvement(child=child, person=scene.social_worker, role="social_worker", starts=LONG_AGO)
        for child in children
    )
    Plan.objects.bulk_create(
        Plan(
            child=child,
            form_version=version,
            term=term,
            state="submitted" if number % 2 else "draft",
            due_on=days_from_today(number % 40 - 20),
        )
        for number, child in enumerate(children)
    )


@pytest.mark.parametrize("role", ["vs_head", "team_manager", "designated_teacher"])
@pytest.mark.parametrize("show", ["now", "all"])
def test_three_hundred_children_cost_what_thirty_cost(scene, signed_in, role, show):
    client = signed_in(role)
    many(scene, 30)
    with CaptureQueriesContext(connection) as few:
        page(client, show=show)
    many(scene, 270)
    with CaptureQueriesContext(connection) as more:
        page(client, show=show)
    # A page of nothing but sent plans asks even less than a mixed one.
    assert len(more) <= len(few) < 20


def test_a_manager_reads_whose_sections_are_to_do(scene, signed_in):
    assert scene.plan
    assert "Sam Reid has 1 of 1 sections to do." in page(signed_in("team_manager"))
    assert "1 of your 1 sections is to do." in page(signed_in("social_worker"))


def test_what_has_waited_longest_is_read_first(scene, signed_in):
    for name, days in (("Bea", 1), ("Ifor", 9), ("Oskar", 4)):
        sent_at = timezone.now() - datetime.timedelta(days=days)
        PlanFactory(child=child_at(scene, name), state="submitted", sent_at=sent_at)
    html = page(signed_in("vs_head"), show="review")
    assert html.index("Ifor L") < html.index("Oskar L") < html.index("Bea L")
