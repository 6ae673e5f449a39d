"""What every screen of this room for colleagues begins with: who asks, and the plan."""

from __future__ import annotations

from typing import Any

from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.years import year_words


def about(opened: OpenPlan) -> dict[str, Any]:
    """What the frame of a plan's screens needs."""
    return {
        "opened": opened,
        "plan": opened.plan,
        "child": opened.child,
        "year": year_words(opened.context.get("year_group", "")),
    }
