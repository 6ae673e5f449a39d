import pytest

from pep_plugin.access import Actor
from pep_plugin.audit.record import record


def test_a_line_is_never_changed(db):
    line = record("plan.read", actor=Actor.for_command("test"), questions=["progress.going_well"])
    line.verb = "something else"
    with pytest.raises(ValueError, match="never changed"):
        line.save()
