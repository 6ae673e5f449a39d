"""A site with a first page, as every council has one before the package comes."""

import datetime
from typing import Any

import pytest
from council.home.content import ensure_site
from council.home.models import HomePage
from django.core.management import call_command
from wagtail.models import Page

from pep_plugin.library import blanks
from pep_plugin.pages.models import GuidancePage, SectionHomePage


@pytest.fixture
def home(db: Any) -> HomePage:
    return ensure_site(datetime.date(2026, 11, 24))


@pytest.fixture
def quick_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blank document of 2,048 bytes: these tests are about the pages round it."""
    monkeypatch.setattr(blanks, "_document", lambda version_id: b"PK" + b"." * 2046)


@pytest.fixture
def published(home: HomePage, quick_word: None) -> SectionHomePage:
    """The starter pages, published; the section's home is what a test gets."""
    call_command("pep_setup", publish=True, verbosity=0)
    return SectionHomePage.objects.get(slug="personal-education-plans")


@pytest.fixture
def guidance_page(home: HomePage, quick_word: None) -> Any:
    """Makes a live guidance page of the blocks given."""

    def make(*body: tuple[str, Any], **fields: Any) -> Page:
        page = GuidancePage(title="About PEPs", slug="about", body=list(body), **fields)
        home.add_child(instance=page)
        return page

    return make
