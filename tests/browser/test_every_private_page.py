"""Every page that staff can come to by following links, in every state of a plan, is looked at.

A page that is added to the product is found here by itself, as soon as something leads to it.
"""

from __future__ import annotations

from collections import deque
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.browser.windows import resize
from tests.factories import (
    ChildFactory,
    EnrolmentFactory,
    InvolvementFactory,
    PlanFactory,
    SubmissionFactory,
    council,
    live_primary,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STATES = ("submitted", "returned", "signed_off", "withdrawn")
#: A question's screens look alike in each plan and to each who fills them in: once is enough.
_ONCE = ("step", "section_history", "files")


@pytest.fixture
def scene():
    live_primary()
    scene = council()
    _filled_in(scene.plan)
    for state in STATES:
        child = ChildFactory()
        EnrolmentFactory(child=child, school=scene.school)
        InvolvementFactory(child=child, person=scene.social_worker, social_worker=True)
        plan = PlanFactory(child=child, **{state: True})
        if state == "withdrawn":
            _filled_in(plan)
    return scene


def _filled_in(plan):
    """With a sample of every answer, as they would be typed."""
    sent = SubmissionFactory.build(plan=plan)
    for section, answers in sent.answers.items():
        plan.answers.create(section=section, data=answers, revision=1)


def kind_of(path: str) -> tuple[str, ...] | None:
    """What makes two addresses the same page: name, screen, plan. None for what is not ours."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if match.app_name != "pep_plugin":
        return None
    given = {key: str(value) for key, value in match.kwargs.items()}
    if match.url_name in _ONCE:
        given.pop("plan_id", None)
    return (str(match.url_name), *(f"{key}={given[key]}" for key in sorted(given)))


def links_of(page: Page) -> list[str]:
    found = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.href)")
    return list(dict.fromkeys(urlsplit(address).path for address in found))


def is_a_page(page: Page, path: str) -> bool:
    """Whether it is a page at all: documents and files are looked at elsewhere."""
    answer = page.request.head(path)
    return answer.ok and "text/html" in answer.headers.get("content-type", "")


@pytest.mark.parametrize(
    ("role", "at_least"), [("designated_teacher", 30), ("vs_head", 25), ("iro", 5)]
)
def test_every_page_is_free_of_barriers_wide_and_narrow_light_and_dark(
    role, at_least, scene, new_page, sign_in, axe_violations, scrolls_sideways
):
    page = new_page()
    sign_in(page, scene.user(role))
    waiting = deque(["/pep/"])
    seen: set[tuple[str, ...]] = set()
    complaints: list[str] = []
    while waiting:
        path = waiting.popleft()
        kind = kind_of(path)
        if kind is None or kind in seen or (kind[0] in _ONCE and role != "designated_teacher"):
            continue
        seen.add(kind)
        if not is_a_page(page, path):
            continue
        resize(page, (1280, "light"))
        answer = page.goto(path)
        if answer is None or not answer.ok:
            complaints.append(f"{path}: {answer and answer.status}")
            continue
        waiting += links_of(page)
        complaints += _looked_at(page, kind, axe_violations, scrolls_sideways)
    assert complaints == []
    assert len(seen) > at_least, "the whole house was walked through"


def _looked_at(page, kind, axe_violations, scrolls_sideways) -> list[str]:
    where = " ".join(kind)
    found = []
    if page.locator("h1").count() != 1:
        found.append(f"{where}: {page.locator('h1').count()} main headings")
    if not page.title().strip():
        found.append(f"{where}: no title")
    for window in ((1280, "light"), (320, "dark")):
        resize(page, window)
        found += [f"{where} {window}: {violation}" for violation in axe_violations(page)]
        if scrolls_sideways(page):
            found.append(f"{where} {window}: scrolls sideways")
    return found
