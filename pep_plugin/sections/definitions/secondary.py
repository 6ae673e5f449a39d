"""The Secondary form, Year 7 to 11: the shared sections, and what only these years are asked."""

from pep_plugin.sections.definitions import secondary_careers
from pep_plugin.sections.definitions.common import (
    attendance,
    beyond_class,
    care,
    carer,
    child,
    contacts,
    health_wellbeing,
    meeting,
    plan,
    premium,
    restrictions,
    school,
    sign_off,
    support,
    targets,
    transition,
    views,
)
from pep_plugin.sections.definitions.secondary_progress import progress
from pep_plugin.sections.definitions.secondary_views import pages
from pep_plugin.sections.schema import Form


def form() -> Form:
    """In the order of the other phases; careers stand beside moves and hopes."""
    return Form(
        key="secondary",
        title="Personal Education Plan: Secondary (Year 7 to Year 11)",
        phase="secondary",
        sections=(
            plan.section(),
            views.section(*pages()),
            carer.carer(),
            carer.parent(),
            child.section(),
            care.section(),
            contacts.section(),
            restrictions.section(),
            health_wellbeing.section(),
            school.section(),
            support.section(),
            attendance.section(),
            progress(),
            targets.last_targets(),
            targets.targets(),
            premium.section(),
            transition.section(),
            secondary_careers.section(),
            beyond_class.section(),
            meeting.section(),
            sign_off.section(),
        ),
    )
