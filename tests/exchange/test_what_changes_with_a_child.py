"""What a new list ends and begins: names, numbers, schools, social workers."""

import datetime

import pytest

from pep_plugin.conf import today
from pep_plugin.people.models import Child, Person
from tests.exchange.files import child_row, children_csv
from tests.exchange.running import everything, imported
from tests.factories import (
    ChildFactory,
    EnrolmentFactory,
    InvolvementFactory,
    PersonFactory,
    SchoolFactory,
)

pytestmark = pytest.mark.django_db

UPN = "R201100018042"
TEMPORARY = "T20110001804V"
BORN = datetime.date(2017, 10, 14)


def yesterday():
    return today() - datetime.timedelta(days=1)


@pytest.fixture
def take(tmp_path):
    def take(**cells):
        return imported("children", children_csv(tmp_path / "c.csv", child_row("AB1", **cells)))

    return take


@pytest.fixture
def maya():
    return ChildFactory(
        council_number="AB1",
        first_name="Maya",
        last_name="Kestrel",
        date_of_birth=BORN,
        looked_after_since=datetime.date(2023, 5, 2),
    )


def test_a_new_name_leaves_the_old_one_in_the_history(maya, take):
    take(last_name="Larkspur")

    maya.refresh_from_db()
    assert maya.last_name == "Larkspur"
    now, before = maya.names.all()
    assert (now.last_name, now.starts, now.ends) == ("Larkspur", today(), None)
    assert (before.last_name, before.starts, before.ends) == ("Kestrel", BORN, yesterday())


def test_a_history_of_names_that_was_begun_goes_on(take):
    take()
    child = Child.objects.get()
    assert child.names.get().starts == BORN

    take(last_name="Larkspur")

    now, before = child.names.all()
    assert (now.last_name, now.ends) == ("Larkspur", None)
    assert (before.last_name, before.starts, before.ends) == ("Kestrel", BORN, yesterday())


def test_a_permanent_number_replaces_a_temporary_one_and_both_are_kept(take):
    take(upn=TEMPORARY)

    take(upn=UPN)

    child = Child.objects.get()
    assert child.upn == UPN
    now, before = sorted(child.numbers.all(), key=lambda number: number.ends is not None)
    assert (now.number, now.starts, now.ends) == (UPN, today(), None)
    assert (before.number, before.ends) == (TEMPORARY, yesterday())
    assert before.is_temporary


def test_a_number_that_was_typed_is_kept_when_it_is_replaced(maya, take):
    Child.objects.update(upn=TEMPORARY)

    take(upn=UPN)

    assert {(n.number, n.ends) for n in maya.numbers.all()} == {
        (UPN, None),
        (TEMPORARY, yesterday()),
    }


def test_a_new_school_ends_the_old_enrolment_yesterday_and_begins_today(maya, take):
    old = EnrolmentFactory(child=maya, school=SchoolFactory(urn="900001"))
    SchoolFactory(urn="900002")

    take(school_urn="900002", year_group="4")

    old.refresh_from_db()
    assert old.ends == yesterday()
    new = maya.enrolments.current().get()
    assert (new.school.urn, new.year_group, new.starts) == ("900002", "4", today())


def test_the_same_school_keeps_its_enrolment_and_takes_the_new_year_group(maya, take):
    old = EnrolmentFactory(child=maya, school=SchoolFactory(urn="900001"), year_group="3")

    take(school_urn="900001", year_group="4")

    old.refresh_from_db()
    assert (old.ends, old.year_group) == (None, "4")
    assert maya.enrolments.count() == 1


def test_without_a_year_group_the_age_says_it(maya, take):
    SchoolFactory(urn="900001")

    take(school_urn="900001")

    assert maya.enrolments.get().year_group == maya.year_group_on(today())


def test_a_second_school_beside_the_main_one_is_left_alone(maya, take):
    other = EnrolmentFactory(child=maya, is_main=False)
    SchoolFactory(urn="900002")

    take(school_urn="900002")

    other.refresh_from_db()
    assert other.ends is None


def test_a_new_social_worker_begins_today_and_the_old_one_ended_yesterday(maya, take):
    old = InvolvementFactory(child=maya, social_worker=True)
    reviewing = InvolvementFactory(child=maya, iro=True)
    worker = PersonFactory(email="Sam.Reid@alderbrook.example", account=True)

    take(social_worker_email="sam.reid@ALDERBROOK.example")

    old.refresh_from_db()
    reviewing.refresh_from_db()
    assert (old.ends, reviewing.ends) == (yesterday(), None)
    now = maya.involvements.current().get(role="social_worker")
    assert (now.person, now.starts, now.source) == (worker, today(), "import")


def test_of_two_people_with_one_address_the_one_with_an_account_is_meant(maya, take):
    for account in (False, True, False):
        PersonFactory(email="sam.reid@alderbrook.example", account=account)

    take(social_worker_email="sam.reid@alderbrook.example")

    assert maya.involvements.get().person.user is not None
    assert Person.objects.count() == 3


def test_two_children_of_one_unknown_social_worker_share_one_person(tmp_path):
    address = "duty-desk@alderbrook.example"
    rows = [
        child_row(f"AB{n}", first_name=f"Robin{'abc'[n]}", social_worker_email=address)
        for n in range(3)
    ]

    imported("children", children_csv(tmp_path / "c.csv", *rows))

    # "duty-desk" is no name, so the address stands for it.
    assert Person.objects.get().name == address
    assert Person.objects.get().involvements.count() == 3


def test_a_change_that_was_made_today_can_be_changed_again_today(maya, take):
    SchoolFactory(urn="900001"), SchoolFactory(urn="900002")
    take(last_name="Larkspur", school_urn="900001")
    take(last_name="Finch", school_urn="900002")
    before = everything()

    take(last_name="Finch", school_urn="900002")

    assert everything() == before
    assert maya.enrolments.current().get().school.urn == "900002"
    assert maya.names.current().get().last_name == "Finch"
