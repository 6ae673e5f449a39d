"""The national register of schools comes in as it is published."""

import datetime

import pytest

from pep_plugin.people.models import School
from tests.exchange.files import register, register_row
from tests.exchange.running import everything, imported, refused
from tests.factories import SchoolFactory

pytestmark = pytest.mark.django_db


def test_a_school_comes_in_with_leading_noughts_curly_quotes_and_without_trailing_blanks(tmp_path):
    imported("schools", register(tmp_path / "register.csv", [register_row(900001)]))

    school = School.objects.get(urn="900001")
    assert school.name == "St Wilfrid’s School 900001"
    assert school.phase_code == "02"
    assert school.street == "O'Connor Road"
    assert school.opened_on == datetime.date(1998, 9, 1)
    assert school.head_name == "Ms Joan Aldous"
    assert (school.low_age, school.high_age) == (4, 11)
    assert school.is_open
    assert school.source == "import"


def test_a_closed_school_is_kept_and_is_closed(tmp_path):
    closed = {
        "EstablishmentStatus (code)": "2",
        "EstablishmentStatus (name)": "Closed",
        "CloseDate": "31-08-2014",
    }
    SchoolFactory(urn="900001")

    imported("schools", register(tmp_path / "r.csv", [register_row(900001, **closed)]))

    school = School.objects.get(urn="900001")
    assert not school.is_open
    assert school.closed_on == datetime.date(2014, 8, 31)


def test_a_school_that_is_proposed_to_close_is_still_open(tmp_path):
    closing = {
        "EstablishmentStatus (code)": "3",
        "EstablishmentStatus (name)": "Open, but proposed to close",
    }
    imported("schools", register(tmp_path / "r.csv", [register_row(900001, **closing)]))

    assert School.objects.get().is_open


def test_what_the_council_changed_itself_stays(tmp_path):
    SchoolFactory(
        urn="900001", name="Harrow Lane", town="Old town", overrides={"name": "Harrow Lane"}
    )

    imported("schools", register(tmp_path / "r.csv", [register_row(900001)]))

    school = School.objects.get(urn="900001")
    assert (school.name, school.town) == ("Harrow Lane", "Alderbrook")


def test_a_school_outside_the_register_stays(tmp_path):
    SchoolFactory(urn=None, name="Foxglove Hospital School")

    imported("schools", register(tmp_path / "r.csv", [register_row(900001)]))

    assert School.objects.filter(name="Foxglove Hospital School").exists()


def test_importing_the_same_file_again_changes_nothing(tmp_path):
    path = register(tmp_path / "r.csv", [register_row(900000 + n) for n in range(30)])
    imported("schools", path)
    before = everything()

    said = imported("schools", path)

    assert everything() == before
    assert "unchanged: 30" in said
    assert "There is nothing to write." in said


def test_columns_are_found_by_name_wherever_they_stand(tmp_path):
    path = register(tmp_path / "r.csv", [register_row(900001)])
    lines = [line.split(",") for line in path.read_text(encoding="cp1252").splitlines()]
    turned = [",".join(['"NewColumn"', *reversed(line)]) for line in lines]
    path.write_text("\n".join(turned), encoding="cp1252")

    imported("schools", path)

    assert School.objects.get(urn="900001").town == "Alderbrook"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_recognised(tmp_path, encoding):
    path = register(tmp_path / "r.csv", [register_row(900001)], encoding=encoding)

    imported("schools", path)

    assert School.objects.get().name == "St Wilfrid’s School 900001"


def test_a_dry_run_says_what_would_change_and_writes_nothing(tmp_path):
    SchoolFactory(urn="900001")
    path = register(tmp_path / "r.csv", [register_row(900001), register_row(900002)])
    before = everything()

    said = imported("schools", path, dry_run=True)

    assert everything() == before
    assert "would be added: 1" in said
    assert "would be changed: 1" in said
    assert "Line 2: " in said
    assert "Nothing was written" in said


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"URN": "12"}, "Line 3: URN must have 6 figures."),
        ({"URN": "900001"}, "Line 3: URN is the same as on line 2."),
        ({"EstablishmentName": ""}, "Line 3: EstablishmentName is empty."),
        ({"OpenDate": "31-02-2020"}, "Line 3: OpenDate must be a date like 31-08-2024."),
        ({"OpenDate": "2020-02-01"}, "Line 3: OpenDate must be a date like 31-08-2024."),
        ({"StatutoryLowAge": "four"}, "Line 3: StatutoryLowAge must be a whole number."),
        ({"Postcode": "Z" * 13}, "Line 3: Postcode is longer than 12 characters."),
        ({"HeadLastName": "A" * 201}, "Line 3: HeadLastName is longer than 200 characters."),
    ],
)
def test_one_bad_row_is_named_and_nothing_is_written(tmp_path, cells, sentence):
    rows = [register_row(900001), {**register_row(900002), **cells}]

    said, lines = refused("schools", register(tmp_path / "r.csv", rows))

    assert lines == [sentence]
    assert said == "One row is not right, so nothing was imported."


def test_every_bad_row_is_named(tmp_path):
    rows = [register_row(f"9{n}") for n in range(40)]

    said, lines = refused("schools", register(tmp_path / "r.csv", rows))

    assert len(lines) == 40
    assert said == "40 rows are not right, so nothing was imported."


def test_another_kind_of_file_is_told_by_its_headings(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("Name,Phase\nHarrow Lane,Primary\n")

    said, _lines = refused("schools", path)

    assert said.startswith("The file has no column called URN, EstablishmentName")
    assert said.endswith("It holds: Name, Phase.")
