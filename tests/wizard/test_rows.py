"""Rows that ask a lot have pages of their own; their section's screen lists them."""

import datetime
import json

import pytest
from django.test import Client
from lxml import html

from pep_plugin.plans.models import SectionAnswers, SectionHistory
from pep_plugin.sections.kinds.numbers import long_date
from tests.factories import PostFactory, TermFactory, council, days_from_today, live_primary
from tests.wizard.conftest import Browser
from tests.wizard.test_queries import MOST, count


@pytest.fixture
def scene(db):
    live_primary()
    return council()


@pytest.fixture
def teacher(scene):
    return Browser(scene, "designated_teacher")


def go(person, response):
    """Follow a redirect as a browser does, so that the next press is of the new page."""
    assert response.status_code == 302, response.content.decode()[:2000]
    person.path = response.url.partition("#")[0]
    person.page = person.client.get(person.path)
    assert person.page.status_code == 200, person.path
    return person


def add(person):
    """Press "Add a target" on the list."""
    person.open("step", "targets")
    button = html.fromstring(person.text).xpath("//button[@id='id_targets-targets-add']/@value")[0]
    return go(person, person.press(f"go={button}"))


def cells(person, **changes):
    name = next(n for n in person.fields() if n.endswith("-target")).removesuffix("-target")
    return {f"{name}-{key}": value for key, value in changes.items()}


SOON = days_from_today(60)
WHOLE = {
    "area": "reading",
    "target": "I can read a whole chapter to my carer.",
    "from_to": "From 20 words a minute now to 40.",
    "who_does_what": "Ms Okafor hears me read every day because the test showed it.",
    "by_when_0": str(SOON.day),
    "by_when_1": str(SOON.month),
    "by_when_2": str(SOON.year),
}


def test_a_target_is_added_on_a_page_of_its_own_and_then_listed(teacher):
    add(teacher)
    assert "<h1>Target 1</h1>" in teacher.text
    go(teacher, teacher.press(**cells(teacher, **WHOLE)))
    assert teacher.path.startswith(teacher.address("step", "targets"))
    assert "1 of 3 targets so far." in teacher.words
    assert "I can read a whole chapter to my carer." in teacher.words
    (row,) = teacher.answer("targets", "targets")
    assert set(row["cells"]) == {"area", "target", "from_to", "who_does_what", "by_when"}


def targets(person):
    return person.answer("targets", "targets") or []


def test_a_target_without_what_it_needs_is_told_and_kept(teacher):
    add(teacher)
    response = teacher.press(**cells(teacher, target="I can swim a length."))
    assert response.status_code == 200
    assert "There is a problem" in teacher.words
    assert "Answer “By when”." in teacher.words
    assert "<title>Error:" in teacher.text
    (row,) = targets(teacher)
    assert row["cells"] == {"target": {"value": "I can swim a length."}}
    teacher.open("step", "targets")
    assert "4 answers to do" in teacher.words
    assert "Still to do: Area; From what to what; Who does what; By when." in teacher.words


def test_an_empty_page_saves_nothing_and_says_what_is_missing(teacher):
    add(teacher)
    assert teacher.press().status_code == 200
    assert "Answer “Area”." in teacher.words
    assert not SectionHistory.objects.exists()
    assert teacher.press("later").status_code == 302
    assert not SectionHistory.objects.exists()


def test_back_refresh_and_a_second_press_of_the_button_add_one_target(teacher):
    add(teacher)
    data = dict(teacher.fields().lists())
    data.update({key: [text] for key, text in cells(teacher, **WHOLE).items()})
    for _press in range(2):
        assert teacher.client.post(teacher.path, {**data, "go": "continue"}).status_code == 302
    assert len(targets(teacher)) == 1
    assert SectionHistory.objects.count() == 1
    assert teacher.client.get(teacher.path).status_code == 200


