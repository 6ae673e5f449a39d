"""Two people in one section: what each changed is kept, and a true clash is theirs to settle."""

import pytest

WELL = "progress-going_well"
RATE = "progress-attendance"


@pytest.fixture
def pair(browser):
    """The designated teacher and the deputy, both with the same page open."""
    teacher, deputy = browser("designated_teacher"), browser("deputy")
    for person in (teacher, deputy):
        person.open("step", "progress")
    return teacher, deputy


def test_different_questions_of_one_section_are_both_kept(pair):
    teacher, deputy = pair
    deputy.press("later", **{RATE: "97"})
    assert teacher.press("later", **{WELL: "Reads aloud."}).status_code == 302
    assert teacher.answer("progress", "attendance") == "97"
    assert teacher.answer("progress", "going_well") == "Reads aloud."


def clash(pair):
    teacher, deputy = pair
    deputy.press("later", **{WELL: "Theirs", RATE: "97"})
    response = teacher.press("later", **{WELL: "Mine"})
    assert response.status_code == 409
    return teacher


def test_the_same_question_shows_both_texts_and_who_wrote_them(pair):
    teacher = clash(pair)
    assert "Tom Ashby changed this too" in teacher.words
    assert "You typed Mine" in teacher.words
    assert "Tom Ashby typed Theirs" in teacher.words
    assert teacher.answer("progress", "going_well") == "Theirs"


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_either_text_can_be_kept(pair, choice, kept):
    teacher = clash(pair)
    response = teacher.press("settle-0=" + choice)
    assert response.status_code == 302
    assert response.url.endswith("?note=settled")
    assert teacher.answer("progress", "going_well") == kept
    assert teacher.answer("progress", "attendance") == "97"


def test_a_third_wording_can_be_typed(pair):
    teacher = clash(pair)
    assert teacher.fields()["settle-0-new"] == "Mine"
    teacher.press("settle-0=new", **{"settle-0-new": "Mine and theirs"})
    assert teacher.answer("progress", "going_well") == "Mine and theirs"


def test_a_choice_must_be_made(pair):
    teacher = clash(pair)
    response = teacher.press("nothing=1", **{"settle-0-new": "Half a thought"})
    assert response.status_code == 409
    assert "<title>Error:" in teacher.text
    assert 'href="#id_settle-0_0"' in teacher.text
    assert teacher.fields()["settle-0-new"] == "Half a thought"
    assert teacher.answer("progress", "going_well") == "Theirs"


def test_a_third_save_in_between_is_not_overwritten_either(pair):
    teacher = clash(pair)
    _teacher, deputy = pair
    deputy.open("step", "progress")
    deputy.press("later", **{WELL: "Theirs again"})
    response = teacher.press("settle-0=mine")
    assert response.status_code == 409
    assert "Theirs again" in teacher.words
    assert teacher.answer("progress", "going_well") == "Theirs again"


def test_choices_drawn_for_one_person_do_not_work_for_another(pair):
    teacher = clash(pair)
    _teacher, deputy = pair
    data = {"clashes": teacher.fields()["clashes"], "settle-0": "mine"}
    deputy.client.raise_request_exception = False
    assert deputy.client.post(deputy.path, data).status_code == 400


def row(person, **cells):
    """Fill the last row on the page."""
    row_id = person.fields().getlist("targets-targets-rows")[-1]
    return {f"targets-targets-{row_id}-{key}": value for key, value in cells.items()}


@pytest.fixture
def pair_of_rows(pair):
    """Both have a page open that holds one target."""
    teacher, deputy = pair
    teacher.open("step", "targets")
    teacher.press("later", **row(teacher, area="Reading", target="A chapter a week"))
    for person in (teacher, deputy):
        person.open("step", "targets")
    return teacher, deputy


def test_two_people_may_each_add_a_row(pair_of_rows):
    for number, person in enumerate(pair_of_rows):
        person.press("add=targets")
        person.press("later", **row(person, area=f"Area {number}"))
    value = pair_of_rows[0].answer("targets", "targets")
    assert [one["cells"]["area"]["value"] for one in value] == ["Reading", "Area 0", "Area 1"]


def test_two_cells_of_one_row_are_both_kept(pair_of_rows):
    teacher, deputy = pair_of_rows
    deputy.press("later", **row(deputy, area="Writing"))
    assert teacher.press("later", **row(teacher, target="Two pages")).status_code == 302
    (value,) = teacher.answer("targets", "targets")
    assert value["cells"]["area"]["value"] == "Writing"
    assert value["cells"]["target"]["value"] == "Two pages"


@pytest.mark.parametrize(
    ("choice", "kept"), [("mine", "Maths"), ("theirs", "Writing"), ("new", "Both")]
)
def test_one_cell_of_one_row_is_settled_alone(pair_of_rows, choice, kept):
    teacher, deputy = pair_of_rows
    deputy.press("later", **row(deputy, area="Writing"))
    changes = row(teacher, area="Maths", target="Two pages")
    assert teacher.press("later", **changes).status_code == 409
    teacher.press(f"settle-0={choice}", **{"settle-0-new": "Both"})
    (value,) = teacher.answer("targets", "targets")
    assert value["cells"]["area"]["value"] == kept
    assert value["cells"]["target"]["value"] == "Two pages"


@pytest.mark.parametrize(("choice", "left"), [("mine", 0), ("theirs", 1)])
def test_a_row_removed_here_and_changed_there_is_settled(pair_of_rows, choice, left):
    teacher, deputy = pair_of_rows
    row_id = teacher.fields()["targets-targets-rows"]
    deputy.press("later", **row(deputy, area="Writing"))
    teacher.press(f"remove=targets:{row_id}")
    assert teacher.press("later").status_code == 409
    assert "you took it away" in teacher.words
    teacher.press(f"settle-0={choice}")
    assert len(teacher.answer("targets", "targets") or []) == left


def test_a_row_changed_here_and_removed_there_can_be_brought_back(pair_of_rows):
    teacher, deputy = pair_of_rows
    row_id = teacher.fields()["targets-targets-rows"]
    deputy.press(f"remove=targets:{row_id}")
    deputy.press("later")
    assert teacher.press("later", **row(teacher, area="Maths")).status_code == 409
    teacher.press("settle-0=mine")
    (value,) = teacher.answer("targets", "targets")
    assert value["id"] == row_id
    assert value["cells"]["area"]["value"] == "Maths"
