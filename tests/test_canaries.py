"""A word that exists nowhere else stands in every name and answer of one plan; then we look for it.

It may stand in the tables that hold a child, and on the screens and in the documents of those who
may read it. Everywhere else it must not: sessions, cookies, addresses, titles, logs, mails, search,
revisions, tasks, file names, document properties.
"""

from __future__ import annotations

import io
import logging
import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from pep_plugin.audit import holdings
from pep_plugin.files.models import PrivateFile
from pep_plugin.people.models import Person, School
from pep_plugin.plans import tokens
from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.reading import open_plan
from tests.factories import PlanFactory, council, live_form

CANARY = "Zyxwren"
#: Only social care and the Virtual School may read the answer with this word.
SECRET = "Zyxsecretwren"
MAY_READ_SECRET = {"social_worker", "team_manager", "vs_head", "vs_adviser", "vs_admin"}
ON_CASE = (*sorted(MAY_READ_SECRET), "designated_teacher", "deputy", "iro")
#: Tables that may hold names: of staff and schools, which are no secret, besides the holdings.
OTHER_TABLES = {Person, School}


@pytest.fixture
def scene(db):
    live_form()
    scene = council()
    child = scene.child
    child.first_name = child.last_name = child.preferred_name = CANARY
    child.council_number = f"{CANARY}-1"
    child.save()
    plan = PlanFactory(child=child)
    row = {
        "id": "a1b2c3d4e5",
        "cells": {"area": {"value": CANARY}, "target": {"value": f"{CANARY} reads."}},
    }
    for section, posted in {
        "care": {"legal_status": {"value": CANARY}, "no_contact": {"value": SECRET}},
        "progress": {"going_well": {"value": CANARY}},
        "targets": {"targets": {"value": [row]}},
    }.items():
        save_answers(
            actor=scene.actor("vs_admin"),
            plan_id=plan.pk,
            section=section,
            posted=posted,
            base_revision=0,
        )
    scene.__dict__["plan"] = plan
    return scene


@pytest.fixture
def walked(scene, caplog, django_capture_on_commit_callbacks):
    """The whole life of the plan in browsers of everybody; role -> every response."""
    plan = scene.plan
    seen = {}
    clients = {}

    def visit(role, name, *, method="get", data=None, **kwargs):
        path = reverse(f"pep_plugin:{name}", kwargs=kwargs)
        response = getattr(clients[role], method)(path, data or {})
        seen.setdefault(role, []).append((path, response))
        return response

    caplog.set_level(logging.DEBUG)
    for role in ON_CASE:
        clients[role] = Client()
        clients[role].force_login(scene.user(role))
        visit(role, "home")
        visit(role, "child", child_id=scene.child.pk)
        visit(role, "find_child", method="post", data={"name": CANARY})
        for name in ("plan", "check", "read", *documents(role)):
            visit(role, name, plan_id=plan.pk)
        for step in ("care", "progress", "targets"):
            visit(role, "step", plan_id=plan.pk, step=step)
            visit(
                role,
                "step",
                method="post",
                data={"progress__asked": "attendance@0", "progress-attendance": f"{CANARY} 31 Feb"},
                plan_id=plan.pk,
                step=step,
            )
        visit(role, "child", child_id=plan.pk)  # not there
        for section in ("care", "progress", "targets"):
            visit(role, "history", plan_id=plan.pk, section=section)
            visit(role, "restore", plan_id=plan.pk, section=section, first=1, last=1)
            visit(role, "present", method="post", plan_id=plan.pk, section=section)
        visit(role, "meeting", plan_id=plan.pk)
        visit(role, "meeting", method="post", data={"here": [CANARY, "child"]}, plan_id=plan.pk)
        visit(role, "meeting_shown", data={"here": "child,carer"}, plan_id=plan.pk)
        visit(role, "session")
        visit(role, "withdraw", plan_id=plan.pk)
    actor = scene.actor("designated_teacher")
    _ask_and_put_back(scene, plan, visit)
    save_answers(
        actor=actor,
        plan_id=plan.pk,
        section="progress",
        posted={"attendance": None},
        base_revision=open_plan(actor, plan.pk).revisions["progress"],
    )
    token = tokens.make(actor, open_plan(actor, plan.pk))
    with django_capture_on_commit_callbacks(execute=True):
        sent = visit(
            "designated_teacher", "send", method="post", data={"token": token}, plan_id=plan.pk
        )
    assert sent.status_code == 302
    assert sent["Location"].endswith("/sent/")
    for role in ON_CASE:
        for name in ("plan", "sent", "read", *documents(role)):
            visit(role, name, plan_id=plan.pk)
    visit("vs_head", "return_plan", method="post", data={"reason": CANARY}, plan_id=plan.pk)
    visit("designated_teacher", "plan", plan_id=plan.pk)
    return seen


