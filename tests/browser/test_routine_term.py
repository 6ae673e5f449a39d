"""The routine term once in a real browser: confirming, answering what is still asked, sending."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page

from pep_plugin.plans.models import Plan
from tests.factories import council
from tests.wizard.routine_term import begin, others_have_done_theirs

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("council_site"),
]


@dataclass
class Teacher:
    """The designated teacher, who fills in what Continue asks for and nothing else."""

    page: Page
    form: Any
    axe: Any
    answers: int = 0
    pages: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def look(self) -> None:
        """A page that was opened: looked at once, and counted once."""
        path = re.sub(r"\?.*", "", self.page.url)
        if path not in self.pages:
            self.pages.add(path)
            self.faults += [f"{path}: {fault}" for fault in self.axe(self.page)]

    def go_on(self) -> None:
        self.page.get_by_role("button", name="Continue", exact=True).click()

    def missing(self) -> str | None:
        """Where the first thing leads that is missing and that this person is to say."""
        for link in self.page.locator(".pep-missing a").all():
            address = str(link.get_attribute("href"))
            step = address.partition("/fill-in/")[2].partition("/")[0]
            section = self.form.step(step).section
            question = section.question(address.partition("#q-")[2])
            if (question.owner_role or section.owner_role) == "designated_teacher":
                return address
        return None

    def fill_in(self, address: str) -> None:
        self.page.goto(address)
        self.look()
        self.go_on()
        summary = self.page.locator(".pep-error-summary")
        if not summary.count():
            return
        if "Add at least" in summary.inner_text():
            self.page.locator("button[id$='-add']").click()
            self.look()
            self.go_on()
            self.page.locator("select").first.select_option(index=1)
            self.page.locator("textarea").first.fill("Ms Okafor, every day.")
            self.answers += 2
            self.go_on()
        for link in self.page.locator(".pep-error-summary a").all():
            self._answer(str(link.get_attribute("href")).removeprefix("#"))
        self.go_on()
        assert not summary.count(), summary.inner_text()

    def _answer(self, target: str) -> None:
        control = self.page.locator(f"[id='{target}']")
        self.answers += 1
        tag = control.evaluate("it => it.type || it.tagName")
        if tag in ("radio", "checkbox"):
            control.check()
        elif tag.startswith("select"):
            control.select_option(index=1)
        elif target.endswith("_0"):
            for number, words in enumerate(("12", "3", "2027")):
                self.page.locator(f"[id='{target[:-1]}{number}']").fill(words)
        else:
            control.fill("10" if control.get_attribute("inputmode") == "decimal" else "A few words")


def test_a_routine_term_is_short_and_can_be_sent(new_page, sign_in, axe_violations):
    scene = council()
    begin(scene)
    others_have_done_theirs(scene)
    page = sign_in(new_page(), scene.designated_teacher.user)
    teacher = Teacher(page, scene.plan.form(), axe_violations)
    plan = f"/pep/plans/{scene.plan.pk}/"

    page.get_by_role("link", name="Carry on").first.click()
    page.get_by_role("link", name="What has changed since last time?").click()
    teacher.look()
    page.get_by_role("button", name=re.compile("still right")).click()
    assert page.get_by_role("status").first.inner_text().startswith("Thank you.")
    for _turn in range(40):
        page.goto(f"{plan}check/")
        address = teacher.missing()
        if address is None:
            break
        teacher.fill_in(address)
    teacher.look()
    assert teacher.faults == []
    assert teacher.answers <= 32, "all but the line of extra money, for which nobody must ask"
    assert len(teacher.pages) <= 13
    page.get_by_role("button", name="Send to the Virtual School").click()
    assert Plan.objects.get(pk=scene.plan.pk).state == "submitted"


@pytest.mark.parametrize("width", [1280, 320])
def test_what_has_changed_is_confirmed_with_the_keyboard_and_without_scripts(
    new_page, sign_in, scrolls_sideways, width
):
    scene = council()
    begin(scene)
    page = sign_in(new_page(java_script_enabled=False, width=width), scene.designated_teacher.user)
    page.goto(f"/pep/plans/{scene.plan.pk}/changed/")
    assert not scrolls_sideways(page)
    button = page.get_by_role("button", name=re.compile("still right"))
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("What you confirmed now counts").wait_for()
    page.goto(f"/pep/plans/{scene.plan.pk}/changed/")
    assert "Nothing is waiting to be confirmed" in page.content()
