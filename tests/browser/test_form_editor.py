"""A question of the council's own, from a web editor's draft to a teacher's plan, in a browser."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from pep_plugin.formbuilder.keys import OUR_QUESTIONS
from pep_plugin.formbuilder.loading import load_form, make_live
from pep_plugin.formbuilder.models import PEPForm, PEPFormSection, PEPSection
from pep_plugin.formversions.models import FormVersion
from pep_plugin.plans.actions import start_plan
from pep_plugin.plans.models import Plan
from pep_plugin.plans.terms import ensure_terms
from pep_plugin.sections import definitions
from tests.factories import ChildFactory, EnrolmentFactory, UserFactory, council

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

QUESTION = "Which club would you like to join this term?"
ANSWER = "The robotics club on Thursdays"


@pytest.fixture
def scene(council_site):
    ensure_terms()
    made = council()
    primary_in_the_editor()
    made.vs_head.user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return made


@pytest.fixture
def editor(scene) -> Any:
    """A web editor who may change forms, and holds no post."""
    user = UserFactory(username="wendy.page")
    user.user_permissions.add(
        *Permission.objects.filter(
            codename__in=["access_admin", "change_pepsection", "change_pepform"]
        )
    )
    return user


def primary_in_the_editor() -> None:
    """Primary as it is shipped, with the section that is kept free for the council."""
    if PEPForm.objects.filter(key="primary").exists():
        return
    form = load_form(definitions.shipped()["primary"])
    section = PEPSection(
        key=OUR_QUESTIONS,
        variant="primary",
        title="Our questions",
        owner_role="designated_teacher",
    )
    section.save()
    make_live(section)
    form.placed.add(PEPFormSection(section=section, sort_order=900))
    form.save()
    make_live(form)


def our_questions() -> PEPSection:
    """The section of Primary that is kept free for the council."""
    placed = PEPForm.objects.get(key="primary").placed.all()
    return next(one.section for one in placed if one.section.key == OUR_QUESTIONS)


def draft_a_question(page: Page, section: PEPSection) -> None:
    page.goto(reverse(PEPSection.snippet_viewset.get_url_name("edit"), args=[section.pk]))
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name=re.compile("^Short text")).click()
    page.locator("input[name$='-label']").first.fill(QUESTION)


def preview(page: Page) -> None:
    """The preview frame shows the question as the wizard would."""
    page.get_by_role("button", name="Toggle preview").click()
    frame = page.frame_locator("iframe[title='Preview']").first
    expect(frame.get_by_label(QUESTION)).to_be_visible(timeout=15_000)


def save_draft(page: Page) -> None:
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text(re.compile("updated"))).to_be_visible()


def plan_of_a_new_child(scene) -> Plan:
    child = ChildFactory(first_name="Jaylen", last_name="Heron")
    EnrolmentFactory(child=child, school=scene.school)
    return start_plan(actor=scene.actor("designated_teacher"), child=child)


def test_a_question_from_draft_to_plan(scene, editor, new_page, sign_in, client, tmp_path):
    old = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    section = our_questions()

    page = sign_in(new_page(), editor)
    draft_a_question(page, section)
    preview(page)
    save_draft(page)
    page.goto("/admin/pep-forms/publish/")
    expect(page.get_by_text("Publishing is for Virtual School heads and advisers.")).to_be_visible()
    assert page.get_by_role("button", name="Publish").count() == 0
    assert FormVersion.objects.live("primary").number == 1

    head = sign_in(new_page(java_script_enabled=False), scene.user("vs_head"))
    head.goto("/admin/pep-forms/publish/")
    expect(head.get_by_text(QUESTION).first).to_be_visible()
    head.get_by_role("button", name=re.compile("^Publish")).click()
    expect(head.get_by_text("version 2").first).to_be_visible()
    assert FormVersion.objects.live("primary").number == 2

    new = plan_of_a_new_child(scene)
    asked = {
        plan: [question.label for _path, _section, question in plan.form().paths()]
        for plan in (old, new)
    }
    assert QUESTION in asked[new]
    assert QUESTION not in asked[old]

    teacher = sign_in(new_page(), scene.user("designated_teacher"))
    step = reverse("pep_plugin:step", args=[new.pk, section.key])
    teacher.goto(step)
    teacher.get_by_label(QUESTION).fill(ANSWER)
    teacher.get_by_role("button", name="Continue").click()
    assert teacher.goto(reverse("pep_plugin:step", args=[old.pk, section.key])).status == 404

    everywhere(client, scene, new, tmp_path)


def everywhere(client: Any, scene: Any, plan: Plan, folder: Any) -> None:
    """The blank template, the PDF, the Word document and the export have it."""
    blank = client.get("/pep/templates/primary.docx").content
    assert QUESTION in words_of(blank)
    client.force_login(scene.user("designated_teacher"))
    printed = client.get(reverse("pep_plugin:pdf", args=[plan.pk])).content
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages)
    assert squashed(QUESTION) in squashed(text)
    assert squashed(ANSWER) in squashed(text)
    filled = client.get(reverse("pep_plugin:word", args=[plan.pk])).content
    assert ANSWER in words_of(filled)
    call_command("pep_export", "plans", output=folder / "plans.csv", stdout=io.StringIO())
    assert ANSWER in (folder / "plans.csv").read_text("utf-8-sig")


def words_of(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as opened:
        xml = opened.read("word/document.xml").decode()
    return re.sub(r"<[^>]+>", "", xml)


def squashed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("with_scripts", [True, False], ids=["scripts", "no scripts"])
def test_our_screens_have_no_barriers(
    scene, editor, new_page, sign_in, axe_violations, scrolls_sideways, with_scripts
):
    row = our_questions().get_latest_revision_as_object()
    row.questions.append(("text", {"label": QUESTION}))
    row.save_revision(user=editor)
    page = sign_in(new_page(java_script_enabled=with_scripts), scene.user("vs_head"))
    page.goto("/admin/pep-forms/publish/")
    expect(page.get_by_text(QUESTION).first).to_be_visible()
    if with_scripts:
        assert axe_violations(page) == []
        narrow = sign_in(new_page(width=320), scene.user("vs_head"))
        narrow.goto("/admin/pep-forms/publish/")
        assert not scrolls_sideways(narrow)


def test_the_previewed_section_has_no_barriers(scene, editor, new_page, sign_in, axe_violations):
    """The page that the frame shows, opened by itself."""
    page = sign_in(new_page(), editor)
    draft_a_question(page, our_questions())
    preview(page)
    page.goto(
        reverse(
            PEPSection.snippet_viewset.get_url_name("preview_on_edit"), args=[our_questions().pk]
        )
    )
    expect(page.get_by_label(QUESTION)).to_be_visible()
    assert axe_violations(page) == []
