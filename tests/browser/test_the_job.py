"""The whole job in a real browser, two people and the Virtual School; with scripts and without."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from pep_plugin.people.models import Child
from pep_plugin.plans.models import Plan, Submission
from pep_plugin.plans.terms import ensure_terms
from tests.browser.filling import Writer
from tests.factories import council, live_primary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def scene():
    """People and schools; the child is added in the browser."""
    ensure_terms()
    live_primary()
    made = council()
    Child.objects.all().delete()
    return made


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def visitor(request, scene, new_page, sign_in):
    """``visitor("social_worker")``: somebody of the scene, signed in, in a browser of their own."""

    def at(role: str) -> Writer:
        page = new_page(java_script_enabled=request.param, accept_downloads=True)
        sign_in(page, scene.user(role))
        return Writer(role, page)

    at.with_scripts = request.param
    return at


def add_child(page: Page) -> None:
    page.goto("/pep/children/add/")
    page.get_by_label("First name").fill("Maya")
    page.get_by_label("Last name").fill("Kestrel")
    for question, (day, month, year) in (
        ("Date of birth", ("14", "10", "2017")),
        ("ooked after", ("2", "11", "2026")),
    ):
        group = page.locator("fieldset").filter(has_text=question).first
        group.get_by_label("Day").fill(day)
        group.get_by_label("Month").fill(month)
        group.get_by_label("Year").fill(year)
    page.get_by_label("School or setting").fill("Harrow")
    page.get_by_role("button", name="Find a school").click()
    page.get_by_label("Harrow Lane Primary").first.check()
    page.get_by_role("button", name="Add this child").click()


def squashed(text: str) -> str:
    """Without what a PDF adds or drops between letters: blanks and marks of direction."""
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def test_the_whole_job(visitor, scene, axe_violations, tmp_path: Path):
    worker = visitor("social_worker")
    add_child(worker.page)
    worker.page.get_by_role("button", name="Start the PEP").click()
    expect(worker.page.get_by_role("heading", level=1)).to_contain_text("Maya’s plan")

    teacher = visitor("designated_teacher")
    teacher.page.get_by_role("link", name="Maya K").first.click()
    if teacher.page.get_by_role("link", name="Carry on with it").count():
        teacher.page.get_by_role("link", name="Carry on with it").click()
    home = teacher.page.url.partition("?")[0]

    both_at_once(worker, teacher, home)
    for person, groups in (
        (teacher, ("For you", "For Maya", "For the carer")),
        (worker, ("For you",)),
    ):
        person.page.goto(home)
        for group in groups:
            for title in person.to_do(group=group):
                person.fill_in(title)

    send(teacher, home)
    adviser = visitor("vs_adviser")
    review(adviser, teacher, home)

    sent = Submission.objects.latest("number")
    everything = str(sent.answers)
    for text in (*teacher.typed, *worker.typed):
        assert text in everything
    documents_hold(adviser, home, [*teacher.typed, *worker.typed])
    if visitor.with_scripts:
        no_barriers(adviser, home, axe_violations)


def both_at_once(worker: Writer, teacher: Writer, home: str) -> None:
    """Both have one page open: different questions merge, the same one shows both texts."""
    for person in (worker, teacher):
        person.page.goto(f"{home}fill-in/beyond_class/")
    worker.page.get_by_label("What the child would like to try").or_(
        worker.page.locator("[name='beyond_class-wants_to_try']")
    ).first.fill("Climbing, typed by the social worker")
    worker.page.get_by_role("button", name="Save and come back later").click()
    teacher.page.locator("[name='beyond_class-barriers']").fill("No bus home, typed by the teacher")
    teacher.page.get_by_role("button", name="Save and come back later").click()
    worker.typed.append("Climbing, typed by the social worker")
    teacher.typed.append("No bus home, typed by the teacher")
    for person in (worker, teacher):
        person.page.goto(f"{home}fill-in/beyond_class/")
    for person in (worker, teacher):
        expect(person.page.locator("[name='beyond_class-wants_to_try']")).to_have_value(
            "Climbing, typed by the social worker"
        )
    worker.page.locator("[name='beyond_class-interests']").fill("Swims on Fridays")
    worker.page.get_by_role("button", name="Save and come back later").click()
    expect(worker.page.locator(".pep-tasks").first).to_be_visible()
    teacher.page.locator("[name='beyond_class-interests']").fill("Draws dragons")
    teacher.page.get_by_role("button", name="Save and come back later").click()
    expect(teacher.page.get_by_role("heading", level=1)).to_have_text("Sam Reid changed this too")
    expect(teacher.page.get_by_text("Swims on Fridays").first).to_be_visible()
    teacher.page.get_by_label("Write it anew, from both").check()
    teacher.page.locator("[name='settle-0-new']").fill("Swims on Fridays, draws dragons")
    teacher.page.get_by_role("button", name="Save my choice").click()
    expect(teacher.page.locator("[name='beyond_class-interests']")).to_have_value(
        "Swims on Fridays, draws dragons"
    )
    teacher.typed.append("Swims on Fridays, draws dragons")


def send(teacher: Writer, home: str) -> None:
    teacher.page.goto(home)
    teacher.page.get_by_role("link", name="Check and send").click()
    expect(teacher.page.get_by_text("Nothing is missing.")).to_be_visible()
    # Twice by accident is one sending.
    teacher.page.get_by_role("button", name="Send to the Virtual School").dblclick()
    # Without a worker the documents are made before the page comes.
    heading = teacher.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Maya’s plan was sent", timeout=90_000)
    assert Submission.objects.count() == 1
    teacher.page.goto(f"{home}sent/")
    expect(teacher.page.get_by_role("heading", level=1)).to_have_text("Maya’s plan was sent")


def review(adviser: Writer, teacher: Writer, home: str) -> None:
    """The Virtual School finds it in its own list and sends it back; it is changed and agreed."""
    page = adviser.page
    expect(page.get_by_role("link", name="Maya K").first).to_be_visible()
    page.goto(home)
    page.get_by_role("link", name="Send it back").click()
    page.get_by_role("button", name="Send it back").click()
    expect(page.locator(".pep-error-summary")).to_be_visible()
    page.get_by_label("What should be changed").fill("Say by when she reads a chapter.")
    page.get_by_role("button", name="Send it back").click()
    teacher.page.goto(home)
    expect(teacher.page.get_by_text("Say by when she reads a chapter.")).to_be_visible()
    teacher.page.get_by_role("link", name="Check and send").click()
    teacher.page.get_by_role("button", name="Send to the Virtual School").click(timeout=90_000)
    expect(teacher.page.get_by_text("What happens next")).to_be_visible(timeout=90_000)
    page.goto(home)
    page.get_by_role("link", name="Agree it").click()
    page.get_by_role("button", name="Agree it").click()
    expect(page.get_by_text("Agreed on")).to_be_visible()
    assert Plan.objects.get().state == "signed_off"


def documents_hold(adviser: Writer, home: str, texts: list[str]) -> None:
    """The PDF and the Word document have every answer, none of it cut short."""
    adviser.page.goto(f"{home}read/")
    content = {}
    for name in ("PDF", "Word"):
        with adviser.page.expect_download() as download:
            adviser.page.get_by_role("link", name=name, exact=True).first.click()
        content[name] = Path(download.value.path()).read_bytes()
        assert "Maya" not in download.value.suggested_filename
    printed = squashed(
        "".join(page.extract_text() for page in PdfReader(BytesIO(content["PDF"])).pages)
    )
    with zipfile.ZipFile(BytesIO(content["Word"])) as archive:
        xml = archive.read("word/document.xml").decode()
    written = squashed(unescape(re.sub(r"<[^>]+>", "", xml)))
    for text in texts:
        assert squashed(text) in printed, text
        assert squashed(text) in written, text


def no_barriers(adviser: Writer, home: str, axe_violations) -> None:
    for path in ("", "read/", "removals/", "sent/"):
        adviser.page.goto(home + path)
        assert axe_violations(adviser.page) == [], path
