"""Words that were never sent go with the plan they were for, their pictures too."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.models import Plan
from pep_plugin.voice.actions.clear_drafts import clear_drafts
from pep_plugin.voice.models import VoiceDraft
from tests.voice.conftest import a_link
from tests.voice.own import a_picture, at, opened, say

pytestmark = pytest.mark.django_db


@pytest.fixture
def half_written(scene):
    child = opened(a_link(scene.plan, "child"))
    say(child, "views.going_well", "Football")
    child.post(at("views.drawing"), {"picture": SimpleUploadedFile("me.png", a_picture())})
    return scene.plan


@pytest.mark.parametrize("state", ["draft", "returned", "submitted"])
def test_while_the_plan_may_be_written_again_they_are_kept(half_written, state):
    Plan.objects.update(state=state)
    assert clear_drafts() == 0
    assert VoiceDraft.objects.count() == 1


@pytest.mark.parametrize("state", ["signed_off", "withdrawn"])
def test_afterwards_they_go_and_going_twice_is_once(half_written, state):
    Plan.objects.update(state=state)
    assert clear_drafts() == 1
    assert clear_drafts() == 0
    assert not VoiceDraft.objects.exists()
    assert not PrivateFile.objects.exists()
