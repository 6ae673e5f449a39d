"""Targets one page each, in a real browser: with scripts and without, and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pep_plugin.plans.models import SectionAnswers
from pep_plugin.wizard.models import GlossaryWord
from tests.factories import SchoolFactory, council, live_primary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def scene():
    live_primary()
    return council()


@pytest.fixture
def home(scene) -> str:
    return f"/pep/plans/{scene.plan.pk}/fill-in/"


def add(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Add (a|another) target")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"^Target \d$"))


def fill(page: Page, words: str) -> None:
    page.get_by_label("Area").select_option("reading")
    page.get_by_label("The target, in the child’s words").fill(words)
    page.get_by_label("From what to what").fill("From 20 words a minute now to 40.")
    page.get_by_label("Who does what").fill("Every day, because the test showed it.")
    for label, text in (("Day", "12"), ("Month", "2"), ("Year", "2027")):
        page.get_by_label(label).fill(text)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Continue").last.click()


def targets() -> list[str]:
    rows = SectionAnswers.objects.get(section="targets").data["targets"]["value"]
    return [row["cells"]["target"]["value"] for row in rows]


@pytest.mark.parametrize("scripts", [True, False])
def test_three_targets_are_written_one_page_each_and_one_is_removed(open_as, home, scripts):
    page = open_as("designated_teacher", f"{home}targets/", java_script_enabled=scripts)
    expect(page.get_by_text("0 of 3 targets so far.")).to_be_visible()
    for number in range(1, 4):
        add(page)
        fill(page, f"I can do thing {number}.")
        go_on(page)
        expect(page.locator(".pep-line")).to_have_count(number)
    expect(page.get_by_text("3 targets.")).to_be_visible()
    if scripts:
        expect(page.locator(".pep-note")).to_be_focused()
    page.get_by_role("button", name="Remove Target 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Remove Target 2?")
    assert len(targets()) == 3
    page.get_by_role("button", name="Remove it").click()
    expect(page.locator(".pep-line")).to_have_count(2)
    expect(page.get_by_text("Removed. The history of this section keeps it.")).to_be_visible()
    assert targets() == ["I can do thing 1.", "I can do thing 3."]


def test_the_keyboard_alone_adds_a_target(open_as, home):
    page = open_as("designated_teacher", f"{home}targets/")
    press(page, "Add a target")
    page.wait_for_url("**new=targets")
    page.get_by_label("Area").focus()
    page.keyboard.type("Reading")
    for text in (
        "I can read a chapter.",
        "From 20 words now to 40.",
        "Every day.",
        "12",
        "2",
        "2027",
    ):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator(".pep-line")).to_have_count(1)
    assert targets() == ["I can read a chapter."]


def press(page: Page, name: str) -> None:
    """Tab to a button and press it."""
    for _control in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith(name):
            break
    page.keyboard.press("Enter")


@pytest.mark.parametrize("options", [{}, {"width": 320}, {"color_scheme": "dark"}], ids=str)
def test_every_state_is_free_of_barriers(open_as, home, axe_violations, scrolls_sideways, options):
    def look(state: str) -> None:
        assert axe_violations(page) == [], state
        assert not scrolls_sideways(page), state

    GlossaryWord.objects.create(word="contact", instead="family time", why="Kinder.")
    page = open_as("designated_teacher", f"{home}targets/", **options)
    look("an empty list")
    add(page)
    look("an empty target")
    go_on(page)
    expect(page.locator(".pep-error-summary")).to_be_focused()
    look("a target with errors")
    fill(page, "I can see my mum at contact.")
    go_on(page)
    look("a list")
    page.get_by_role("button", name="Change Target 1").click()
    expect(page.get_by_text("For “contact” perhaps: family time.")).to_be_visible()
    look("a target with lights and kinder words")
    page.get_by_role("button", name="Add detail").click()
    look("detail")
    page.goto(f"{home}targets/")
    go_on(page)
    expect(page.locator(".pep-error-summary")).to_be_focused()
    look("a list with errors")
    page.get_by_role("button", name="Remove Target 1").click()
    look("whether to remove it")


def test_each_line_of_the_summary_leads_to_its_control(open_as, home):
    page = open_as("designated_teacher", f"{home}targets/")
    add(page)
    go_on(page)
    lines = page.locator(".pep-error-summary a")
    expect(lines).to_have_count(5)
    for number in range(5):
        target = str(lines.nth(number).get_attribute("href")).removeprefix("#")
        lines.nth(number).click()
        assert page.evaluate("document.activeElement.id") == target


def test_two_who_change_one_target_see_both_texts(open_as, home, axe_violations):
    teacher = open_as("designated_teacher", f"{home}targets/")
    add(teacher)
    fill(teacher, "I can read a chapter.")
    go_on(teacher)
    deputy = open_as("deputy", f"{home}targets/")
    for page in (teacher, deputy):
        page.get_by_role("button", name="Change Target 1").click()
    for page, words in ((deputy, "Theirs to do."), (teacher, "Mine to do.")):
        page.get_by_label("The target, in the child’s words").fill(words)
        page.get_by_role("button", name="Save and come back later").click()
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Tom Ashby changed this too")
    assert axe_violations(teacher) == []
    teacher.get_by_label("Keep what I typed").check()
    teacher.get_by_role("button", name="Save my choice").click()
    expect(teacher.get_by_text("Your choice is saved.")).to_be_visible()
    assert targets() == ["Mine to do."]


def test_a_target_is_saved_while_somebody_types_and_refresh_keeps_it(open_as, home):
    page = open_as("designated_teacher", f"{home}targets/")
    add(page)
    page.get_by_label("The target, in the child’s words").fill("I can read a chapter.")
    expect(page.locator("[data-pep-saved]")).to_have_text(
        re.compile(r"^Saved at \d+:\d\d[ap]m$"), timeout=15_000
    )
    page.reload()
    expect(page.get_by_label("The target, in the child’s words")).to_have_value(
        "I can read a chapter."
    )
    expect(page.locator(".pep-lights")).to_be_visible()


def test_kinder_words_are_suggested_while_somebody_types(open_as, home):
    GlossaryWord.objects.create(word="contact", instead="family time")
    page = open_as("designated_teacher", f"{home}progress-2/")
    page.locator("textarea").first.fill("Tired after Contact.")
    suggestion = page.get_by_text("For “contact” perhaps: family time.")
    expect(suggestion).to_be_visible()
    expect(page.locator("textarea").first).to_have_value("Tired after Contact.")
    page.locator("textarea").first.fill("Tired after seeing mum.")
    expect(suggestion).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_school_is_found_and_what_was_typed_is_still_there(
    open_as, home, axe_violations, scripts
):
    SchoolFactory(name="Millbrook Primary", urn="900777")
    page = open_as("designated_teacher", f"{home}school-3/", java_script_enabled=scripts)
    page.get_by_label("Why the child left").fill("Moved house.")
    page.get_by_role("button", name="Find a school").click()
    page.get_by_label("Name, town, postcode or URN").fill("millb")
    page.get_by_role("button", name="Find", exact=True).click()
    if scripts:
        assert axe_violations(page) == []
    page.get_by_label("Millbrook Primary").check()
    page.get_by_role("button", name="Use this school").click()
    box = page.locator("input[name$='-school']")
    expect(box).to_have_value("Millbrook Primary (900777)")
    expect(box).to_be_focused()
    expect(page.get_by_label("Why the child left")).to_have_value("Moved house.")


def test_schools_are_suggested_while_somebody_types(open_as, home):
    SchoolFactory(name="Millbrook Primary", urn="900777")
    page = open_as("designated_teacher", f"{home}school-3/")
    page.locator("input[name$='-school']").press_sequentially("millb")
    option = page.locator("datalist option")
    expect(option).to_have_attribute("value", "Millbrook Primary (900777)")
