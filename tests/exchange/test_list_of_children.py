"""A council's list of children comes in, by the council's own numbers."""

import datetime
import re
import zipfile

import pytest

from pep_plugin.conf import today
from pep_plugin.people.models import Child
from tests.exchange.files import CHILDREN, child_row, children_csv, children_xlsx
from tests.exchange.running import everything, imported
from tests.factories import ChildFactory, SchoolFactory

pytestmark = pytest.mark.django_db

UPN = "R201100018042"
TEMPORARY = "T20110001804V"


def full_row(number="AB1", **cells):
    return child_row(
        number,
        preferred_name="May",
        upn=UPN,
        school_urn="900001",
        year_group="Year 3",
        social_worker_email="Sam.Reid@alderbrook.example",
        **cells,
    )


@pytest.fixture
def school():
    return SchoolFactory(urn="900001", name="Harrow Lane Primary")


def test_a_new_child_comes_in_with_everything_that_the_row_says(tmp_path, school):
    imported("children", children_csv(tmp_path / "c.csv", full_row()))

    child = Child.objects.get(council_number="AB1")
    assert child.legal_name == "Maya Kestrel"
    assert child.called == "May"
    assert child.date_of_birth == datetime.date(2017, 10, 14)
    assert child.looked_after_since == datetime.date(2023, 5, 2)
    assert child.upn == UPN
    assert child.source == "import"
    enrolment = child.enrolments.get()
    assert (enrolment.school, enrolment.year_group, enrolment.source) == (school, "3", "import")
    involvement = child.involvements.get()
    assert involvement.role == "social_worker"
    assert involvement.person.email == "sam.reid@alderbrook.example"
    assert involvement.person.name == "Sam Reid"
    assert involvement.person.user is None


def test_importing_the_same_file_again_changes_nothing(tmp_path, school):
    rows = [full_row(), child_row("AB2", first_name="Łucja", upn="UN3"), child_row("AB3")]
    path = children_csv(tmp_path / "c.csv", *rows)
    imported("children", path)
    before = everything()

    said = imported("children", path)

    assert everything() == before
    assert "unchanged: 3" in said


def test_a_dry_run_names_fields_and_no_child(tmp_path, school):
    ChildFactory(council_number="AB1", last_name="Larkspur")
    before = everything()

    said = imported("children", children_csv(tmp_path / "c.csv", full_row()), dry_run=True)

    assert everything() == before
    assert "would be changed: 1" in said
    assert "last_name" in said
    assert "Kestrel" not in said
    assert UPN not in said


def test_a_workbook_is_read_as_a_csv_file_is(tmp_path, school):
    row = full_row()
    row["date_of_birth"] = datetime.datetime(2017, 10, 14)
    row["council_number"], row["school_urn"], row["year_group"] = 4711, 900001.0, 3

    imported("children", children_xlsx(tmp_path / "c.xlsx", row))

    child = Child.objects.get()
    assert child.council_number == "4711"
    assert child.date_of_birth == datetime.date(2017, 10, 14)
    assert child.enrolments.get().school == school


