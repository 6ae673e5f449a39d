"""A real Chromium for every test in this folder, and the sandbox council's site to look at."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.factories import PASSPHRASE

# Playwright runs an event loop in the test's own thread, and Django then refuses its database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: What WCAG 2.2 AA needs, and what is good practice besides.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; every page of a test has a profile of its own."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("These tests need Chromium: apt-get install chromium.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """``new_page(java_script_enabled=False, width=320, color_scheme="dark")``.

    Each call is another visitor. Addresses may be given without their host. A page that asks any
    other host for something, or breaks its own content policy, fails the test at its end.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(*, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: _only_ours(request.url, live_server.url, complaints))
        page.on("console", lambda message: _no_policy_break(message.text, complaints))
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


def _only_ours(url: str, ours: str, complaints: list[str]) -> None:
    if not url.startswith((ours, "data:", "blob:", "about:")):
        complaints.append(f"A page asked another host: {url}")


def _no_policy_break(text: str, complaints: list[str]) -> None:
    if "Content Security Policy" in text:
        complaints.append(text)


@pytest.fixture(scope="session")
def kept_site() -> Iterator[sqlite3.Connection]:
    """A copy of the council's site, empty until the first test has made it."""
    kept = sqlite3.connect(":memory:", check_same_thread=False)
    yield kept
    kept.close()


@pytest.fixture
def council_site(live_server: Any, kept_site: sqlite3.Connection) -> None:
    """The sandbox council's pages with the package's own, published.

    They are made once in a run: making them takes ten times as long as a test.
    """
    connection.ensure_connection()
    if kept_site.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        kept_site.backup(connection.connection)
        # Nothing told these that other rows stand in the tables now.
        ContentType.objects.clear_cache()
        cache.clear()
        return
    with open(os.devnull, "w") as nowhere:
        call_command("load_council", stdout=nowhere)
        call_command("pep_setup", publish=True, stdout=nowhere)
    connection.connection.backup(kept_site)


@pytest.fixture
def axe_violations() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page: one line each, with the rule, the place and its block."""

    def block_of(page: Page, target: list[Any]) -> str:
        inside = "css => document.querySelector(css)?.closest('.pep-block')?.className"
        return page.evaluate(inside, target[0]) or "" if isinstance(target[0], str) else ""

    def find(page: Page) -> list[str]:
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        return [
            f"{violation['id']}: {violation['help']} ({node['html'][:160]})"
            f" {block_of(page, node['target'])}".rstrip()
            for violation in found.response["violations"]
            for node in violation["nodes"]
        ]

    return find


@pytest.fixture
def sign_in() -> Callable[..., Page]:
    """``sign_in(page, user)``: through the sandbox's own sign-in page, as a person would."""

    def signed_in(page: Page, user: Any, passphrase: str = PASSPHRASE) -> Page:
        page.goto("/sign-in/?next=/pep/")
        page.get_by_label("E-mail address or username").fill(user.get_username())
        page.get_by_label("Passphrase").fill(passphrase)
        page.get_by_role("button", name="Sign in").click()
        return page

    return signed_in


@pytest.fixture
def open_as(scene: Any, new_page: Any, sign_in: Any) -> Callable[..., Page]:
    """``open_as("deputy", address, width=320)``: somebody of the test's scene, at that page."""

    def at(role: str, address: str, **options: Any) -> Page:
        page: Page = new_page(**options)
        sign_in(page, scene.user(role))
        page.goto(address)
        return page

    return at


@pytest.fixture
def scrolls_sideways() -> Callable[[Page], bool]:
    """Whether the page is wider than its window."""

    def check(page: Page) -> bool:
        return page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )

    return check
