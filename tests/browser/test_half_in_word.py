"""A whole plan, half of it filled in on the screens and half in Word, in a real browser."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from pep_plugin.plans.models import SectionHistory, Submission
from tests.factories import council

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def adviser(request, new_page, sign_in) -> Page:
    """Somebody who may fill in every section, at a browser."""
    scene = council()
    page = new_page(java_script_enabled=request.param, accept_downloads=True)
    sign_in(page, scene.user("vs_adviser"))
    page.goto(f"/pep/plans/{scene.plan.pk}/")
    return page


def type_into(path: Path, texts: dict[str, str]) -> None:
    """What a person does in Word: click into the boxes with these tags, and type."""
    with zipfile.ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    left = dict(texts)
    for box in body.iter(f"{W}sdt"):
        tag = box.find(f"{W}sdtPr/{W}tag")
        # The first row of a table that is still empty has an id that nobody can know beforehand.
        name = re.sub(r"#[0-9a-z]+\.", "#.", str(tag.get(f"{W}val"))) if tag is not None else ""
        if name not in left:
            continue
        runs = list(box.find(f"{W}sdtContent").iter(f"{W}t"))
        runs[0].text = left.pop(name)
        for run in runs[1:]:
            run.text = ""
        shows_prompt = box.find(f"{W}sdtPr/{W}showingPlcHdr")
        if shows_prompt is not None:
            shows_prompt.getparent().remove(shows_prompt)
    assert not left, f"no box for {sorted(left)}"
    parts["word/document.xml"] = etree.tostring(body, xml_declaration=True, encoding="UTF-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name, data in parts.items():
            after.writestr(name, data)


def test_half_on_the_screens_and_half_in_word(adviser: Page, tmp_path: Path):
    home = adviser.url
    adviser.get_by_role("link", name="Learning and progress").first.click()
    adviser.get_by_label("What is going well").fill("Explains how lifts work.")
    adviser.get_by_role("button", name="Save and come back later").click()

    with adviser.expect_download() as coming:
        adviser.get_by_role("link", name="This PEP so far, as Word").click()
    path = tmp_path / "plan.docx"
    coming.value.save_as(path)
    type_into(
        path,
        {
            "care.legal_status": "Full care order",
            "progress.attendance": "97.5",
            "targets.targets#.area": "Reading",
            "targets.targets#.target": "I read a chapter aloud every week.",
            "targets.targets#.by_when": "12 March 2027",
        },
    )

    adviser.get_by_role("link", name="Bring in a filled-in Word file").click()
    adviser.get_by_role("button", name="Bring it in and compare").click()
    expect(adviser.locator(".pep-error-summary")).to_contain_text("Choose a file first.")
    adviser.set_input_files("#file", path)
    adviser.get_by_role("button", name="Bring it in and compare").click()

    expect(adviser.get_by_role("heading", level=1)).to_have_text("The plan and your file")
    main = adviser.locator("main")
    expect(main).not_to_contain_text("Explains how lifts work.")
    expect(main).to_contain_text("I read a chapter aloud every week.")
    adviser.get_by_role("button", name="Save what I chose").click()
    expect(adviser.get_by_role("status")).to_contain_text("3 answers were taken")

    adviser.goto(f"{home}check/")
    for words in ("Full care order", "Explains how lifts work.", "97.5", "12 March 2027"):
        expect(main).to_contain_text(words)
    adviser.get_by_role("button", name=re.compile("Send")).first.click()
    expect(adviser.get_by_role("heading", level=1)).to_contain_text(re.compile("sent", re.I))

    sent = Submission.objects.get()
    assert sent.answers["care"]["legal_status"]["value"] == "Full care order"
    assert sent.answers["progress"]["going_well"]["value"] == "Explains how lifts work."
    assert SectionHistory.objects.filter(source="word").count() == 3


def test_the_page_of_differences_is_free_of_barriers(
    new_page, sign_in, axe_violations, scrolls_sideways, tmp_path: Path
):
    scene = council()
    page = new_page(accept_downloads=True, width=320)
    sign_in(page, scene.user("vs_adviser"))
    page.goto(f"/pep/plans/{scene.plan.pk}/word-in/")
    assert axe_violations(page) == []
    with page.expect_download() as coming:
        page.get_by_role("link", name="This PEP so far, as Word").click()
    path = tmp_path / "plan.docx"
    coming.value.save_as(path)
    type_into(path, {"care.legal_status": "Full care order", "progress.attendance": "about ten"})
    page.set_input_files("#file", path)
    page.get_by_role("button", name="Bring it in and compare").click()

    expect(page.locator("main")).to_contain_text("about ten")
    assert axe_violations(page) == []
    assert not scrolls_sideways(page)
