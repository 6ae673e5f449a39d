"""A photo beside an answer in a real browser: added, refused, opened and taken off again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pep_plugin.plans.models import SectionAnswers
from tests.factories import council, live_primary
from tests.files.test_intake import with_a_place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def scene():
    live_primary()
    return council()


def photos(scene):
    saved = SectionAnswers.objects.get(plan=scene.plan, section="views").data
    return [file["name"] for file in saved.get("photo", {}).get("value", [])]


def choose(page: Page, name: str, data: bytes) -> None:
    page.get_by_label("Add a file").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    page.get_by_role("button", name="Add it").click()


@pytest.mark.parametrize(("scripts", "width"), [(False, 1280), (False, 320), (True, 1280)], ids=str)
def test_a_photo_is_added_opened_and_taken_off(
    scene, new_page, sign_in, axe_violations, scrolls_sideways, scripts, width
):
    page = new_page(java_script_enabled=scripts, width=width)

    def look_it_over():
        # Both checks are scripts themselves; the page is the same without.
        if scripts:
            assert axe_violations(page) == []
            assert not scrolls_sideways(page)

    sign_in(page, scene.user("designated_teacher"))
    # Add detail, from the first screen of the section to the one with the pictures.
    page.goto(f"/pep/plans/{scene.plan.pk}/fill-in/views/")
    page.get_by_role("link", name="Pictures").or_(
        page.get_by_role("button", name="Pictures")
    ).first.click()
    page.get_by_role("button", name=re.compile("Add files")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A photo of me")
    address = page.url

    choose(page, "letter.exe", b"MZ")
    expect(page.locator(".pep-error-summary")).to_contain_text("not taken")
    expect(page.get_by_label("Add a file")).to_have_attribute("aria-invalid", "true")
    look_it_over()

    choose(page, "Me at the zoo.jpg", with_a_place())
    expect(page.get_by_role("status")).to_have_text("The file was added.")
    assert photos(scene) == ["Me at the zoo.jpg"]
    look_it_over()
    with page.expect_download() as given:
        page.get_by_role("link", name="Me at the zoo.jpg").click()
    assert given.value.suggested_filename == "Me at the zoo.jpg"

    page.get_by_role("button", name=re.compile(r"Take off ?: Me at the zoo\.jpg")).click()
    expect(page.get_by_role("status")).to_have_text("The file was taken off.")
    assert photos(scene) == []
    look_it_over()
    assert page.url.split("?")[0] == address.split("?")[0]
    page.get_by_role("link", name="Back to the questions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pictures")
