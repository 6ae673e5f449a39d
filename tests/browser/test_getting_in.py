"""Getting in, in a real browser: invited, having forgotten, suspended, asked for one section."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from pep_plugin.access.accounts import take_missing_marks
from tests.factories import PASSPHRASE, council, live_primary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW = "teapot over the hill"


@pytest.fixture
def scene():
    live_primary()
    made = council()
    made.vs_head.name = "Helen Marsh"
    made.vs_head.save()
    take_missing_marks()
    return made


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def visit(request, new_page, axe_violations, scrolls_sideways):
    """``visit()``: a browser of somebody's own; ``visit.looks_right(page)``."""

    def at(width: int = 1280) -> Page:
        return new_page(java_script_enabled=request.param, width=width)

    def looks_right(page: Page) -> None:
        assert not scrolls_sideways(page)
        if request.param:
            assert axe_violations(page) == []

    at.looks_right = looks_right
    return at


def link_in_message(to: str) -> str:
    """The path of the link in the newest message to somebody."""
    message = next(each for each in reversed(mail.outbox) if each.recipients() == [to])
    return urlsplit(re.search(r"https?://\S+", message.body).group(0)).path


def choose_passphrase(page: Page, first: str, second: str) -> None:
    first_box, second_box = page.locator("input[type=password]").all()[-2:]
    first_box.fill(first)
    second_box.fill(second)
    page.locator("main button[type=submit]").last.click()


def sign_in_as(page: Page, email: str, passphrase: str) -> None:
    page.get_by_label("E-mail address or username").fill(email)
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("button", name="Sign in").click()


def test_helen_invites_a_new_teacher_who_sees_the_children_in_a_minute(scene, visit, sign_in):
    helen = visit()
    sign_in(helen, scene.user("vs_head"))
    helen.get_by_role("link", name="People and posts").click()
    helen.get_by_role("link", name="Give a post").click()
    helen.get_by_label("Post", exact=True).select_option("designated_teacher")
    helen.get_by_label("Name", exact=True).fill("Asha Verdin")
    helen.get_by_label("Work e-mail address").fill("asha.verdin@example.org")
    helen.get_by_label("School or setting").fill("harrow")
    helen.get_by_role("button", name="Find a school").click()
    helen.get_by_label("Harrow Lane Primary").check()
    helen.get_by_role("button", name="Give the post and send the invitation").click()
    expect(helen.get_by_role("status")).to_contain_text("the invitation is on its way")
    expect(helen.get_by_role("row", name="Asha Verdin")).to_contain_text("Invited on")
    visit.looks_right(helen)

    asha = visit(320)
    asha.goto(link_in_message("asha.verdin@example.org"))
    expect(asha.get_by_text("Helen Marsh invites you")).to_be_visible()
    visit.looks_right(asha)
    choose_passphrase(asha, "short", "short")
    expect(asha).to_have_title(re.compile("^Error: "))
    expect(asha.get_by_role("alert")).to_contain_text("at least 12 characters")
    visit.looks_right(asha)
    choose_passphrase(asha, NEW, NEW)
    expect(asha.get_by_role("heading", name="Your account is ready")).to_be_visible()
    visit.looks_right(asha)
    asha.get_by_role("link", name="Sign in", exact=True).click()
    sign_in_as(asha, "asha.verdin@example.org", NEW)
    expect(asha.get_by_role("heading", name="My PEPs")).to_be_visible()
    expect(asha.get_by_role("link", name=scene.child.short_name, exact=True)).to_be_visible()


def test_a_forgotten_passphrase_is_ones_own_to_replace(scene, visit):
    ngozi = visit(320)
    email = scene.designated_teacher.email
    ngozi.goto("/pep/")
    sign_in_as(ngozi, email, "what was it")
    expect(ngozi.get_by_role("alert")).to_contain_text("We do not know that")
    visit.looks_right(ngozi)
    ngozi.get_by_role("link", name="I forgot my passphrase").click()
    visit.looks_right(ngozi)
    ngozi.get_by_label("E-mail address").fill(email)
    ngozi.get_by_role("button", name="Send me the link").click()
    expect(ngozi.get_by_role("heading", name="Look at your e-mail")).to_be_visible()

    ngozi.goto(link_in_message(email))
    choose_passphrase(ngozi, NEW, "teapot under the hill")
    expect(ngozi.get_by_role("alert")).to_contain_text("not the same")
    visit.looks_right(ngozi)
    choose_passphrase(ngozi, NEW, NEW)
    expect(ngozi.get_by_role("heading", name="Your passphrase is saved")).to_be_visible()
    ngozi.get_by_role("main").get_by_role("link", name="Sign in", exact=True).click()
    sign_in_as(ngozi, email, NEW)
    ngozi.goto("/pep/")
    expect(ngozi.get_by_role("link", name=scene.child.short_name, exact=True)).to_be_visible()


def test_an_account_that_another_hand_changed_waits_for_helen(scene, visit, sign_in):
    user = scene.user("designated_teacher")
    user.set_password(PASSPHRASE)
    user.save()
    ngozi = visit()
    sign_in(ngozi, user)
    expect(ngozi.get_by_role("heading", name="Your posts are paused")).to_be_visible()
    expect(ngozi.get_by_text(scene.child.first_name)).to_have_count(0)
    visit.looks_right(ngozi)

    helen = visit()
    sign_in(helen, scene.user("vs_head"))
    helen.get_by_role("link", name="People and posts").click()
    visit.looks_right(helen)
    helen.get_by_role("button", name=re.compile("I asked them: confirm")).click()
    expect(helen.get_by_role("status")).to_contain_text("Their posts count again")
    ngozi.reload()
    expect(ngozi.get_by_role("link", name=scene.child.short_name, exact=True)).to_be_visible()


def test_a_mentor_is_asked_for_one_section_and_fills_it_in(scene, visit, sign_in):
    ngozi = visit()
    sign_in(ngozi, scene.user("designated_teacher"))
    ngozi.goto(f"/pep/plans/{scene.plan.pk}/")
    ngozi.get_by_role("link", name="Beyond the classroom").click()
    ngozi.get_by_role("link", name="Ask somebody else to fill this in").click()
    ngozi.get_by_label("Name", exact=True).fill("Kit Marrow")
    ngozi.get_by_label("Work e-mail address").fill("kit.marrow@example.org")
    visit.looks_right(ngozi)
    ngozi.get_by_role("button", name="Ask them").click()
    expect(ngozi.get_by_role("row", name="Kit Marrow")).to_contain_text("Beyond the classroom")
    visit.looks_right(ngozi)

    kit = visit(320)
    invitation = next(each for each in mail.outbox if "/invited/" in each.body)
    kit.goto(urlsplit(re.search(r"https?://\S+", invitation.body).group(0)).path)
    choose_passphrase(kit, NEW, NEW)
    kit.get_by_role("link", name="Sign in", exact=True).click()
    sign_in_as(kit, "kit.marrow@example.org", NEW)
    visit.looks_right(kit)
    kit.get_by_role("link", name="Beyond the classroom").click()
    expect(kit.get_by_role("heading", level=1)).to_contain_text("Your part of")
    visit.looks_right(kit)
    kit.get_by_role("main").get_by_role("link", name="Beyond the classroom").click()
    box = kit.locator("textarea").first
    box.fill("Comes to the climbing wall every Thursday.")
    kit.get_by_role("button", name="Save and come back later").click()
    expect(kit.get_by_role("heading", level=1)).to_contain_text("Your part of")
    saved = scene.plan.answers.get(section="beyond_class")
    assert "climbing wall" in str(saved.data)
