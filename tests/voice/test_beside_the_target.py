"""What the child says of a target stands beside that very target, in whatever leaves the plan."""

import csv
import re
import zipfile
from html import unescape
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from pypdf import PdfReader

from pep_plugin.access import Actor
from pep_plugin.documents.actions.give_document import give_document
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.sections import answers as answers_of
from pep_plugin.voice.actions.keep_said import keep_cells
from tests.factories import PlanFactory
from tests.voice.conftest import a_link
from tests.voice.own import opened, send

FIRST, SECOND = "k3v9m2x8q4", "b7n2c4d6f8"
LAST = {FIRST: "I can swim ten metres", SECOND: "I can count in threes"}
NEW = {FIRST: "I can read a chapter", SECOND: "I can ask for help"}


def keep(plan, section, key, targets):
    rows = [{"id": row, "cells": {"target": {"value": words}}} for row, words in targets.items()]
    SectionAnswers.objects.create(
        plan=plan, section=section, revision=1, data={key: {"value": rows}}
    )


@pytest.fixture
def plan(scene):
    """The child has answered each target on their own page, and sent it."""
    scene.plan.previous = PlanFactory(child=scene.child, signed_off=True)
    scene.plan.save()
    keep(scene.plan, "last_targets", "review", LAST)
    keep(scene.plan, "targets", "targets", NEW)
    grant = a_link(scene.plan, "child")
    client = opened(grant)
    actor = Actor.for_grant(grant)
    for row, words in ((FIRST, "I did it without armbands"), (SECOND, "Threes are boring")):
        keep_cells(
            actor=actor,
            name=f"last_targets.review.{row}.child_view",
            cells={"child_view": {"value": words}},
        )
    for row, code in ((FIRST, "yes"), (SECOND, "no")):
        keep_cells(
            actor=actor,
            name=f"targets.targets.{row}.child_agrees",
            cells={"child_agrees": {"value": code}},
        )
    assert send(client, scene.designated_teacher).status_code == 302
    return scene.plan


def in_order(text: str, *words: str) -> None:
    text = re.sub(r"\s+", " ", text)
    places = [text.find(each) for each in words]
    assert -1 not in places, words[places.index(-1)]
    assert places == sorted(places)


def of_pdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def of_word(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        xml = parts.read("word/document.xml").decode()
    return unescape(" ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


READ = {"html": bytes.decode, "text": bytes.decode, "json": bytes.decode}
READ |= {"pdf": of_pdf, "word": of_word}


def agrees(plan) -> tuple[str, str]:
    question = plan.form().question("targets.targets").table.column("child_agrees")
    return tuple(answers_of.as_text(question, {"value": c}) for c in ("yes", "no"))


@pytest.mark.parametrize("format", sorted(READ))
@pytest.mark.parametrize("audience", ["full", "carer"])
def test_in_every_document(scene, plan, format, audience):
    given = give_document(
        actor=scene.actor("social_worker"), plan_id=plan.pk, format=format, audience=audience
    )
    text = READ[format](given.data)
    yes, no = agrees(plan)
    last, new = list(LAST.values()), list(NEW.values())
    in_order(text, last[0], "I did it without armbands", last[1], "Threes are boring")
    after = text[text.rfind(new[0]) :] if format == "json" else text[text.find(new[0]) :]
    in_order(after, new[0], yes, new[1], no)


def test_on_the_screen_where_colleagues_read_it(scene, plan, signed_in):
    page = signed_in("designated_teacher").get(reverse("pep_plugin:read", args=[plan.pk]))
    in_order(
        unescape(page.content.decode()), LAST[FIRST], "I did it without armbands", LAST[SECOND]
    )


def test_in_the_table_of_all_plans(scene, plan, tmp_path):
    path = tmp_path / "plans.csv"
    call_command("pep_export", "plans", output=path, stdout=StringIO())
    with path.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = [r for r in csv.DictReader(stream) if r["reference"] == plan.reference]
    told = " ".join(row.values())
    in_order(told, LAST[FIRST], "I did it without armbands", LAST[SECOND], "Threes are boring")


def test_the_words_reach_the_adult_with_their_target(scene, plan, signed_in):
    telling = plan.tellings.get()
    page = signed_in("designated_teacher").post(
        reverse("pep_plugin:telling", args=[telling.pk]), follow=True
    )
    in_order(unescape(page.content.decode()), LAST[FIRST], "I did it without armbands")
