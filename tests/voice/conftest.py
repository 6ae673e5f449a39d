"""Maya's plan with everybody around it, and links of one's own."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from pep_plugin.access import Actor, person_key
from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.models import LinkGrant
from pep_plugin.people.models import Person
from pep_plugin.plans.actions.save_answers import save_answers
from pep_plugin.plans.reading import open_own_part
from pep_plugin.sections import roles
from pep_plugin.voice.actions.tell_adult import tell_adult
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


#: Nobody but those whom the child chose may ever meet these words.
WORDS = "I am scared at home"


@pytest.fixture
def told(scene, django_capture_on_commit_callbacks):
    """Maya writes WORDS, for Ngozi Okafor alone, and sends them to her."""
    grant = a_link(scene.plan, "child", way="handed_over")
    actor = Actor.for_grant(grant)
    opened = open_own_part(actor)
    for_one = [person_key(scene.designated_teacher.pk)]
    with django_capture_on_commit_callbacks(execute=True):
        save_answers(
            actor=actor,
            plan_id=scene.plan.pk,
            section="views",
            posted={
                "would_like_help": {"value": WORDS, "readers": for_one},
                "going_well": {"value": "Football with my friends"},
            },
            base_revision=0,
            source="voice",
            opened=opened,
        )
        return tell_adult(
            actor=actor,
            opened=opened,
            person_id=scene.designated_teacher.pk,
            paths=["views.would_like_help", "views.going_well"],
        )
