"""One row that is not right keeps the whole list out, and says where and why."""

import datetime

import pytest
from openpyxl import load_workbook

from pep_plugin.conf import today
from tests.exchange.files import child_row, children_csv, children_xlsx
from tests.exchange.running import refused
from tests.factories import ChildFactory, SchoolFactory, days_from_today

pytestmark = pytest.mark.django_db

UPN = "R201100018042"


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"council_number": ""}, "council_number is empty."),
        ({"first_name": ""}, "first_name is empty."),
        ({"last_name": "  "}, "last_name is empty."),
        ({"date_of_birth": ""}, "date_of_birth is empty."),
        ({"looked_after_since": ""}, "looked_after_since is empty."),
        ({"upn": "R201100018043"}, "upn is not a UPN"),
        ({"upn": "A1"}, "upn is not a UPN"),
        ({"date_of_birth": "31/02/2017"}, "date_of_birth is not a date in the calendar."),
        ({"date_of_birth": "soon"}, "date_of_birth is not a date in the calendar."),
        ({"date_of_birth": "14/10/1907"}, "date_of_birth is over 25 years ago."),
        ({"looked_after_since": "14/10/2016"}, "looked_after_since is before date_of_birth."),
        ({"school_urn": "900009"}, "school_urn is not on the register."),
        ({"school_urn": "Harrow Lane"}, "school_urn must be the six figures"),
        ({"year_group": "Upper fifth"}, "year_group must be R, N1, N2 or a year from 1 to 14."),
        ({"year_group": "15"}, "year_group must be R, N1, N2 or a year from 1 to 14."),
        ({"social_worker_email": "Sam Reid"}, "social_worker_email is not an e-mail address."),
        ({"first_name": "=cmd|' /C calc'!A0"}, "first_name begins like a formula."),
        ({"last_name": "@SUM(1)"}, "last_name begins like a formula."),
        ({"council_number": "=1+1"}, "council_number begins like a formula."),
        ({"first_name": "123"}, "first_name holds no letter."),
        ({"last_name": "K" * 101}, "last_name is longer than 100 characters."),
        ({"council_number": "1" * 41}, "council_number must be one line of at most 40 characters."),
    ],
)
def test_a_bad_cell_is_named_by_line_and_column_and_never_repeated(tmp_path, cells, sentence):
    path = children_csv(tmp_path / "c.csv", child_row("AB1"), {**child_row("AB2"), **cells})

    _said, lines = refused("children", path)

    assert len(lines) == 1
    assert lines[0].startswith(f"Line 3: {sentence}")


def test_dates_that_lie_ahead_are_refused(tmp_path):
    tomorrow = days_from_today(1).isoformat()
    path = children_csv(
        tmp_path / "c.csv",
        child_row("AB1", date_of_birth=tomorrow, looked_after_since=tomorrow),
    )

    _said, lines = refused("children", path)

    assert lines == [
        "Line 2: date_of_birth is in the future.",
        "Line 2: looked_after_since is in the future.",
    ]


def test_the_same_upn_twice_in_the_file_is_refused(tmp_path):
    rows = [child_row("AB1", upn=UPN), child_row("AB2", first_name="Leo", upn=UPN.lower())]

    _said, lines = refused("children", children_csv(tmp_path / "c.csv", *rows))

    assert lines == ["Line 3: upn is the same as on line 2."]


def test_a_upn_that_another_child_holds_is_refused(tmp_path):
    ChildFactory(council_number="AB9", upn=UPN)

    _said, lines = refused("children", children_csv(tmp_path / "c.csv", child_row(upn=UPN)))

    assert lines == ["Line 2: upn is held by another child already."]


def test_the_same_number_twice_in_the_file_is_refused(tmp_path):
    rows = [child_row("AB1"), child_row("AB1", first_name="Leo")]

    _said, lines = refused("children", children_csv(tmp_path / "c.csv", *rows))

    assert lines == ["Line 3: council_number is the same as on line 2."]


def test_the_number_of_an_adopted_child_is_refused_without_saying_why(tmp_path):
    ChildFactory(council_number="AB1", adopted=True)

    _said, lines = refused("children", children_csv(tmp_path / "c.csv", child_row("AB1")))

    assert lines == ["Line 2: council_number belongs to a closed record. Take the line out."]


def test_two_rows_cannot_both_be_the_child_without_a_number(tmp_path):
    ChildFactory(
        council_number=None,
        first_name="Maya",
        last_name="Kestrel",
        date_of_birth=datetime.date(2017, 10, 14),
    )

    _said, lines = refused(
        "children", children_csv(tmp_path / "c.csv", child_row("AB1"), child_row("AB2"))
    )

    assert lines == ["Line 3: this is the same child as on line 2, by name and birthday."]


def test_two_children_without_a_number_cannot_both_be_the_row(tmp_path):
    for _ in range(2):
        ChildFactory(
            council_number=None,
            first_name="Maya",
            last_name="Kestrel",
            date_of_birth=datetime.date(2017, 10, 14),
        )

    _said, lines = refused("children", children_csv(tmp_path / "c.csv", child_row("AB1")))

    assert len(lines) == 1
    assert lines[0].startswith("Line 2: more than one child without a number")


def test_a_formula_in_a_workbook_is_refused_and_not_worked_out(tmp_path):
    row = child_row(upn="=CONCATENATE(1,2)", preferred_name='=HYPERLINK("http://x.example","x")')

    _said, lines = refused("children", children_xlsx(tmp_path / "c.xlsx", row))

    assert lines == [
        "Line 2: preferred_name holds a formula. Copy the column and paste it as values.",
        "Line 2: upn holds a formula. Copy the column and paste it as values.",
    ]


def test_an_error_of_the_spreadsheet_is_refused(tmp_path):
    path = children_xlsx(tmp_path / "c.xlsx", child_row(last_name="x"))
    book = load_workbook(path)
    cell = book.active["C2"]
    cell.value, cell.data_type = "#N/A", "e"
    book.save(path)

    _said, lines = refused("children", path)

    assert lines == ["Line 2: last_name holds an error of the spreadsheet."]


def test_lines_are_counted_as_a_person_counts_them_in_the_file(tmp_path):
    path = children_csv(
        tmp_path / "c.csv",
        child_row("AB1", preferred_name="May\nof\nAlderbrook"),
        {},
        child_row("AB2", upn="wrong"),
    )

    _said, lines = refused("children", path)

    # Two line ends within the first child's name, and an empty line.
    assert lines[0].startswith("Line 6: upn")


def test_every_bad_row_is_named_and_good_rows_do_not_come_in(tmp_path):
    SchoolFactory(urn="900001")
    rows = [child_row(f"AB{n}", upn="wrong" if n % 2 else "") for n in range(20)]

    said, lines = refused("children", children_csv(tmp_path / "c.csv", *rows))

    assert len(lines) == 10
    assert said == "10 rows are not right, so nothing was imported."
    assert str(today().year + 1) not in said
