from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pep_plugin.outbox import daily

pytestmark = pytest.mark.django_db


@pytest.fixture
def steps(monkeypatch):
    """No step but those of the test."""
    found = {}
    monkeypatch.setattr(daily, "_STEPS", found)
    return found


def remind():
    out = StringIO()
    call_command("pep_remind", stdout=out)
    return out.getvalue()


def test_the_daily_round_does_every_step_and_prints_counts(steps):
    daily.register("Words moved on", lambda: 3)
    daily.register("Links ended", lambda: 0)

    assert remind().splitlines() == [
        "Words moved on: 3",
        "Links ended: 0",
        "Messages and jobs tried again: 0",
    ]


def test_a_step_that_fails_keeps_no_other_from_being_done_and_tells_no_words(steps, caplog):
    def fails():
        raise ValueError("Maya Kestrel")

    done = []
    daily.register("Breaks", fails)
    daily.register("Works", lambda: done.append(1) or 1)

    with pytest.raises(CommandError, match="Breaks"):
        remind()
    assert done == [1]
    assert "Maya" not in caplog.text
