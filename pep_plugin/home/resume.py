"""Where somebody left off: the section they saved last, in a plan that is still being written."""

from dataclasses import dataclass

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.plans.models import Plan, SectionHistory
from pep_plugin.plans.states import BEING_WRITTEN


@dataclass(frozen=True, slots=True)
class LeftOff:
    """The plan, the section's name in the address, and its title."""

    plan: Plan
    step: str
    title: str


def left_off(actor: Actor) -> LeftOff | None:
    """None when nothing of theirs is being written, or they may no longer see it; one query."""
    if actor.person_id is None:
        return None
    last = (
        SectionHistory.objects.filter(
            by=actor.person_id,
            plan__state__in=BEING_WRITTEN,
            plan__child__in=access.children(actor),
        )
        .select_related("plan__child", "plan__form_version")
        .order_by("-at")
        .first()
    )
    if last is None:
        return None
    try:
        section = last.plan.form_version.form.section(last.section)
    except KeyError:
        return None
    return LeftOff(last.plan, section.key, section.title)
