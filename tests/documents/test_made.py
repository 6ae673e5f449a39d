"""A document is made once, and served only to somebody who would be given the same parts today."""

import dataclasses

import pytest
from django.db import IntegrityError

from pep_plugin.documents.made import document_for
from pep_plugin.documents.models import RenderedDocument
from pep_plugin.files.models import PrivateFile
from pep_plugin.sections import roles
from pep_plugin.sections.roles import VIRTUAL_SCHOOL
from tests.documents.scene import body, text_of

TEACHER = frozenset({roles.DESIGNATED_TEACHER})


def test_it_is_made_once(sent):
    first = document_for(sent, VIRTUAL_SCHOOL, format="text")
    assert document_for(sent, VIRTUAL_SCHOOL, format="text") == first
    assert RenderedDocument.objects.count() == PrivateFile.objects.count() == 1


def test_who_may_read_less_is_given_another(sent):
    full = document_for(sent, VIRTUAL_SCHOOL, format="text")
    less = document_for(sent, TEACHER, format="text")
    assert b"Rowan Thorne" in full.read()
    assert b"Rowan Thorne" not in less.read()


def test_two_roles_that_may_read_the_same_share_one(sent):
    adviser = document_for(sent, {roles.VS_ADVISER}, format="text")
    assert document_for(sent, {roles.VS_HEAD}, format="text") == adviser


def test_when_fewer_may_read_today_it_is_made_anew(sent, monkeypatch):
    before = document_for(sent, VIRTUAL_SCHOOL, format="text")
    assert b"Rowan Thorne" in before.read()
    live = sent.plan.form_version.form
    section = live.section("care")
    narrowed = tuple(
        dataclasses.replace(q, readers=(roles.SOCIAL_WORKER,)) if q.key == "no_contact" else q
        for q in section.questions
    )
    form = dataclasses.replace(
        live,
        sections=tuple(
            dataclasses.replace(old, pages=(dataclasses.replace(old.pages[0], questions=narrowed),))
            if old.key == "care"
            else old
            for old in live.sections
        ),
    )
    monkeypatch.setattr("pep_plugin.plans.models.Plan.form", lambda plan: form)
    after = document_for(sent, VIRTUAL_SCHOOL, format="text")
    assert after != before
    assert b"Rowan Thorne" not in after.read()


@pytest.mark.parametrize(
    ("format", "name", "begins"),
    [
        ("pdf", ".pdf", b"%PDF-"),
        ("word", ".docx", b"PK"),
        ("html", ".html", b"<!DOCTYPE html>"),
        ("text", ".txt", "Maya’s".encode()),
        ("json", ".json", b"{"),
    ],
)
def test_every_format_can_be_made_and_its_name_says_nothing(sent, format, name, begins):
    made = document_for(sent, VIRTUAL_SCHOOL, format=format)
    assert made.name == f"{sent.plan.reference}{name}"
    assert made.read().startswith(begins)
    assert "Maya" not in made.content.name


def test_the_name_of_a_copy_for_somebody_else_says_for_whom(sent):
    made = document_for(sent, VIRTUAL_SCHOOL, audience="parent", format="text")
    assert made.name == f"{sent.plan.reference}-parent.txt"


def test_two_who_ask_at_once_are_given_the_same_and_no_file_is_left_over(sent, monkeypatch):
    theirs = document_for(sent, VIRTUAL_SCHOOL, format="text")
    nothing_yet = RenderedDocument.objects.none()
    monkeypatch.setattr(RenderedDocument.objects, "filter", lambda **made_of: nothing_yet)
    assert document_for(sent, VIRTUAL_SCHOOL, format="text") == theirs
    assert PrivateFile.objects.count() == 1


def test_the_database_refuses_a_second_one(sent):
    file = document_for(sent, VIRTUAL_SCHOOL, format="text")
    kept = RenderedDocument.objects.get(file=file)
    other = PrivateFile.keep(b"x", child_id=sent.plan.child_id, name="x", content_type="text/plain")
    with pytest.raises(IntegrityError):
        RenderedDocument.objects.create(
            submission=sent,
            audience=kept.audience,
            parts=kept.parts,
            format=kept.format,
            file=other,
        )


def test_the_day_of_sending_stands_in_it(sent):
    made = document_for(sent, VIRTUAL_SCHOOL, format="word")
    assert "Sent" in text_of(body(made.read()))


def test_an_unknown_audience_or_format_is_an_error(sent):
    with pytest.raises(KeyError):
        document_for(sent, VIRTUAL_SCHOOL, audience="everybody")
    with pytest.raises(KeyError):
        document_for(sent, VIRTUAL_SCHOOL, format="exe")
