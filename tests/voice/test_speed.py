"""A page of one's own asks the database no more, however much is asked and said."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.voice.conftest import a_link
from tests.voice.own import OWN, at, opened, say

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["", "q/views.faces.playtime/", "check/"])
def test_a_screen_needs_fifteen_questions_to_the_database_or_fewer(scene, path):
    client = opened(a_link(scene.plan, "child"))
    for row in ("playtime", "reading", "writing", "lunch"):
        client.post(at(f"views.faces.{row}"), {"answer-face": "4"})
    for key in ("going_well", "good_at", "wish"):
        say(client, f"views.{key}", "Football")
    with CaptureQueriesContext(
        connection,
    ) as counted:
        assert client.get(f"{OWN}{path}").status_code == 200
    assert len(counted) <= 15, [query["sql"][:120] for query in counted]
