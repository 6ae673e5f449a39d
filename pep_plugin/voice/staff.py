"""What every screen of this room for colleagues begins with: who asks, and the plan."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from pep_plugin.access import Actor
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.years import year_words


def actor_of(request: HttpRequest) -> Actor:
    """The actor that the door put on the request."""
    actor: Actor = request.pep_actor  # type: ignore[attr-defined]
    return actor


def about(opened: OpenPlan) -> dict[str, Any]:
    """What the frame of a plan's screens needs."""
    return {
        "opened": opened,
        "plan": opened.plan,
        "child": opened.child,
        "year": year_words(opened.context.get("year_group", "")),
    }
