"""A school is looked up from inside a plan, and what was typed beside it is never lost."""

import pytest

from pep_plugin.plans.models import SectionAnswers, SectionHistory
from tests.factories import SchoolFactory, council, live_primary
from tests.wizard.conftest import Browser

STEP = "school-3"


@pytest.fixture
def scene(db):
    live_primary()
    return council()


@pytest.fixture
def teacher(scene):
    return Browser(scene, "designated_teacher")


@pytest.fixture
def mill(db):
    return SchoolFactory(name="Millbrook Primary", urn="900777", town="Millbrook")


def row_of(person):
    return person.fields().getlist(f"{STEP}-past_schools-rows")[-1]


def look_up(person, **typed):
    """Press "Find a school" in the last row, with what was typed in it."""
    person.open("step", STEP)
    row = row_of(person)
    changes = {f"{STEP}-past_schools-{row}-{key}": text for key, text in typed.items()}
    response = person.press(f"go=school:past_schools.{row}.school", **changes)
    assert response.status_code == 302, person.words
    person.path = response.url
    person.page = person.client.get(response.url)
    return row


def test_find_saves_what_is_typed_without_judging_it_and_opens_the_search(teacher, mill):
    look_up(teacher, school="mill", starts_0="31", reason="Moved house")
    assert "<h1>Find a school</h1>" in teacher.text
    assert "There is a problem" not in teacher.words
    (row,) = teacher.answer("school", "past_schools")
    assert row["cells"]["reason"]["value"] == "Moved house"
    assert "31" in row["cells"]["starts"]["typed"]
    assert "Millbrook Primary, Millbrook, ZZ1 1AA, URN 900777" in teacher.words
    assert "It is not listed: “mill”" in teacher.words


def test_the_school_that_is_chosen_stands_on_the_page_again(teacher, mill):
    row = look_up(teacher, school="mill", reason="Moved house")
    response = teacher.press("choose=1", school=str(mill.pk))
    assert response.status_code == 302
    assert response.url.endswith(f"#id_{STEP}-past_schools-{row}-school")
    (stored,) = teacher.answer("school", "past_schools")
    assert stored["cells"]["school"]["value"] == {"name": "Millbrook Primary", "urn": "900777"}
    assert stored["cells"]["reason"]["value"] == "Moved house"
    teacher.open("step", STEP)
    assert teacher.fields()[f"{STEP}-past_schools-{row}-school"] == "Millbrook Primary (900777)"


def test_a_row_in_which_nothing_stands_yet_gets_the_school_too(teacher, mill):
    look_up(teacher)
    assert "Which of these?" not in teacher.words
    teacher.press("find=1", q="millbrook")
    teacher.press("choose=1", school=str(mill.pk))
    (stored,) = teacher.answer("school", "past_schools")
    assert stored["cells"]["school"]["value"]["urn"] == "900777"


def test_one_that_is_not_listed_keeps_its_name(teacher):
    look_up(teacher, school="Little Otters Nursery")
    assert "No school was found for that" in teacher.words
    teacher.press("choose=1", school="not-listed")
    (stored,) = teacher.answer("school", "past_schools")
    assert stored["cells"]["school"]["value"] == {"name": "Little Otters Nursery", "urn": ""}


@pytest.mark.parametrize("chosen", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_nothing_or_a_forged_choice_is_told_and_saves_nothing(teacher, mill, chosen):
    look_up(teacher, school="mill")
    before = SectionHistory.objects.count()
    assert teacher.press("choose=1", school=chosen).status_code == 200
    assert "Choose a school, or say that it is not listed." in teacher.words
    assert SectionHistory.objects.count() == before


def test_words_never_stand_in_an_address_and_scripts_are_answered_in_json(teacher, mill):
    look_up(teacher)
    response = teacher.client.post(
        teacher.path, {"q": "mill\x00brook"}, headers={"Accept": "application/json"}
    )
    assert response.json() == {
        "schools": [
            ["Millbrook Primary (900777)", "Millbrook Primary, Millbrook, ZZ1 1AA, URN 900777"]
        ]
    }
    assert "mill" not in teacher.path


def test_at_most_fifteen_are_shown_and_two_letters_are_needed(teacher, db):
    for number in range(20):
        SchoolFactory(name=f"Quayside {number}")
    look_up(teacher)
    teacher.press("find=1", q="quay")
    assert teacher.text.count('name="school"') == 16
    teacher.press("find=1", q="q")
    assert 'name="school"' not in teacher.text


def test_who_may_not_write_the_section_is_not_let_in(scene):
    worker, iro = Browser(scene, "social_worker"), Browser(scene, "iro")
    assert iro.open("school", STEP, "past_schools.k3v9m2x8q4.school").status_code == 302
    assert iro.client.post(iro.path, {"q": "mill"}).status_code == 404
    assert worker.open("school", STEP, "past_schools.k3v9m2x8q4.school").status_code in (200, 302)


@pytest.mark.parametrize(
    "path",
    [
        "past_schools",
        "past_schools.k3v9m2x8q4.reason",
        "past_schools.k3v9m2x8q4",
        "past_schools.!!.school",
        "nothing",
        "name",
        "....",
    ],
)
def test_only_answers_that_take_a_school_are_looked_up(teacher, path):
    assert teacher.open("school", STEP, path).status_code == 404


def test_somebody_who_chose_meanwhile_is_not_overwritten(teacher, scene, mill):
    other = SchoolFactory(name="Millstone Academy", urn="900778")
    look_up(teacher, school="mill")
    deputy = Browser(scene, "deputy")
    deputy.page = deputy.client.get(teacher.path)
    deputy.path = teacher.path
    assert deputy.press("choose=1", school=str(other.pk)).status_code == 302
    assert teacher.press("choose=1", school=str(mill.pk)).status_code == 409
    assert "Millbrook Primary (900777)" in teacher.words
    assert "Millstone Academy (900778)" in teacher.words
    teacher.press("settle-0=mine")
    saved = SectionAnswers.objects.get(section="school").data["past_schools"]["value"]
    assert saved[0]["cells"]["school"]["value"]["urn"] == "900777"
