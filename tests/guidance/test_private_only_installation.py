"""Where only the private part is served, there are no public pages, whatever was published."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from pep_plugin.guidance.groups import WEB_EDITORS
from pep_plugin.pages.models import GuidancePage, LibraryPage

pytestmark = pytest.mark.django_db
PRIVATE_ONLY = override_settings(PEP_PLUGIN={**settings.PEP_PLUGIN, "PARTS": ("private",)})


@PRIVATE_ONLY
def test_a_published_page_is_not_served(published, client):
    assert client.get(published.url).status_code == 404
    assert client.get(f"{published.url}templates/").status_code == 404


def test_with_the_public_part_editors_are_offered_the_page_types(home):
    assert GuidancePage.can_create_at(home)
    assert LibraryPage.can_create_at(home)


@PRIVATE_ONLY
def test_without_it_they_are_not(home):
    assert not GuidancePage.can_create_at(home)
    assert not LibraryPage.can_create_at(home)


@PRIVATE_ONLY
def test_setting_up_makes_no_page_and_no_group(home, django_user_model):
    from django.contrib.auth.models import Group

    call_command("pep_setup", publish=True, verbosity=0)
    assert not GuidancePage.objects.exists()
    assert not Group.objects.filter(name=WEB_EDITORS).exists()
