import pytest
from django.test import Client

from pep_plugin.door import page_token
from tests.factories import PostFactory

ORIGIN = "http://testserver"


@pytest.fixture
def teacher(db):
    return PostFactory(designated_teacher=True).person


@pytest.fixture
def browser(teacher, settings):
    """A browser that checks tokens, signed in as a teacher, on addresses that misbehave."""
    settings.ROOT_URLCONF = "tests.door.urls"
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(teacher.user)
    return client


@pytest.fixture
def post(browser, teacher):
    """Post as a page of ours does: with Origin, and the signed name of whom it was drawn for."""

    def posting(path, *, person=teacher, origin=ORIGIN, **fields):
        drawn = {page_token.FIELD: page_token.make(person.pk)} if person else {}
        headers = {"Origin": origin} if origin else {}
        return browser.post(path, {**fields, **drawn}, headers=headers)

    return posting
