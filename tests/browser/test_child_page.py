"""A child of seven on a screen that was handed over, with scripts and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pep_plugin.files.models import PrivateFile
from pep_plugin.formversions.publish import publish
from pep_plugin.plans.models import SectionAnswers, SectionHistory
from pep_plugin.sections import definitions
from pep_plugin.voice.models import Telling, VoiceDraft
from tests.browser.windows import WINDOWS, resize
from tests.factories import PlanFactory, born_for_year, council, live_primary
from tests.voice.conftest import a_link
from tests.voice.own import a_picture, landing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OWN = re.compile(r"/pep/own/$")
ROW = "0000000001"


@pytest.fixture
def scene():
    live_primary()
    made = council()
    made.child.date_of_birth = born_for_year(2)
    made.child.save()
    made.plan.previous = PlanFactory(child=made.child, signed_off=True)
    made.plan.save()
    target = {
        "area": {"value": "reading"},
        "target": {"value": "I can read a whole chapter to my carer."},
    }
    for section, key in (("targets", "targets"), ("last_targets", "review")):
        SectionAnswers.objects.create(
            plan=made.plan,
            section=section,
            revision=1,
            data={key: {"value": [{"id": ROW, "cells": {**target}}]}},
        )
    return made


def go_to(page: Page, name: str) -> None:
    page.goto(f"/pep/own/q/{name}/")


def press(page: Page, name: str) -> None:
    """A button or a link that leads to another page."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.click()


def choose(page: Page, label: str) -> None:
    page.get_by_label(label, exact=True).check(force=True)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_child_of_seven_on_a_screen_that_was_handed_over(scene, new_page, sign_in, scripts):
    page = new_page(java_script_enabled=scripts)
    sign_in(page, scene.user("designated_teacher"))
    page.goto(f"/pep/plans/{scene.plan.pk}/people/")
    page.get_by_role("link", name="Hand over this screen").click()
    press(page, "Sign me out and start")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello Maya")

    press(page, "Start")
    page.get_by_label("What is going well for me?").fill("Football with my friends")
    press(page, "Next")
    press(page, "Skip this one")
    page.get_by_label("What would I like help with?").fill("Spelling")
    press(page, "Next")

    go_to(page, "views.faces.playtime")
    choose(page, "Very happy")
    press(page, "Next")
    choose(page, "Sad")
    press(page, "Next")
    _draw(page, with_a_mouse=scripts)
    go_to(page, f"last_targets.review.{ROW}.child_view")
    page.get_by_label("How did this go?").fill("I read two chapters!")
    press(page, "Next")
    go_to(page, f"targets.targets.{ROW}.child_agrees")
    choose(page, "I would like to change it")
    press(page, "Next")

    press(page, "I have finished")
    expect(page.get_by_text("Football with my friends")).to_be_visible()
    assert not SectionHistory.objects.filter(source="voice").exists()
    press(page, "Next")
    page.get_by_label("Only people I choose").first.check(force=True)
    press(page, "Next")
    page.get_by_label(re.compile("Idris Vaughan")).check(force=True)
    press(page, "Next")
    page.get_by_label(re.compile("Ngozi Okafor")).check(force=True)
    press(page, "Next")
    expect(page.get_by_text("Ngozi Okafor will talk with you")).to_be_visible()
    press(page, "Send it")
    expect(page.get_by_role("heading", level=1)).to_have_text("Well done. It is sent.")

    # The colleague's own screens stay locked: before the screen is given back, and after.
    page.goto("/pep/")
    expect(page.get_by_label("Passphrase")).to_be_visible()
    page.goto("/pep/own/sent/")
    press(page, "Give the screen back")
    expect(page.get_by_label("Passphrase")).to_be_visible()
    page.go_back()
    assert "Football" not in page.content()
    page.goto("/pep/own/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is closed now")

    views = SectionAnswers.objects.get(plan=scene.plan, section="views").data
    assert views["going_well"]["value"] == "Football with my friends"
    assert len(views["going_well"]["readers"]) == 2
    assert len(views["faces"]["value"]) == 2
    assert views["drawing"]["value"][0]["type"] == "image/png"
    assert Telling.objects.get().person == scene.designated_teacher
    assert not VoiceDraft.objects.exists()


def _draw(page: Page, *, with_a_mouse: bool) -> None:
    """A line on the page; without scripts, a picture that somebody has."""
    go_to(page, "views.drawing")
    canvas = page.locator("canvas")
    if with_a_mouse:
        box = canvas.bounding_box()
        assert box
        page.get_by_role("button", name="Purple").click()
        page.mouse.move(box["x"] + 60, box["y"] + 60)
        page.mouse.down()
        page.mouse.move(box["x"] + 200, box["y"] + 120, steps=5)
        page.mouse.up()
    else:
        expect(canvas).to_be_hidden()
        picture = {"name": "me.png", "mimeType": "image/png", "buffer": a_picture()}
        page.locator("#picture").set_input_files(picture)
    with page.expect_navigation(url=OWN):
        page.get_by_role("button", name="Next").click()
    assert PrivateFile.objects.count() == 1
    go_to(page, "views.drawing")
    expect(page.get_by_alt_text("My picture 1")).to_be_visible()
    assert page.evaluate("document.querySelector('.pep-mine__pictures img')?.naturalWidth") or (
        not with_a_mouse
    )