def test_detail_stands_on_a_page_of_its_own_and_leaves_the_rest_alone(teacher):
    add(teacher)
    go(teacher, teacher.press("go=more", **cells(teacher, **WHOLE)))
    assert "<h1>More about Target 1</h1>" in teacher.text
    name = next(n for n in teacher.fields() if n.endswith("-need"))
    assert not any(n.endswith("-area") for n in teacher.fields())
    go(teacher, teacher.press(**{name: "The reading test showed slow decoding."}))
    assert "<h1>Target 1</h1>" in teacher.text
    (row,) = targets(teacher)
    assert row["cells"]["need"]["value"] == "The reading test showed slow decoding."
    assert row["cells"]["area"]["value"] == "reading"


def written(teacher, **changes):
    """A target that stands in the plan; its page is open."""
    add(teacher)
    teacher.press(**cells(teacher, **{**WHOLE, **changes}))
    row_id = targets(teacher)[-1]["id"]
    teacher.open("row", "targets", row_id)
    return row_id


def test_two_people_who_add_one_at_once_keep_both(teacher, scene):
    deputy = Browser(scene, "deputy")
    add(teacher)
    add(deputy)
    teacher.press(**cells(teacher, **WHOLE))
    deputy.press(**cells(deputy, **{**WHOLE, "target": "I can swim a length."}))
    words = {row["cells"]["target"]["value"] for row in targets(teacher)}
    assert words == {WHOLE["target"], "I can swim a length."}


def test_other_rows_that_changed_twice_meanwhile_are_no_clash(teacher, scene):
    first = written(teacher)
    second = written(teacher, target="I can swim a length.")
    deputy = Browser(scene, "deputy")
    deputy.open("row", "targets", second)
    for text in ("Once", "Twice"):
        teacher.open("row", "targets", first)
        teacher.press(**cells(teacher, target=text))
    assert deputy.press(**cells(deputy, target="I swim two lengths.")).status_code == 302
    assert [row["cells"]["target"]["value"] for row in targets(teacher)] == [
        "Twice",
        "I swim two lengths.",
    ]


def test_the_same_answer_of_a_row_shows_both_texts(teacher, scene):
    row_id = written(teacher)
    deputy = Browser(scene, "deputy")
    deputy.open("row", "targets", row_id)
    deputy.press(**cells(deputy, target="Theirs"))
    assert teacher.press(**cells(teacher, target="Mine")).status_code == 409
    assert "You typed Mine" in teacher.words
    assert "Tom Ashby typed Theirs" in teacher.words
    response = teacher.press("settle-0=mine")
    assert response.url.endswith("?note=settled")
    assert targets(teacher)[0]["cells"]["target"]["value"] == "Mine"


def remove(teacher, row_id):
    teacher.open("step", "targets")
    return go(teacher, teacher.press(f"go=remove:targets:{row_id}"))


def test_remove_asks_first_and_the_history_keeps_the_row(teacher):
    row_id = written(teacher)
    remove(teacher, row_id)
    assert "Remove Target 1?" in teacher.words
    assert WHOLE["target"] in teacher.words
    assert len(targets(teacher)) == 1
    go(teacher, teacher.press("remove=1"))
    assert "Removed." in teacher.words
    assert targets(teacher) == []
    kept = SectionHistory.objects.order_by("revision").first()
    assert kept.changes["targets"]["value"][0]["id"] == row_id


def test_removing_twice_removes_one(teacher):
    row_id = written(teacher)
    other = written(teacher, target="I can swim a length.")
    remove(teacher, row_id)
    data = dict(teacher.fields().lists())
    for _press in range(2):
        assert teacher.client.post(teacher.path, data).status_code == 302
    assert [row["id"] for row in targets(teacher)] == [other]


def test_removing_what_somebody_changed_meanwhile_shows_both(teacher, scene):
    row_id = written(teacher)
    remove(teacher, row_id)
    deputy = Browser(scene, "deputy")
    deputy.open("row", "targets", row_id)
    deputy.press(**cells(deputy, target="Theirs"))
    assert teacher.press("remove=1").status_code == 409
    assert "Theirs" in teacher.words
    assert len(targets(teacher)) == 1
    teacher.press("settle-0=mine")
    assert targets(teacher) == []


