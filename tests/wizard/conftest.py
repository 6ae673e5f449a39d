"""People at browsers without scripts: they open pages, change fields, press buttons."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html as parser

from pep_plugin.plans.reading import OpenPlan, open_plan
from tests.entry.pages import sent
from tests.factories import Council, council


@pytest.fixture
def scene(db) -> Council:
    """Maya's plan, with the small form of the factories."""
    return council()


class Browser:
    """Somebody of the scene, signed in. ``page``: the last page that came."""

    def __init__(self, scene: Council, role: str) -> None:
        self.scene = scene
        self.role = role
        self.client = Client()
        self.client.force_login(scene.user(role))
        self.page: HttpResponse | None = None
        self.path = ""

    def address(self, name: str, *parts: str) -> str:
        return reverse(f"pep_plugin:{name}", args=[self.scene.plan.pk, *parts])

    def open(self, name: str, *parts: str, **query: str) -> HttpResponse:
        self.path = self.address(name, *parts)
        self.page = self.client.get(self.path, query)
        return self.page

    @property
    def text(self) -> str:
        return self.page.content.decode() if self.page is not None else ""

    @property
    def words(self) -> str:
        """What stands on the page, without its mark-up, each run of blanks as one."""
        main = parser.fromstring(self.text).xpath("//main")[0]
        return " ".join(main.text_content().split())

    def fields(self, form: str = "//main//form") -> Any:
        """What a browser would post for the first form of the page."""
        found = parser.fromstring(self.text).xpath(form)
        return sent("".join(parser.tostring(part, encoding="unicode") for part in found[0]))

    def press(self, go: str = "continue", *, follow: bool = False, **changes: Any) -> HttpResponse:
        """Change fields, then press a button: "continue", "later", or "name=value"."""
        data = self.fields()
        for name, value in changes.items():
            data.setlist(name, value if isinstance(value, list) else [value])
        button, _, value = go.rpartition("=")
        data.appendlist(button or "go", value)
        self.page = self.client.post(self.path, dict(data.lists()), follow=follow)
        return self.page

    def opened(self) -> OpenPlan:
        return open_plan(self.scene.actor(self.role), self.scene.plan.pk)

    def answer(self, section: str, question: str) -> Any:
        """What is stored: the value, the text as typed, or the reason for none."""
        held = self.opened().answers.get(section, {}).get(question)
        if held is None:
            return None
        return held.get("value", held.get("typed", held.get("none")))


@pytest.fixture
def browser(scene):
    """``browser("social_worker")``: that person at a browser of their own."""

    def at(role: str) -> Browser:
        return Browser(scene, role)

    return at