SCREENS = (
    "",
    "q/views.going_well/",
    "q/views.faces.playtime/",
    "q/views.drawing/",
    "q/views.come/",
    f"q/targets.targets.{ROW}.child_agrees/",
    "check/",
    "readers/",
    "readers/views.going_well/",
    "first/",
    "send/",
    "stop/",
)


def test_every_screen_is_there_for_everybody(scene, new_page, axe_violations, scrolls_sideways):
    """In each window axe finds nothing, nothing scrolls sideways, and every title is another."""
    page = new_page()
    page.goto(landing(a_link(scene.plan, "child")))
    _looks_right(page, axe_violations, scrolls_sideways)
    press(page, "Open my page")
    go_to(page, "views.going_well")
    page.locator("textarea").fill("A word that is very long: " + "football" * 20)
    press(page, "Next")
    page.goto("/pep/own/readers/")
    choose(page, "Only people I choose")
    press(page, "Next")
    page.get_by_label(re.compile("Idris Vaughan")).check(force=True)
    press(page, "Next")
    # Nobody chosen: the error is where the focus is, and its line leads to the first choice.
    press(page, "Next")
    expect(page.locator(".pep-error-summary")).to_be_focused()
    page.get_by_role("link", name="Choose one person.").click()
    expect(page.locator("#first-1")).to_be_focused()
    _looks_right(page, axe_violations, scrolls_sideways)
    page.get_by_label(re.compile("Sam Reid")).check(force=True)
    press(page, "Next")
    titles = set()
    for screen in SCREENS:
        page.goto(f"/pep/own/{screen}")
        assert page.url.endswith(f"/own/{screen}")
        titles.add(page.title())
        _looks_right(page, axe_violations, scrolls_sideways)
    # "My page" heads the start and "Stop for now".
    assert len(titles) >= len(SCREENS) - 1
    page.goto("/pep/own/send/")
    press(page, "Send it")
    _looks_right(page, axe_violations, scrolls_sideways)
    press(page, "Close my page")
    _looks_right(page, axe_violations, scrolls_sideways)
    page.goto("/pep/mine/nobodys/")
    _looks_right(page, axe_violations, scrolls_sideways)


OLDER = ("", "q/views.ratings.safe/", "q/views.subjects/", "q/views.worries/", "check/")


def test_older_children_adults_who_watch_and_the_colleague_have_screens_for_everybody(
    scene, new_page, sign_in, axe_violations, scrolls_sideways
):
    staff = new_page()
    sign_in(staff, scene.user("designated_teacher"))
    staff.goto(f"/pep/plans/{scene.plan.pk}/people/hand-over/")
    _looks_right(staff, axe_violations, scrolls_sideways)
    scene.child.date_of_birth = born_for_year(9)
    scene.child.save()
    scene.plan.form_version = publish(definitions.shipped()["secondary"])
    scene.plan.save()
    page = new_page()
    page.goto(landing(a_link(scene.plan, "child")))
    press(page, "Open my page")
    go_to(page, "views.ratings.safe")
    choose(page, "7")
    press(page, "Next")
    go_to(page, "views.subjects")
    page.get_by_label("Subject", exact=True).fill("Art")
    press(page, "Add another")
    for screen in OLDER:
        page.goto(f"/pep/own/{screen}")
        _looks_right(page, axe_violations, scrolls_sideways)
    scene.child.date_of_birth = born_for_year(-1)
    scene.child.save()
    page.goto("/pep/own/")
    expect(page.get_by_text("This page is for an adult who knows Maya well")).to_be_visible()
    _looks_right(page, axe_violations, scrolls_sideways)


def _looks_right(page: Page, axe_violations, scrolls_sideways) -> None:
    for window in WINDOWS:
        resize(page, window)
        assert axe_violations(page) == [], (page.url, window)
        assert not scrolls_sideways(page), (page.url, window)


def test_with_the_keyboard_alone(scene, new_page):
    page = new_page()
    page.goto(landing(a_link(scene.plan, "child")))
    press(page, "Open my page")
    go_to(page, "views.faces.playtime")
    first = page.locator("input[type=radio]").first
    first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[type=radio]").nth(1).is_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Next")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    draft = VoiceDraft.objects.get()
    assert draft.answers["views.faces"]["value"][0]["cells"] == {"face": {"value": "2"}}


LOCAL = """
  window.said = [];
  const voices = [{ name: "Far", lang: "en-GB", localService: %s }];
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices, speak: (one) => window.said.push(one.text), cancel() {},
    addEventListener() {}, speaking: false } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; }
    addEventListener() {} };
"""


@pytest.mark.parametrize("local", [True, False], ids=["local", "from elsewhere"])
def test_only_a_voice_of_this_computer_reads_aloud(scene, new_page, local):
    page = new_page()
    page.add_init_script(LOCAL % str(local).lower())
    page.goto(landing(a_link(scene.plan, "child")))
    press(page, "Open my page")
    go_to(page, "views.faces.playtime")
    button = page.get_by_role("button", name="Read this to me")
    if not local:
        expect(button).to_have_count(0)
        return
    button.click()
    (said,) = page.evaluate("window.said")
    assert "How do I feel about playtime?" in said
    assert "Very happy" in said
