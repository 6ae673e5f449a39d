"""The Primary form, Year R to 6: the shared sections, and what only these years are asked."""

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
from pep_plugin.sections.definitions.primary_progress import progress
from pep_plugin.sections.definitions.primary_views import pages
from pep_plugin.sections.schema import Form


def form() -> Form:
    """The child speaks first; targets come after what they answer to, the meeting at the end."""
    return Form(
        key="primary",
        title="Personal Education Plan: Primary (Year R to Year 6)",
        phase="primary",
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
            beyond_class.section(),
            meeting.section(),
            sign_off.section(),
        ),
    )
