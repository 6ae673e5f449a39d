"""A carer on a telephone 320 pixels wide, with scripts and without; and who gives the link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from pep_plugin.plans.models import Plan, SectionAnswers
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import roles
from tests.browser.windows import resize
from tests.factories import (
    InvolvementFactory,
    PersonFactory,
    SubmissionFactory,
    council,
    live_primary,
)
from tests.voice.conftest import a_link
from tests.voice.own import landing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 2


@pytest.fixture
def scene():
    live_primary()
    made = council()
    made.carer = PersonFactory(name="Jo Linden", email="jo.linden@example.org")
    InvolvementFactory(child=made.child, person=made.carer, role=roles.CARER)
    cells = {
        "area": {"value": "reading"},
        "target": {"value": "I can read a whole chapter to my carer."},
        "who_does_what": {"value": f"Ten minutes every evening, with {LONG}"},
        "carer_part": {"value": "Choose a book together on Sundays"},
    }
    SectionAnswers.objects.create(
        plan=made.plan,
        section="targets",
        revision=1,
        data={"targets": {"value": [{"id": "k3v9m2x8q4", "cells": cells}]}},
    )
    SectionAnswers.objects.create(
        plan=made.plan,
        section="plan",
        revision=1,
        data={"meeting_date": {"value": "2026-12-03"}},
    )
    return made


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_carer_says_their_view_on_a_telephone(
    scene, new_page, axe_violations, scrolls_sideways, scripts
):
    page = new_page(
        width=320, height=640, java_script_enabled=scripts, has_touch=True, is_mobile=True
    )

    def is_well() -> None:
        if scripts:
            for scheme in ("light", "dark"):
                resize(page, (320, scheme))
                assert axe_violations(page) == [], page.url
            assert not scrolls_sideways(page), page.url

    page.goto(landing(a_link(scene.plan, "carer", person=scene.carer)))
    assert "Maya" not in page.content(), "the first page says nothing to who finds a telephone"
    is_well()
    press(page, "Open my page")
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    assert headings[0] == "What Maya is working on"
    expect(page.get_by_text("Choose a book together on Sundays")).to_be_visible()
    expect(page.get_by_text("3 December 2026")).to_be_visible()
    is_well()

    press(page, "Start")
    page.get_by_label("What is going well?").fill("She sings when she comes home.")
    is_well()
    press(page, "Next")
    page.get_by_label("What will you do at home").fill("Read together.")
    press(page, "Next")
    page.goto("/pep/own/check/")
    expect(page.get_by_text("She sings when she comes home.")).to_be_visible()
    is_well()
    press(page, "Next")
    is_well()
    press(page, "Send it")
    expect(page.get_by_role("heading", level=1)).to_contain_text("It is sent")
    is_well()

    answer = SectionAnswers.objects.get(plan=scene.plan, section="carer").data["going_well"]
    assert answer["value"] == "She sings when she comes home."
    assert answer["by"] == str(scene.carer.pk)
    page.goto("/pep/own/q/carer.going_well/")
    assert "She sings" not in page.content(), "what was sent is answered, and not shown again"


def test_colleagues_give_a_link_and_take_it_back(
    scene, new_page, sign_in, axe_violations, scrolls_sideways
):
    page = sign_in(new_page(width=320), scene.user("social_worker"))
    page.goto(f"/pep/plans/{scene.plan.pk}/people/")
    assert axe_violations(page) == []
    assert not scrolls_sideways(page)

    carers = page.get_by_role("region", name="Jo Linden")
    carers.get_by_label("E-mail address").fill("nowhere")
    press_in(page, carers, "Send the link")
    expect(page).to_have_title(re.compile("Error:"))
    page.get_by_role("alert").get_by_role("link").click()
    expect(carers.get_by_label("E-mail address")).to_be_focused()
    assert axe_violations(page) == []

    carers.get_by_label("E-mail address").fill("jo.linden@example.org")
    press_in(page, carers, "Send the link")
    expect(page.get_by_role("status")).to_have_text("The link is on its way.")
    expect(carers.get_by_text("Not opened yet")).to_be_visible()
    assert axe_violations(page) == []

    press_in(page, carers, "Take this link back")
    expect(carers.get_by_text("Taken back")).to_be_visible()
    assert axe_violations(page) == []
    assert not scrolls_sideways(page)


def press_in(page: Page, place, name: str) -> None:
    with page.expect_navigation():
        place.get_by_role("button", name=name).click()


@pytest.mark.parametrize("role", [roles.CARER, roles.PARENT, roles.CHILD])
def test_the_agreed_plan_on_a_telephone_and_on_paper(
    scene, new_page, axe_violations, scrolls_sideways, role
):
    held = {row.section: row.data for row in scene.plan.answers.all()}
    SubmissionFactory(
        plan=scene.plan,
        answers={**answers_of.sample(scene.plan.form_version.form), **held},
        head={"child": {"called": "Maya"}, "reference": scene.plan.reference},
    )
    Plan.objects.filter(pk=scene.plan.pk).update(state="signed_off")
    person = None
    if role != roles.CHILD:
        person = PersonFactory(name="Alex Kestrel", email="alex@example.org")
        InvolvementFactory(child=scene.child, person=person, role=role)
    page = new_page(width=320)
    page.goto(landing(a_link(scene.plan, role, person=person)))
    press(page, "Open my page")

    expect(page.get_by_text("I can read a whole chapter to my carer.").first).to_be_visible()
    for summary in page.locator("summary").all():
        summary.click()
    for scheme in ("light", "dark"):
        resize(page, (320, scheme))
        assert axe_violations(page) == []
    assert not scrolls_sideways(page)

    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Close my page")).to_be_hidden()
    page.emulate_media(media="screen")
    press(page, "Close my page")
    page.goto("/pep/own/plan/")
    assert "I can read a whole chapter" not in page.content()