def test_changing_what_somebody_removed_meanwhile_shows_both(teacher, scene):
    row_id = written(teacher)
    deputy = Browser(scene, "deputy")
    remove(deputy, row_id)
    deputy.press("remove=1")
    assert teacher.press(**cells(teacher, target="Mine")).status_code == 409
    assert "Mine" in teacher.words
    teacher.press("settle-0=mine")
    assert targets(teacher)[0]["cells"]["target"]["value"] == "Mine"


def test_a_row_that_is_gone_is_told_on_the_list(teacher):
    response = teacher.open("row", "targets", "k3v9m2x8q4")
    assert response.status_code == 302
    page = teacher.client.get(response.url)
    assert "What you looked for is not in this plan." in page.content.decode()


@pytest.mark.parametrize("row_id", ["a.b", "a b", "x" * 21, "%00", "<b>", "ä"])
def test_what_is_no_rows_id_is_the_one_404(teacher, row_id):
    for name in ("row", "row_more", "row_remove", "row_autosave"):
        path = teacher.address(name, "targets", row_id)
        assert teacher.client.get(path).status_code in (404, 405)
        assert teacher.client.post(path, {}).status_code == 404
    assert not SectionHistory.objects.exists()


def test_a_screen_that_lists_no_rows_has_no_row_pages(teacher):
    assert teacher.open("row", "progress", "k3v9m2x8q4").status_code == 404


def test_who_may_not_write_the_section_reads_it_and_changes_nothing(teacher, scene):
    row_id = written(teacher)
    iro = Browser(scene, "iro")
    assert iro.open("row", "targets", row_id).url.endswith("/read/#targets")
    assert iro.open("row_remove", "targets", row_id).url.endswith("/read/#targets")
    before = SectionHistory.objects.count()
    for name in ("row", "row_more", "row_remove"):
        path = iro.address(name, "targets", row_id)
        posted = {"targets__asked": f"targets@{before}", f"targets-targets-{row_id}-target": "x"}
        assert iro.client.post(path, posted).status_code == 404
    assert SectionHistory.objects.count() == before


def test_another_childs_people_do_not_learn_that_the_row_is_there(teacher, scene):
    row_id = written(teacher)
    stranger = PostFactory(designated_teacher=True).person.user
    client = Client()
    client.force_login(stranger)
    for name in ("row", "row_more", "row_remove"):
        assert client.get(teacher.address(name, "targets", row_id)).status_code == 404


def autosaved(person, name, *fields, part="row_autosave", query=""):
    body = json.dumps({"fields": [["targets__asked", "targets@0"], *fields]})
    path = person.address(part, "targets", name) + query
    return person.client.post(path, body, content_type="application/json")


def test_autosave_keeps_the_row_and_says_from_which_revision_to_go_on(teacher):
    response = autosaved(
        teacher,
        "k3v9m2x8q4",
        ["targets-targets-k3v9m2x8q4-target", "I read."],
        query="?new=targets",
    )
    assert response.json()["revisions"] == {"targets": 1}
    assert targets(teacher)[0]["cells"] == {"target": {"value": "I read."}}


def test_autosave_of_the_detail_leaves_the_required_columns_alone(teacher):
    row_id = written(teacher)
    body = json.dumps(
        {
            "fields": [
                ["targets__asked", "targets@1"],
                [f"targets-targets-{row_id}-need", "Slow decoding."],
            ]
        }
    )
    path = teacher.address("row_more_autosave", "targets", row_id)
    assert teacher.client.post(path, body, content_type="application/json").status_code == 200
    (row,) = targets(teacher)
    assert row["cells"]["need"]["value"] == "Slow decoding."
    assert row["cells"]["target"]["value"] == WHOLE["target"]


@pytest.mark.parametrize(("how_many", "status"), [(9_000, 302), (10_000, 413)])
def test_the_list_cannot_be_posted_over_the_rows(teacher, how_many, status):
    row_id = written(teacher)
    teacher.open("step", "targets")
    many = [f"r{number:09}" for number in range(how_many)]
    response = teacher.press(
        "later", **{"targets-targets-rows": many, f"targets-targets-{row_id}-target": "x"}
    )
    assert response.status_code == status
    if status == 413:
        assert "Press Back: your text is still there." in teacher.words
    assert [row["cells"]["target"]["value"] for row in targets(teacher)] == [WHOLE["target"]]


