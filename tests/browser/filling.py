"""How people of these tests fill in a screen: every control that is still empty, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

FORM = "form.pep-form"


@dataclass
class Writer:
    """Somebody at a browser. ``typed``: every text of theirs, to be looked for in the end."""

    name: str
    page: Page
    typed: list[str] = field(default_factory=list)

    def answer(self) -> None:
        """Answer whatever is empty on the screen, with as many rows as it asks for."""
        if asked := re.search(
            r"Add at least (\d+) .* There (?:is|are) (\d+)", str(self.problems())
        ):
            for _row in range(int(asked[1]) - int(asked[2])):
                self._add_a_row()
            if self.page.locator(".pep-listed").count():
                return
        form = self.page.locator(FORM)
        for group in form.locator("fieldset:not(.pep-row):has(input[type=radio]):visible").all():
            if not group.locator("input[type=radio]:checked").count():
                self._choose(group)
        for choice in form.locator("select:visible").all():
            if not choice.input_value():
                choice.select_option(index=1)
        for box in form.locator("input[type=text]:visible, textarea:visible").all():
            if not box.input_value():
                box.fill(self._words(box))

    def _add_a_row(self) -> None:
        """On the page itself, or on a page of its own where rows are listed."""
        is_listed = self.page.locator(".pep-listed").count() > 0
        self._follow(self.page.get_by_role("button", name=re.compile("Add (a|another) ")))
        if is_listed:
            self.answer()
            self._follow(self.page.get_by_role("button", name="Continue").last)

    @staticmethod
    def _choose(group: Locator) -> None:
        """No, where there is a No, so that nothing more is asked; else the first."""
        no = group.locator(".pep-choice").filter(has_text="No").first
        inline = group.locator(".pep-choices--inline").count()
        (no if inline else group.locator(".pep-choice").first).locator("input").check()

    def _words(self, box: Locator) -> str:
        name = box.get_attribute("name") or ""
        if name.endswith(("_0", "_1", "_2")):
            return {"0": "12", "1": "1", "2": "2027"}[name[-1]]
        if name.endswith("_time"):
            return "2:30pm"
        if box.get_attribute("inputmode") == "decimal":
            return "0" if name.endswith("authorised") else "10"
        text = f"{self.name} {len(self.typed) + 1}: Łucja’s “best” idea, ŵyneb & <script>"
        self.typed.append(text)
        return text

    def fill_in(self, title: str) -> None:
        """A whole section from the task list and back to it."""
        self._follow(self.page.get_by_role("link", name=title, exact=True).first)
        for _screen in range(12):
            if not self.page.locator(FORM).count():
                break
            self.answer()
            self._follow(self.page.get_by_role("button", name="Continue").last)
        assert self.page.locator(".pep-tasks").count(), f"{title}: {self.problems()}"

    def _follow(self, control: Locator) -> None:
        """Press it and wait for the next page: a slow machine shows the old one for a while."""
        with self.page.expect_navigation():
            control.click()

    def problems(self) -> list[str]:
        return self.page.locator(".pep-error-summary li").all_inner_texts()

    def to_do(self, *, group: str) -> list[str]:
        """Titles of a group's sections that are not done."""
        head = f".pep-owner:has-text('{group}')"
        # A line stands between them where nobody is in the role yet.
        tasks = self.page.locator(f"{head} + .pep-tasks > li, {head} + p + .pep-tasks > li")
        return [
            task.locator("a").first.inner_text()
            for task in tasks.all()
            if task.locator(".pep-status").inner_text() not in ("Done", "Optional")
        ]
