"""Maya's plan with everybody around it, and links of one's own."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.models import LinkGrant
from pep_plugin.people.models import Person
from pep_plugin.sections import roles
from tests.factories import Council, InvolvementFactory, PersonFactory, council, live_primary


@pytest.fixture
def scene(db) -> Council:
    """Maya's plan on the shipped form, so that child, carer and parent are asked."""
    live_primary()
    return council()


@pytest.fixture
def carer(scene) -> Person:
    person = PersonFactory(name="Jo Linden", email="jo.linden@example.org")
    InvolvementFactory(child=scene.child, person=person, carer=True)
    return person


@pytest.fixture
def parent(scene) -> Person:
    person = PersonFactory(name="Alex Kestrel", email="alex.kestrel@example.org")
    InvolvementFactory(child=scene.child, person=person, role=roles.PARENT)
    return person


@pytest.fixture
def signed_in(scene) -> Callable[[str], Client]:
    """``signed_in("social_worker")``: that person at a browser of their own."""

    def at(role: str) -> Client:
        client = Client()
        client.force_login(scene.user(role))
        return client

    return at


def a_link(plan, role: str = "carer", *, days: int = 28, **given) -> LinkGrant:
    given.setdefault("expires_at", timezone.now() + datetime.timedelta(days=days))
    grant = LinkGrant(plan=plan, role=role, **given)
    grant.token_sha256 = hash_of(token_for("grant", grant.pk))
    grant.save()
    return grant