def _ask_and_put_back(scene, plan, visit):
    """A colleague is asked and answers; an earlier save is put back over what stands there."""
    for person, answer in (("designated_teacher", None), ("deputy", {"value": f"{CANARY} too"})):
        actor = scene.actor(person)
        save_answers(
            actor=actor,
            plan_id=plan.pk,
            section="progress",
            posted={"going_well": answer or {"none": "unknown", "ask": "social_worker"}},
            base_revision=open_plan(actor, plan.pk).revisions["progress"],
        )
        for ask in plan.asks.filter(settled_at=None):
            visit("social_worker", "home")
            visit("social_worker", "plan", plan_id=plan.pk)
            visit("social_worker", "asked", plan_id=plan.pk, ask_id=ask.pk)
            visit(
                "social_worker",
                "asked",
                method="post",
                data={"answer": f"{CANARY} said Sam", "revision": "0"},
                plan_id=plan.pk,
                ask_id=ask.pk,
            )
    visit(
        "deputy",
        "restore",
        method="post",
        data={"put_back": "going_well", "revision": "0"},
        plan_id=plan.pk,
        section="progress",
        first=1,
        last=1,
    )


def documents(role: str) -> tuple[str, ...]:
    """Drawing takes a second, so those draw who differ in what they may read."""
    return ("word", "pdf") if role in ("designated_teacher", "iro", "vs_head") else ()


def words(response) -> str:
    """Everything a reader could get out of a response."""
    data = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response["Content-Type"]
    if kind.startswith("application/pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if "wordprocessingml" in kind:
        archive = zipfile.ZipFile(io.BytesIO(data))
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )
    return data.decode()


def test_the_words_are_where_they_belong_and_nowhere_else(walked, scene, caplog):
    everything = [(path, response) for visits in walked.values() for path, response in visits]
    assert sum(CANARY in words(response) for _path, response in everything) > 40, "it was looked at"

    for path, response in everything:
        told = f"{path}: {response.status_code}"
        assert CANARY not in path
        assert CANARY not in response.headers.get("Location", ""), told
        assert CANARY not in response.headers.get("Content-Disposition", ""), told
        assert all(CANARY not in cookie.OutputString() for cookie in response.cookies.values()), (
            told
        )
        if response.status_code != 302 and response["Content-Type"].startswith("text/html"):
            page = words(response)
            (title,) = re.findall(r"<title>(.*?)</title>", page, re.S)
            assert CANARY not in title, told
            addresses = re.findall(r'(?:href|action|src|data-[a-z-]+)="([^"]*)"', page)
            assert all(CANARY not in address for address in addresses), told

    assert all(CANARY not in str(session.get_decoded()) for session in Session.objects.all())
    assert CANARY not in caplog.text
    assert all(CANARY not in f"{m.subject} {m.body} {m.to}" for m in mail.outbox)
    assert CANARY not in str(getattr(cache, "_cache", {}))


def test_no_other_table_holds_a_word_of_it(walked):
    allowed = holdings.models_held() | OTHER_TABLES
    for model in apps.get_models():
        if model in allowed or model._meta.proxy:
            continue
        for row in model._default_manager.values():
            assert "Zyx" not in repr(row), model.__name__


def test_who_may_not_read_an_answer_finds_it_in_nothing(walked):
    for role, visits in walked.items():
        held = [path for path, response in visits if SECRET in words(response)]
        if role in MAY_READ_SECRET:
            assert len(held) > 2, role
        else:
            assert held == [], role


def test_kept_documents_say_nothing_outside_their_text(walked):
    kept = list(PrivateFile.objects.all())
    assert kept
    for file in kept:
        assert "Zyx" not in f"{file.name} {file.content.name} {file}"
        data = io.BytesIO(file.read())
        if file.content_type == "application/pdf":
            assert "Zyx" not in str(PdfReader(data).metadata)
        else:
            archive = zipfile.ZipFile(data)
            properties = [name for name in archive.namelist() if name.startswith("docProps")]
            assert properties
            assert all(b"Zyx" not in archive.read(name) for name in properties)


def test_nothing_is_left_in_the_temporary_folder(walked):
    left = [
        path
        for path in Path(tempfile.gettempdir()).glob("*.*")
        if path.suffix in {".docx", ".pdf", ".html", ".csv", ".xlsx"} and path.is_file()
        if b"Zyx" in path.read_bytes()
    ]
    assert left == []


def test_every_model_that_holds_a_child_stays_out_of_wagtails_index():
    for model in holdings.models_held():
        assert getattr(model, "wagtail_reference_index_ignore", False), model.__name__