def test_a_workbook_whose_cells_do_not_say_where_they_are_is_read_in_order(tmp_path):
    path = children_xlsx(tmp_path / "c.xlsx", child_row(), child_row("AB2", first_name="Leo"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    # The two empty cells of a row are not there at all; without addresses they have to be.
    whole = re.sub(rb'(<c r="[CE][2-9]".*?</c>)', rb"\1<c/>", parts[sheet])
    parts[sheet] = re.sub(rb'<c r="[A-Z]+[0-9]+"', b"<c", whole)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    imported("children", path)

    assert set(Child.objects.values_list("first_name", flat=True)) == {"Maya", "Leo"}


def test_what_a_file_is_called_does_not_decide_what_it_is(tmp_path):
    path = children_xlsx(tmp_path / "c.xlsx", child_row())
    renamed = path.rename(tmp_path / "c.csv")

    imported("children", renamed)

    assert Child.objects.count() == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_recognised(tmp_path, encoding):
    row = child_row(last_name="O’Brëanáin")

    imported("children", children_csv(tmp_path / "c.csv", row, encoding=encoding))

    assert Child.objects.get().last_name == "O’Brëanáin"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_separators_are_recognised(tmp_path, delimiter):
    imported("children", children_csv(tmp_path / "c.csv", child_row(), delimiter=delimiter))

    assert Child.objects.count() == 1


def test_a_line_in_which_excel_names_its_separator_is_passed_over(tmp_path):
    path = children_csv(tmp_path / "c.csv", child_row(), delimiter=";", encoding="utf-8")
    path.write_text("sep=;\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    imported("children", path)

    assert Child.objects.count() == 1


def test_headings_match_whatever_their_capitals_blanks_and_order(tmp_path):
    header = [name.replace("_", " ").title() + " " for name in CHILDREN]

    imported("children", children_csv(tmp_path / "c.csv", child_row(), header=header))

    assert Child.objects.count() == 1


def test_columns_that_nobody_asked_for_are_named(tmp_path):
    path = tmp_path / "c.csv"
    columns = [*CHILDREN[:3], "date_of_birth", "looked_after_since", "Ward", "Shoe size"]
    path.write_text(",".join(columns) + "\nAB1,Maya,Kestrel,14/10/2017,2023-05-02,North,3\n")

    said = imported("children", path)

    assert "columns that are not read: Ward, Shoe size" in said


def test_an_empty_cell_changes_nothing(tmp_path):
    ChildFactory(council_number="AB1", upn=UPN, preferred_name="May")

    imported("children", children_csv(tmp_path / "c.csv", child_row()))

    child = Child.objects.get()
    assert (child.upn, child.preferred_name) == (UPN, "May")


@pytest.mark.parametrize("code", ["UN1", "UN2", "UN3", "UN4", "un5"])
def test_a_code_for_no_upn_yet_is_no_error_and_no_upn(tmp_path, code):
    imported("children", children_csv(tmp_path / "c.csv", child_row(upn=code)))

    assert Child.objects.get().upn == ""


@pytest.mark.parametrize("upn", [UPN, TEMPORARY, "H801200001001", " r2011 0001 8042 "])
def test_a_upn_whose_letters_and_figures_fit_is_taken(tmp_path, upn):
    imported("children", children_csv(tmp_path / "c.csv", child_row(upn=upn)))

    assert Child.objects.get().upn == upn.replace(" ", "").upper()


@pytest.mark.parametrize(
    "typed",
    ["14/10/2017", "14.10.17", "14 October 2017", "14 Oct 2017", "2017-10-14", "14-10-2017"],
)
def test_dates_are_read_in_the_forms_that_people_type(tmp_path, typed):
    imported("children", children_csv(tmp_path / "c.csv", child_row(date_of_birth=typed)))

    assert Child.objects.get().date_of_birth == datetime.date(2017, 10, 14)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("R", "R"),
        ("Reception", "R"),
        ("0", "R"),
        ("Year 4", "4"),
        ("Y04", "4"),
        ("n1", "N1"),
        ("-1", "N2"),
    ],
)
def test_year_groups_are_read_in_the_forms_that_people_type(tmp_path, school, typed, stored):
    row = child_row(school_urn="900001", year_group=typed)

    imported("children", children_csv(tmp_path / "c.csv", row))

    assert Child.objects.get().enrolments.get().year_group == stored


def test_a_child_whom_a_social_worker_added_gets_the_number_and_is_not_there_twice(tmp_path):
    added = ChildFactory(
        council_number=None,
        first_name="maya",
        last_name="Kestrel",
        date_of_birth=datetime.date(2017, 10, 14),
    )

    imported("children", children_csv(tmp_path / "c.csv", child_row("AB1")))

    child = Child.objects.get()
    assert child.pk == added.pk
    assert (child.council_number, child.first_name) == ("AB1", "Maya")


def test_children_whom_the_list_does_not_name_stay_as_they_are(tmp_path):
    other = ChildFactory(council_number="AB9")
    before = Child.objects.filter(pk=other.pk).values().get()

    imported("children", children_csv(tmp_path / "c.csv", child_row()))

    assert Child.objects.filter(pk=other.pk).values().get() == before


def test_numbers_of_two_children_may_be_put_right_in_one_file(tmp_path):
    ChildFactory(council_number="AB1", upn=UPN)
    ChildFactory(council_number="AB2", upn=TEMPORARY)
    rows = [child_row("AB1", upn=TEMPORARY), child_row("AB2", first_name="Leo", upn=UPN)]

    imported("children", children_csv(tmp_path / "c.csv", *rows))

    assert dict(Child.objects.values_list("council_number", "upn")) == {
        "AB1": TEMPORARY,
        "AB2": UPN,
    }


def test_the_import_leaves_one_line_in_the_audit_with_counts_and_no_name(tmp_path):
    from pep_plugin.audit.models import AuditEvent

    imported("children", children_csv(tmp_path / "c.csv", child_row()))

    line = AuditEvent.objects.get(verb="children.import")
    assert line.actor_kind == "command"
    assert line.detail == {"added": 1, "changed": 0, "unchanged": 0}
    assert line.at.date() <= today()