def test_five_megabytes_in_one_field_are_told_and_nothing_is_lost(teacher):
    row_id = written(teacher)
    text = "So much was said. " * 300_000
    teacher.client.raise_request_exception = False
    data = {**dict(teacher.fields().lists()), **cells(teacher, who_does_what=text)}
    response = teacher.client.post(teacher.path, data, headers={"Origin": "http://testserver"})
    assert response.status_code == 413
    assert "Press Back: your text is still there." in response.content.decode()
    (row,) = targets(teacher)
    assert (row["id"], row["cells"]["who_does_what"]["value"]) == (row_id, WHOLE["who_does_what"])


def test_a_null_byte_never_reaches_the_row(teacher):
    written(teacher, target="a\x00b c d")
    assert targets(teacher)[0]["cells"]["target"]["value"] == "ab c d"


def test_i_do_not_know_yet_counts_until_there_is_a_target(teacher):
    teacher.open("step", "targets")
    assert teacher.press(**{"targets-targets__none": "unknown:"}).status_code == 302
    assert teacher.answer("targets", "targets") == "unknown"
    add(teacher)
    teacher.press(**cells(teacher, **WHOLE))
    assert len(targets(teacher)) == 1


def test_continue_on_the_list_says_what_is_missing_with_the_way_to_the_row(teacher):
    row_id = written(teacher, by_when_0="", by_when_1="", by_when_2="")
    teacher.open("step", "targets")
    assert teacher.press().status_code == 200
    assert "Add at least 3 targets. There is 1." in teacher.words
    assert f'href="#id_targets-targets-{row_id}"' in teacher.text
    assert "Target 1: answer “By when”." in teacher.words


def test_what_was_opened_from_the_check_leads_back_to_it(teacher):
    row_id = written(teacher)
    teacher.open("step", "targets", back="check")
    go(teacher, teacher.press(f"go=row:targets:{row_id}"))
    go(teacher, teacher.press(**cells(teacher, target="I read a book.")))
    assert "back=check" in teacher.path
    assert "Check answers" in teacher.text


def test_a_row_page_asks_the_database_little(teacher):
    row_id = written(teacher)
    for action in (
        lambda: teacher.open("row", "targets", row_id),
        lambda: teacher.press(**cells(teacher, target="I read a book.")),
        lambda: teacher.open("step", "targets"),
    ):
        assert count(action) <= MOST


LATE = "Choose a nearer day, or say that the target is for longer than a term."


def test_a_target_far_beyond_the_next_meeting_is_not_time_bound(teacher, scene):
    written(teacher)
    teacher.open("step", "targets")
    assert LATE not in teacher.words
    day = days_from_today(30)
    meeting = {"next_date": {"value": day.isoformat()}}
    SectionAnswers.objects.create(plan=scene.plan, section="meeting", data=meeting, revision=1)
    teacher.open("step", "targets")
    assert f"The next PEP is about {long_date(day)}. {LATE}" in teacher.words


def test_where_no_meeting_is_agreed_the_next_terms_last_day_counts(teacher, scene):
    written(teacher)
    term = scene.plan.term
    TermFactory(
        academic_year=term.academic_year + 1,
        starts=term.ends + datetime.timedelta(days=5),
        ends=term.ends + datetime.timedelta(days=25),
        last_day_to_send=days_from_today(45),
    )
    teacher.open("step", "targets")
    assert f"The next PEP is about {long_date(days_from_today(45))}. {LATE}" in teacher.words


def test_two_who_add_one_where_nobody_knew_yet_keep_both(teacher, scene):
    teacher.open("step", "targets")
    teacher.press(**{"targets-targets__none": "unknown:"})
    deputy = Browser(scene, "deputy")
    add(teacher)
    add(deputy)
    teacher.press(**cells(teacher, **WHOLE))
    deputy.press(**cells(deputy, **{**WHOLE, "target": "I can swim a length."}))
    assert len(targets(teacher)) == 2
