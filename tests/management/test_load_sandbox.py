"""The invented council: the same each time, nothing twice, and away from real children."""

import dataclasses
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from stdnum.gb import upn

from pep_plugin import access
from pep_plugin.access.accounts import suspended_people
from pep_plugin.access.models import Invitation
from pep_plugin.management.fictional import children, journeys, staff
from pep_plugin.people.models import Child, Person, School
from pep_plugin.plans.delegations import given_to
from pep_plugin.plans.models import Plan, SectionHistory, Submission
from tests.factories import ChildFactory

pytestmark = pytest.mark.django_db


def load(count):
    out = StringIO()
    call_command("load_sandbox", children=count, stdout=out)
    return out.getvalue()


def everything():
    """What is made, without ids and moments that the database hands out."""
    plans = Plan.objects.order_by("reference")
    sent = Submission.objects.order_by("plan__reference", "number")
    return (
        list(Child.objects.order_by("pk").values_list("pk", "first_name", "upn", "date_of_birth")),
        list(plans.values_list("reference", "state", "kind", "due_on")),
        [strip(answers) for answers in sent.values_list("answers", flat=True)],
    )


def strip(answers):
    """Without who typed it and when."""
    return {
        f"{section}.{key}": answer.get("value")
        for section, given in answers.items()
        for key, answer in given.items()
    }


def test_running_it_twice_adds_nothing_and_another_time_is_the_same():
    printed = load(2)
    first = everything()
    load(2)
    assert everything() == first

    Plan.objects.all().delete()
    Child.objects.all().delete()
    load(2)
    assert everything() == first
    assert staff.PASSPHRASE in printed


def test_a_story_is_told_by_the_real_actions_on_its_days():
    load(1)
    maya = Child.objects.get()
    past = list(maya.plans.filter(state="signed_off").order_by("started_at"))

    assert len(past) == 3
    for plan in past:
        assert plan.term.starts <= plan.started_at.date() <= plan.sent_at.date() <= plan.term.ends
        assert plan.submissions.get().sent_at.date() == plan.sent_at.date()
    assert [plan.previous for plan in past[1:]] == past[:-1]
    assert maya.plans.filter(state="draft").count() == 1
    assert SectionHistory.objects.filter(plan__child=maya).count() > 50


def test_every_login_opens_what_the_table_says():
    load(3)
    for login in staff.LOGINS:
        user = authenticate(username=login.username, password=staff.PASSPHRASE)
        assert access.Actor.for_user(user).is_somebody, login.username
    for username in (staff.WEB_EDITOR, staff.SUPERUSER):
        user = authenticate(username=username, password=staff.PASSPHRASE)
        assert not access.Actor.for_user(user).is_somebody
    teacher = Person.objects.get(name="Ngozi Okafor")
    assert access.children(access.Actor.for_person(teacher)).count() == 3


def test_nobody_real_and_every_number_in_order():
    load(1)
    assert all(school.urn.startswith("900") for school in School.objects.all())
    assert all(upn.is_valid(child.upn) for child in Child.objects.all())
    assert School.objects.filter(is_open=True).count() == 16


@pytest.mark.parametrize(
    ("name", "form"),
    [("Zofia", "early-years"), ("Beth", "secondary"), ("Tariq", "secondary"), ("Amina", "post-16")],
)
def test_each_phase_has_whole_stories_on_its_own_form(monkeypatch, name, form):
    chosen = [one for one in children.PORTRAITS if one.first == name]
    monkeypatch.setattr(children, "PORTRAITS", (dataclasses.replace(chosen[0], past=1),))
    load(1)
    plans = Child.objects.get().plans.all()
    assert len(plans) == 2
    assert {plan.form_version.form_key for plan in plans} == {form}
    assert plans.filter(state="signed_off").exists()


def test_somebody_in_year_7_comes_from_the_form_and_teacher_of_their_primary_school(
    monkeypatch,
):
    isla = [one for one in children.PORTRAITS if one.first == "Isla"]
    monkeypatch.setattr(children, "PORTRAITS", tuple(isla))
    load(1)
    last, now = Child.objects.get().plans.order_by("started_at")
    assert (last.form_version.form_key, now.form_version.form_key) == ("primary", "secondary")
    assert now.previous == last
    assert last.submissions.get().sent_by.name != staff.teacher_of(isla[0].school)


def test_those_with_whole_stories_have_plans_in_every_state_and_school():
    stages = {portrait.stands.partition(" ")[0] for portrait in children.PORTRAITS}
    assert len(children.PORTRAITS) == 58
    assert stages >= {"draft", "ready", "submitted", "returned", "agreed", "overdue", "withdrawn"}
    assert stages - set(journeys.STAGES) == {"new", "late"}
    assert len({portrait.school for portrait in children.PORTRAITS}) == 16
    assert {portrait.year for portrait in children.PORTRAITS} == set(range(-2, 14))
    assert sum(portrait.school == "Harrow Lane Primary" for portrait in children.PORTRAITS) == 8


def test_the_crowd_is_light_and_complete(monkeypatch):
    monkeypatch.setattr(children, "PORTRAITS", children.PORTRAITS[:1])
    load(60)
    assert Child.objects.count() == 60
    load(60)
    assert Child.objects.count() == 60
    child = Child.objects.exclude(first_name="Maya").first()
    assert child.enrolments.count() == child.involvements.count() == child.names.count() == 1
    assert upn.is_valid(child.upn)


@pytest.mark.parametrize("number", ["AB100000", None])
def test_it_refuses_where_there_are_children_whom_it_did_not_invent(number):
    ChildFactory(council_number=number)
    with pytest.raises(CommandError):
        load(1)
    assert not Plan.objects.exists()


@pytest.mark.parametrize("count", [-1, 100_001])
def test_a_number_beyond_reason_is_refused(count):
    with pytest.raises(CommandError):
        load(count)


def test_somebody_was_invited_and_a_mentor_has_one_section():
    load(1)
    load(1)

    assert Invitation.objects.get(used_at=None).person.name == "Asha Verdin"
    mentor = authenticate(username="kit.marrow", password=staff.PASSPHRASE)
    (given,) = given_to(access.Actor.for_user(mentor))
    assert given.section == "beyond_class"
    assert not access.children(access.Actor.for_user(mentor)).exists()


def test_no_invented_account_is_suspended():
    load(1)
    assert not Person.objects.exclude(user=None).filter(account_mark="").exists()
    assert suspended_people() == []
