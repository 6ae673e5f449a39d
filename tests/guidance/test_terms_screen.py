"""A council sets its own terms and last days to send, without a developer."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from pep_plugin.guidance.terms.groups import TERM_KEEPERS, ensure_term_keepers
from pep_plugin.plans.models import Term
from pep_plugin.plans.terms import ensure_terms
from tests.factories import PlanFactory, UserFactory, council

NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.timezone.utc)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
AUTUMN = {
    "label": "Autumn term 2027",
    "starts": "2027-09-02",
    "ends": "2027-12-17",
    "last_day_to_send": "2027-12-10",
}


@pytest.fixture
def at_noon():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def keeper(client):
    user = UserFactory()
    user.groups.add(ensure_term_keepers())
    client.force_login(user)
    return client


def add(client, **fields):
    return client.post(reverse("pep_terms:add"), {**AUTUMN, **fields}, follow=True)


def change(client, term, **fields):
    data = {
        "label": term.label,
        "starts": term.starts,
        "ends": term.ends,
        "last_day_to_send": term.last_day_to_send,
        **fields,
    }
    return client.post(reverse("pep_terms:edit", args=[term.pk]), data, follow=True)


def errors(response):
    return response.context["form"].errors


def test_a_term_is_added_and_its_year_follows_from_its_first_day(keeper):
    add(keeper)
    term = Term.objects.get()
    assert (term.academic_year, term.key, term.is_checked) == (2027, "autumn", True)


def test_a_term_that_begins_in_august_belongs_to_the_new_year(keeper):
    add(keeper, starts="2027-08-30")
    assert Term.objects.get().academic_year == 2027


def test_six_terms_a_year_are_as_good_as_three(keeper):
    add(
        keeper,
        label="Term 1",
        starts="2027-09-01",
        ends="2027-10-20",
        last_day_to_send="2027-10-15",
    )
    add(keeper, label="Term 2", starts="2027-11-01", ends="2027-12-17")
    assert list(Term.objects.values_list("key", flat=True)) == ["term-1", "term-2"]


@pytest.mark.parametrize(
    ("fields", "where", "words"),
    [
        ({"ends": "2027-09-02"}, "ends", "must be after 2 September 2027"),
        ({"ends": "2028-09-02"}, "ends", "more than half a year"),
        ({"starts": "2072-09-02"}, "starts", "Check the year"),
        ({"last_day_to_send": "2027-08-01"}, "last_day_to_send", "2 September 2027 to 31 December"),
        ({"last_day_to_send": "2028-01-14"}, "last_day_to_send", "2 September 2027 to 31 December"),
        ({"ends": "31 February"}, "ends", "valid date"),
        ({"label": ""}, "label", "required"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(keeper, fields, where, words):
    response = add(keeper, **fields)
    assert words in errors(response)[where][0]
    assert not Term.objects.exists()


def test_two_terms_do_not_overlap(keeper):
    ensure_terms(2026)
    response = add(keeper, label="Half", starts="2026-12-01", ends="2027-02-01")
    assert (
        "Autumn term 2026 (1 September 2026 to 20 December 2026)" in errors(response)["starts"][0]
    )


def test_a_term_does_not_overlap_with_itself(keeper):
    term = ensure_terms(2026)[3]
    change(keeper, term, last_day_to_send="2026-12-09")
    term.refresh_from_db()
    assert term.last_day_to_send == datetime.date(2026, 12, 9)
    assert term.is_checked


def test_a_year_has_no_two_terms_of_one_name(keeper):
    add(keeper)
    response = add(keeper, starts="2028-01-04", ends="2028-03-30", last_day_to_send="2028-03-01")
    assert "called that already" in errors(response)["label"][0]


@pytest.mark.parametrize(
    ("day", "reason", "following"),
    [
        ("2027-12-11", "a Saturday", "13 December 2027"),
        ("2027-12-27", "Christmas Day", "29 December 2027"),
        ("2027-12-10", "the council is closed", "13 December 2027"),
    ],
)
def test_a_last_day_that_is_no_working_day_is_kept_with_a_warning(
    keeper, settings, day, reason, following
):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "EXTRA_HOLIDAYS": ("2027-12-10",)}
    (words,) = [str(message) for message in add(keeper, last_day_to_send=day).context["messages"]][
        :1
    ]
    assert "last day to send" in words
    assert reason in words
    assert f"The next working day is {following}." in words
    assert Term.objects.get().last_day_to_send == datetime.date.fromisoformat(day)


def test_a_working_day_brings_no_warning(keeper):
    told = [str(message) for message in add(keeper).context["messages"]]
    assert not any("working day" in words for words in told)


def test_a_term_of_a_plan_cannot_be_deleted_and_another_can(keeper):
    plan = PlanFactory()
    address = reverse("pep_terms:delete", args=[plan.term_id])
    response = keeper.post(address, follow=True)
    assert "plans belong to it" in response.content.decode()
    assert str(plan.child) not in response.content.decode()
    assert Term.objects.filter(pk=plan.term_id).exists()
    add(keeper)
    other = Term.objects.exclude(pk=plan.term_id).get()
    keeper.post(reverse("pep_terms:delete", args=[other.pk]))
    assert not Term.objects.filter(pk=other.pk).exists()


def test_nothing_of_a_child_is_to_be_found_from_a_term(client):
    scene = council()
    client.force_login(UserFactory(superuser=True))
    names = (scene.child.first_name, scene.child.last_name, scene.plan.reference)
    for name in ("edit", "usage", "history", "delete"):
        response = client.get(reverse(f"pep_terms:{name}", args=[scene.plan.term_id]), follow=True)
        assert response.status_code == 200
        assert not any(name in response.content.decode() for name in names)


def test_the_list_says_which_terms_nobody_has_checked(keeper):
    change(keeper, ensure_terms(2026)[3])
    html = keeper.get(reverse("pep_terms:index")).content.decode()
    assert "Autumn term 2026" in html
    assert "11 December 2026" in html
    assert "Checked" in html


def test_web_editors_do_not_set_the_terms(client, published):
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name="PEP web editors"))
    client.force_login(editor)
    assert client.get(reverse("pep_terms:index"), follow=True).redirect_chain
    add(client)
    assert not Term.objects.filter(label=AUTUMN["label"], is_checked=True).exists()


def test_who_keeps_the_terms_may_do_nothing_else(keeper):
    group = Group.objects.get(name=TERM_KEEPERS)
    assert {p.codename for p in group.permissions.all()} == {
        "access_admin",
        "add_term",
        "change_term",
        "delete_term",
        "view_term",
    }
    assert keeper.get("/admin/").status_code == 200


def test_what_a_council_took_from_the_group_stays_taken(home):
    ensure_term_keepers().permissions.clear()
    call_command("pep_setup", verbosity=0)
    assert Group.objects.get(name=TERM_KEEPERS).permissions.count() == 0


def test_a_council_with_six_terms_keeps_its_six(keeper):
    add(keeper, label="Term 1", ends="2027-10-20", last_day_to_send="2027-10-15")
    ensure_terms(2027)
    assert Term.objects.filter(academic_year=2027).count() == 1
    assert Term.objects.filter(academic_year=2028).count() == 3
