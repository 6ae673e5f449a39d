"""Two small forms in the editor, which share one section, and the people around them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from pep_plugin.formbuilder import drafts
from pep_plugin.formbuilder.loading import load_form
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.reviewing import bundles
from pep_plugin.formversions.publish import publish
from pep_plugin.sections.schema import Form
from tests.factories import Council, UserFactory, council
from tests.sections.asking import question, section


def paper(key: str, *sections: Any, title: str = "") -> Form:
    """A form that owes the law nothing, so that a test may be about one question."""
    title = title or key.title()
    return Form(key=key, title=title, phase="", sections=sections, purpose="template")


ONE = section(question(label="What helps?"), question(key="more", label="What else?"), key="one")
SHARED = section(question(label="Who helps?"), key="both", title="Shared")


@pytest.fixture
def scene(db) -> Council:
    return council()


@pytest.fixture
def forms(db) -> dict[str, PEPForm]:
    """The papers "first" and "second": live, and in the editor as they are live."""
    given = [
        paper("first", dataclasses.replace(ONE, title="First"), SHARED),
        paper("second", dataclasses.replace(ONE, key="two", title="Second"), SHARED),
    ]
    for form in given:
        publish(form)
    return {form.key: load_form(form) for form in given}


@pytest.fixture
def editor(db) -> Any:
    """A web editor who may change forms, and holds no post."""
    user = UserFactory(username="wendy")
    names = ("change_pepsection", "change_pepform", "add_pepsection", "publish_pepsection")
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"),
        *Permission.objects.filter(codename__in=names),
    )
    return user


@pytest.fixture
def change(forms):
    """``change("one", more={"label": "..."}, by=user)``: a new draft of a section."""

    def changing(key: str, by: Any = None, **questions: dict[str, Any]) -> PEPSection:
        row = PEPSection.objects.get(key=key)
        drafted = drafts.newest(row)
        for child in drafted.questions:
            for name, value in questions.get(child.value.get("key"), {}).items():
                (child.value["more"] if name == "hidden" else child.value)[name] = value
        drafted.save_revision(user=by)
        row.refresh_from_db()
        return row

    return changing


@pytest.fixture
def mark():
    """The mark of the bundle that a form is in, as the page would show it."""

    def marked(*keys: str) -> str:
        for bundle in bundles(drafts.reviews()):
            if bundle.name == ",".join(keys):
                return bundle.mark
        raise AssertionError(f"No bundle of {keys}.")

    return marked


@pytest.fixture
def signed_in():
    def signing(user: Any) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signing
