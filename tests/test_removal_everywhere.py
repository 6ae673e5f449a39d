"""One wrong answer is taken out of a plan that was sent: out of every table and every file."""

import io
import zipfile

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from pep_plugin.documents.models import RenderedDocument
from pep_plugin.files.models import PrivateFile
from pep_plugin.files.storage import private_storage
from pep_plugin.plans import hashes, tokens
from pep_plugin.plans.actions import save_answers, send_plan
from pep_plugin.plans.models import RemovalRequest, Submission
from pep_plugin.plans.reading import open_plan
from tests.factories import council, live_form

WRONG = "Zephyrine"
RIGHT = "Quixotica"


@pytest.fixture
def scene(db, django_capture_on_commit_callbacks):
    """Sent, with the documents that are made after sending."""
    live_form()
    scene = council()
    row = {"id": "a1b2c3d4e5", "cells": {"area": {"value": "Art"}, "target": {"value": RIGHT}}}
    actor = scene.actor("vs_admin")
    for section, posted in {
        "care": {"legal_status": {"value": RIGHT}},
        "progress": {"going_well": {"value": f"{WRONG} is of another family."}},
        "targets": {"targets": {"value": [row]}},
    }.items():
        save_answers(
            actor=actor, plan_id=scene.plan.pk, section=section, posted=posted, base_revision=0
        )
    with django_capture_on_commit_callbacks(execute=True):
        send_plan(
            actor=actor,
            plan_id=scene.plan.pk,
            token=tokens.make(actor, open_plan(actor, scene.plan.pk)),
        )
    return scene


def words_of(data: bytes) -> str:
    """The text of a PDF or an Office file, else the bytes as they are."""
    if data.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if data.startswith(b"PK"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        return "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
    return data.decode("utf-8", "replace")


def files() -> dict[str, str]:
    """Every file of the private storage, whether a row still points at it or not."""
    storage = private_storage()

    def below(folder: str):
        folders, names = storage.listdir(folder) if storage.exists(folder or ".") else ([], [])
        for name in names:
            yield f"{folder}/{name}".lstrip("/")
        for inner in folders:
            yield from below(f"{folder}/{inner}".lstrip("/"))

    return {name: words_of(storage.open(name).read()) for name in below("")}


def tables(word: str) -> set[str]:
    return {
        model.__name__
        for model in apps.get_models()
        if not model._meta.proxy
        for row in model._default_manager.values()
        if word in repr(row)
    }


@pytest.fixture
def storage(settings, tmp_path):
    """A private storage of its own, so that every file in it is known."""
    settings.STORAGES = {
        **settings.STORAGES,
        "pep_private": {
            "BACKEND": "pep_plugin.files.storage.PrivateFiles",
            "OPTIONS": {"location": tmp_path / "private"},
        },
    }
    PrivateFile.content.field.storage = private_storage()
    yield
    PrivateFile.content.field.storage = private_storage()


def remove_in_two_browsers(scene):
    """Asked by one person, carried out by another, both by pressing buttons."""
    plan = scene.plan
    one, two = Client(), Client()
    one.force_login(scene.user("vs_adviser"))
    two.force_login(scene.user("vs_head"))
    page = reverse("pep_plugin:removals", args=[plan.pk])
    one.post(page, {"path": "progress.going_well", "reason": "About another child"})
    request = RemovalRequest.objects.get()
    done = two.post(reverse("pep_plugin:remove", args=[plan.pk, request.pk]))
    assert done.status_code == 302
    return two


def test_the_words_are_gone_from_every_table_and_file_and_the_rest_holds(
    storage, scene, django_capture_on_commit_callbacks
):
    before = files()
    assert tables(WRONG) == {"SectionAnswers", "SectionHistory", "Submission"}
    assert sum(WRONG in text for text in before.values()) >= 2, "a PDF and a Word document"

    with django_capture_on_commit_callbacks(execute=True):
        browser = remove_in_two_browsers(scene)

    assert tables(WRONG) == set()
    assert [name for name, text in files().items() if WRONG in text] == []
    assert not RenderedDocument.objects.filter(submission__plan=scene.plan).exists()
    assert all(hashes.broken(submission) == [] for submission in Submission.objects.all())
    assert {"SectionAnswers", "SectionHistory", "Submission", "Fact"} <= tables(RIGHT)

    for name in ("pdf", "word"):
        made = browser.get(reverse(f"pep_plugin:{name}", args=[scene.plan.pk]))
        text = words_of(made.content)
        assert WRONG not in text
        assert RIGHT in text
        assert "About another child" in " ".join(text.split())
