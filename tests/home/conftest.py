"""One scene for the tests of this room, and browsers signed in as somebody of it."""

import pytest
from django.test import Client

from tests.factories import Council, council


@pytest.fixture
def scene(db) -> Council:
    return council()


@pytest.fixture
def signed_in(scene):
    """``signed_in("social_worker")``: a client of theirs."""

    def client(role: str) -> Client:
        browser = Client()
        browser.force_login(scene.user(role))
        return browser

    return client
