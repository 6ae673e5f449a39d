"""One screen after another; whatever is typed is kept, and Continue looks whether all is well."""

import pytest

from pep_plugin.plans.models import SectionHistory

WELL = "progress-going_well"


def test_what_is_typed_is_kept_and_the_section_leads_back_to_the_task_list(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    response = teacher.press(**{WELL: "Reads to Reception.", "progress-attendance": "96.4"})
    assert response.status_code == 302
    assert response.url == teacher.address("plan") + "?note=saved"
    assert teacher.answer("progress", "going_well") == "Reads to Reception."
    teacher.open("step", "progress")
    assert teacher.fields()[WELL] == "Reads to Reception."
    teacher.open("plan", note="saved")
    assert "Your answers are saved." in teacher.words


def test_save_and_come_back_later_asks_nothing(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    response = teacher.press("later", **{"progress-attendance": "about ten"})
    assert response.status_code == 302
    assert teacher.answer("progress", "attendance") == "about ten"
    teacher.open("step", "progress")
    assert teacher.fields()["progress-attendance"] == "about ten"
    assert "There is a problem" not in teacher.words


def test_continue_names_what_is_wrong_and_has_kept_it_all_the_same(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    response = teacher.press(**{"progress-attendance": "about ten"})
    assert response.status_code == 200
    assert "<title>Error: Learning and progress - PEP-" in teacher.text
    assert 'href="#id_progress-going_well"' in teacher.text
    assert 'href="#id_progress-attendance"' in teacher.text
    assert teacher.fields()["progress-attendance"] == "about ten"
    assert teacher.answer("progress", "attendance") == "about ten"


def test_i_do_not_know_yet_leads_on(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    assert "Ask Sam Reid, social worker" in teacher.words
    response = teacher.press(**{f"{WELL}__none": "unknown:social_worker"})
    assert response.status_code == 302
    assert teacher.answer("progress", "going_well") == "unknown"


def test_a_page_just_opened_shows_no_errors_and_changes_nothing(browser, scene):
    teacher = browser("designated_teacher")
    assert teacher.open("step", "progress").status_code == 200
    assert "There is a problem" not in teacher.words
    assert not SectionHistory.objects.filter(plan=scene.plan).exists()


def test_saving_without_a_change_writes_no_history(browser, scene):
    teacher = browser("designated_teacher")
    for _time in range(2):
        teacher.open("step", "progress")
        teacher.press(**{WELL: "The same."})
    assert SectionHistory.objects.filter(plan=scene.plan).count() == 1


def test_who_it_is_about_stays_in_sight_and_out_of_the_title(browser, scene):
    teacher = browser("designated_teacher")
    for name, parts in (("plan", ()), ("step", ("progress",)), ("check", ()), ("read", ())):
        teacher.open(name, *parts)
        title = teacher.text.partition("<title>")[2].partition("</title>")[0]
        assert "Maya" not in title
        assert scene.plan.reference in title
        strip = teacher.text.partition('class="pep-strip"')[2].partition("</div>")[0]
        assert "Maya K" in strip
        assert "Year 3" in strip
        assert "Kestrel" not in strip


def test_enter_presses_continue_and_no_other_button(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "targets")
    buttons = teacher.text.partition('class="pep-form"')[2].split("<button")[1:]
    assert 'value="continue"' in buttons[0].partition(">")[0]


@pytest.mark.parametrize("role", ["vs_adviser", "deputy"])
def test_who_stands_in_can_fill_in_too(browser, role):
    person = browser(role)
    person.open("step", "progress")
    assert person.press(**{WELL: "Filled in by another."}).status_code == 302


def test_a_section_of_others_is_read_and_not_written(browser):
    teacher = browser("designated_teacher")
    response = teacher.open("step", "care")
    assert response.status_code == 302
    assert response.url == teacher.address("read") + "#care"
    assert teacher.client.post(teacher.address("step", "care"), {}).status_code == 404


def test_a_change_from_checking_leads_back_to_checking(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress", back="check")
    response = teacher.press(**{WELL: "Well."})
    assert response.url == teacher.address("check")


def test_back_leads_nowhere_else(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress", back="https://elsewhere.example/")
    assert "elsewhere" not in teacher.text
    data = {**dict(teacher.fields().lists()), WELL: "x", "back": "//elsewhere.example"}
    response = teacher.client.post(teacher.path, data)
    assert response.url == teacher.address("plan") + "?note=saved"
