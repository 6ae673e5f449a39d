"""A child writes that they are scared at home, and lets one adult read it: it reaches a person, and
nobody at home meets a word of it.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from pep_plugin.access import Actor
from pep_plugin.audit.models import AuditEvent
from pep_plugin.conf import today
from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.documents.formats import FORMATS
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.plans.models import Plan
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import roles
from pep_plugin.voice.models import Telling, Worry
from tests.factories import (
    InvolvementFactory,
    PersonFactory,
    PostFactory,
    SubmissionFactory,
    council,
    live_primary,
)
from tests.voice.conftest import WORDS, a_link
from tests.voice.own import landing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def scene():
    live_primary()
    made = council()
    made.lead = PostFactory(
        role=roles.SAFEGUARDING_LEAD,
        school=made.school,
        person=PersonFactory(name="Wren Tallow", email="wren@example.org", account=True),
    ).person
    made.at_home = {}
    for role, name in ((roles.CARER, "Jo Linden"), (roles.PARENT, "Alex Kestrel")):
        person = PersonFactory(name=name, email=f"{role}@example.org")
        InvolvementFactory(child=made.child, person=person, role=role)
        made.at_home[role] = person
    return made


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first.click()


def writes(page: Page, plan: Plan) -> None:
    """On the screen that Ms Okafor handed over: for her alone, and to her first."""
    page.goto(f"/pep/plans/{plan.pk}/people/")
    press(page, "Hand over this screen")
    press(page, "Sign me out and start")
    page.goto("/pep/own/q/views.would_like_help/")
    page.get_by_label("What would I like help with?").fill(WORDS)
    press(page, "Next")
    page.goto("/pep/own/check/")
    press(page, "Next")
    page.get_by_label("Only people I choose").check(force=True)
    press(page, "Next")
    page.get_by_label("Ngozi Okafor").check(force=True)
    press(page, "Next")
    page.get_by_label("Ngozi Okafor").check(force=True)
    press(page, "Next")
    expect(page.get_by_text("999").first).to_be_visible()
    press(page, "Send it")
    press(page, "Give the screen back")
    page.go_back()
    assert WORDS not in page.content()


def test_the_adult_whom_the_child_chose_meets_it_at_once(
    scene, new_page, sign_in, axe_violations, scrolls_sideways
):
    writes(sign_in(new_page(), scene.user("designated_teacher")), scene.plan)

    teacher = sign_in(new_page(width=320), scene.user("designated_teacher"))
    assert axe_violations(teacher) == []
    press(teacher, "Maya K has written to you")
    assert WORDS not in teacher.content()
    assert axe_violations(teacher) == []
    press(teacher, "Open and read it")
    expect(teacher.get_by_text(WORDS)).to_be_visible()
    assert axe_violations(teacher) == []
    assert not scrolls_sideways(teacher)

    press(teacher, "I am worried about this")
    expect(teacher.get_by_text("Ring 999.")).to_be_visible()
    press(teacher, "Note that I am worried")
    expect(teacher.get_by_role("status")).to_contain_text("you are worried")
    assert axe_violations(teacher) == []
    assert not scrolls_sideways(teacher)
    assert Worry.objects.get().by == scene.designated_teacher

    worker = sign_in(new_page(), scene.user("social_worker"))
    worker.goto(f"/pep/plans/{scene.plan.pk}/read/")
    assert WORDS not in worker.content()


def test_unread_it_moves_on_by_itself(scene, new_page, sign_in, axe_violations, scrolls_sideways):
    writes(sign_in(new_page(), scene.user("designated_teacher")), scene.plan)
    Telling.objects.update(open_by=today() - datetime.timedelta(days=1))
    call_command("pep_remind", verbosity=0)

    head = sign_in(new_page(width=320), scene.user("vs_head"))
    press(head, "words wait on the duty list")
    expect(head.get_by_role("rowheader", name="Maya K")).to_be_visible()
    assert WORDS not in head.content()
    assert axe_violations(head) == []
    assert not scrolls_sideways(head)

    lead = sign_in(new_page(), scene.lead.user)
    press(lead, "Maya K has written, and nobody has read it")
    press(lead, "Open and read it")
    expect(lead.get_by_text(WORDS)).to_be_visible()
    expect(lead.get_by_role("link", name="Open the plan")).to_have_count(0)
    head.reload()
    expect(head.get_by_text("Wren Tallow")).to_be_visible()

    to = {address for message in mail.outbox for address in message.recipients()}
    assert "wren@example.org" in to
    assert len(to) == 3
    nowhere_in([message.message().as_string() for message in mail.outbox])


def test_nobody_at_home_meets_a_word_of_it(scene, new_page, sign_in):
    plan = scene.plan
    writes(sign_in(new_page(), scene.user("designated_teacher")), plan)
    found = list(screens_at_home(scene, new_page))
    agree(plan)
    found += screens_at_home(scene, new_page)
    for who in ("designated_teacher", "social_worker", "vs_head"):
        for audience in (roles.CARER, roles.PARENT):
            for format in FORMATS:
                if who == "designated_teacher" and audience == roles.PARENT:
                    continue
                given = give_document(
                    actor=Actor.for_person(getattr(scene, who)),
                    plan_id=plan.pk,
                    format=format,
                    audience=audience,
                )
                found.append(words_in(given.data))
    found += [message.message().as_string() for message in mail.outbox]
    found += [str(session.get_decoded()) for session in Session.objects.all()]
    found += [str(list(model.objects.values())) for model in (AuditEvent, OutboxItem)]
    assert len(found) > 20
    nowhere_in(found)


def screens_at_home(scene, new_page):
    """Every page that a carer and a parent can open, and the files that they can take along."""
    for role, person in scene.at_home.items():
        page = new_page(width=320)
        page.goto(landing(a_link(scene.plan, role, person=person)))
        press(page, "Open my page")
        seen, to_see = set(), [page.url]
        while to_see:
            address = to_see.pop()
            seen.add(address)
            page.goto(address)
            yield page.content()
            links = page.locator("main a[href]").evaluate_all("all => all.map(one => one.href)")
            for link in links:
                link = re.split(r"[#?]", link)[0]
                if link.endswith(("/pdf/", "/word/")):
                    yield words_in(page.request.get(link).body())
                elif "/own/" in link and link not in seen and link not in to_see:
                    to_see.append(link)


def agree(plan: Plan) -> None:
    data = {row.section: row.data for row in plan.answers.all()}
    sample = answers_of.sample(plan.form_version.form)
    SubmissionFactory(
        plan=plan,
        answers={**sample, **data},
        head={"child": {"called": "Maya"}, "reference": plan.reference},
    )
    Plan.objects.filter(pk=plan.pk).update(state="signed_off")


def words_in(data: bytes) -> str:
    """What somebody reads in a file: searching its bytes would find nothing."""
    if data.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as parts:
            every = [parts.read(name) for name in parts.namelist()]
        return "\n".join(part.decode("utf-8", "ignore") for part in every)
    return data.decode()


def nowhere_in(texts: list[str]) -> None:
    for text in texts:
        squashed = re.sub(r"<[^>]+>|\s", "", text)
        assert WORDS.replace(" ", "") not in squashed
        assert "scared" not in squashed
