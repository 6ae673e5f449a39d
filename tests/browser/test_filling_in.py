"""The screens of a plan in a real browser: no barriers, a helpful focus, saved as one types."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from pep_plugin.plans.models import SectionAnswers
from tests.factories import council, live_primary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

#: One screen of each make: records, dates, radios, lines of a table, groups of rows, long lists.
SCREENS = ["plan", "plan-2", "care", "school-3", "attendance", "targets", "support-more", "views-3"]


@pytest.fixture
def scene():
    live_primary()
    return council()


@pytest.fixture
def home(scene) -> str:
    return f"/pep/plans/{scene.plan.pk}/"


@pytest.mark.parametrize("options", [{}, {"width": 320}, {"color_scheme": "dark"}], ids=str)
def test_every_make_of_screen_is_free_of_barriers(
    open_as, home, axe_violations, scrolls_sideways, options
):
    page = open_as("vs_adviser", home, **options)
    titles = [page.title()]
    addresses = ["", *(f"fill-in/{step}/" for step in SCREENS), "check/", "read/", "withdraw/"]
    for address in addresses:
        page.goto(home + address)
        assert axe_violations(page) == [], address
        assert not scrolls_sideways(page), address
        titles.append(page.title())
    assert len(set(titles)) == len(addresses), "every screen has a title of its own"


def test_a_screen_with_problems_is_free_of_barriers_and_each_line_leads_to_its_control(
    open_as, home, axe_violations
):
    page = open_as("social_worker", f"{home}fill-in/care/")
    page.locator("[name='care-placement_since_0']").fill("31")
    page.locator("[name='care-placement_since_1']").fill("2")
    page.get_by_role("button", name="Continue").last.click()
    summary = page.locator(".pep-error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    assert axe_violations(page) == []
    lines = summary.locator("a")
    assert lines.count() >= 3
    for number in range(lines.count()):
        target = str(lines.nth(number).get_attribute("href")).removeprefix("#")
        lines.nth(number).click()
        assert page.evaluate("document.activeElement.id") == target
    expect(page.locator("[name='care-placement_since_0']")).to_have_value("31")


def test_the_keyboard_alone_fills_in_a_screen(open_as, home):
    page = open_as("designated_teacher", f"{home}fill-in/progress-2/")
    page.locator("textarea").first.focus()
    page.keyboard.type("Longer sentences.")
    for _control in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.type("Reading for pleasure.")
    for _control in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Continue":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".pep-tasks").first).to_be_visible()
    saved = SectionAnswers.objects.get(section="progress").data
    assert saved["to_improve"]["value"] == "Longer sentences."


def test_enter_in_a_box_continues_and_removes_nothing(open_as, home):
    page = open_as("designated_teacher", f"{home}fill-in/school-3/")
    page.get_by_label("Why the child left").fill("Moved house.")
    page.keyboard.press("Enter")
    expect(page.locator(".pep-error-summary")).to_be_visible()
    expect(page.get_by_label("Why the child left")).to_have_value("Moved house.")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_new_row_has_the_focus_and_after_removing_the_button_has_it(open_as, home, scripts):
    page = open_as("designated_teacher", f"{home}fill-in/school-3/", java_script_enabled=scripts)
    page.get_by_role("button", name="Add another school").click()
    expect(page.locator("fieldset.pep-row")).to_have_count(2)
    expect(
        page.locator("fieldset.pep-row").nth(1).locator("input[type=text]").first
    ).to_be_focused()
    page.get_by_role("button", name="Remove School 2").click()
    expect(page.locator("fieldset.pep-row")).to_have_count(1)
    expect(page.get_by_role("button", name="Add another school")).to_be_focused()


def test_what_is_typed_is_saved_after_a_pause_and_the_time_is_told(open_as, home):
    page = open_as("designated_teacher", f"{home}fill-in/progress-2/")
    page.locator("textarea").first.fill("Longer sentences.")
    expect(page.locator("[data-pep-saved]")).to_have_text(
        re.compile(r"^Saved at \d+:\d\d[ap]m$"), timeout=15_000
    )
    assert SectionAnswers.objects.get(section="progress").data["to_improve"]["value"]
    page.locator("textarea").first.fill("Longer sentences, with pauses.")
    page.locator("textarea").nth(1).fill("Reading.")
    page.get_by_role("button", name="Continue").last.click()
    expect(page.locator(".pep-tasks").first).to_be_visible()
    saved = SectionAnswers.objects.get(section="progress").data
    assert saved["to_improve"]["value"] == "Longer sentences, with pauses."


def test_leaving_by_a_link_keeps_what_was_typed(open_as, home):
    page = open_as("designated_teacher", f"{home}fill-in/progress-2/")
    page.locator("textarea").first.fill("Typed just before leaving.")
    page.get_by_role("link", name="Page before").click()
    page.wait_for_url("**/fill-in/progress/")
    for _second in range(20):
        # The save was sent while the page was left; the server may still be at it.
        page.wait_for_timeout(1000)
        if SectionAnswers.objects.filter(section="progress").exists():
            break
    page.goto(f"{home}fill-in/progress-2/")
    expect(page.locator("textarea").first).to_have_value("Typed just before leaving.")


def test_somebody_elses_change_is_told_and_continue_shows_both(open_as, home):
    teacher = open_as("designated_teacher", f"{home}fill-in/progress-2/")
    deputy = open_as("deputy", f"{home}fill-in/progress-2/")
    deputy.locator("textarea").first.fill("Theirs")
    expect(deputy.locator("[data-pep-saved]")).to_contain_text("Saved at", timeout=15_000)
    teacher.locator("textarea").first.fill("Mine")
    expect(teacher.locator("[data-pep-saved]")).to_contain_text(
        "Somebody else changed", timeout=15_000
    )
    teacher.get_by_role("button", name="Continue").last.click()
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Tom Ashby changed this too")


def test_the_page_of_two_texts_is_free_of_barriers(open_as, home, axe_violations):
    address = f"{home}fill-in/progress-2/"
    teacher, deputy = open_as("designated_teacher", address), open_as("deputy", address)
    for page, text in ((deputy, "Theirs"), (teacher, "Mine")):
        page.locator("textarea").first.fill(text)
        page.get_by_role("button", name="Save and come back later").click()
    expect(teacher.get_by_role("heading", level=1)).to_have_text("Tom Ashby changed this too")
    assert axe_violations(teacher) == []
    teacher.get_by_role("button", name="Save my choice").click()
    expect(teacher.locator(".pep-error-summary")).to_be_visible()
    assert axe_violations(teacher) == []


def test_a_save_that_fails_is_told_and_nothing_is_lost(open_as, home):
    page = open_as("designated_teacher", f"{home}fill-in/progress-2/")
    page.context.set_offline(True)
    page.locator("textarea").first.fill("Typed on a train.")
    expect(page.locator("[data-pep-saved]")).to_contain_text("Not saved yet", timeout=15_000)
    page.context.set_offline(False)
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.locator(".pep-tasks").first).to_be_visible()
    assert "train" in SectionAnswers.objects.get(section="progress").data["to_improve"]["value"]


def test_signed_out_in_mid_page_the_text_comes_back_to_be_saved(open_as, home, sign_in, scene):
    page = open_as("designated_teacher", f"{home}fill-in/progress-2/")
    page.locator("textarea").first.fill("Typed while signed out elsewhere.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.get_by_text("Typed while signed out elsewhere.").first).to_be_visible()
    other = page.context.new_page()
    sign_in(other, scene.user("designated_teacher"))
    page.get_by_role("button", name="Save again").click()
    expect(page.locator(".pep-tasks").first).to_be_visible()
    assert SectionAnswers.objects.get(section="progress").data["to_improve"]
