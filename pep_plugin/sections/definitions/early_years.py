"""The Early Years form, birth to Reception: the shared sections, and what the youngest need."""

from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions import early_years_school
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
    sign_off,
    support,
    targets,
    transition,
    views,
)
from pep_plugin.sections.definitions.early_years_progress import progress
from pep_plugin.sections.definitions.early_years_views import pages
from pep_plugin.sections.schema import Form, Page, Question

_TARGETS = "At least three: one for language or learning, one for wellbeing, one for play."
STARTING_SCHOOL = Is("context.year_group", ("N2", "R"))


def form() -> Form:
    """In the order of the other phases."""
    return Form(
        key="early-years",
        title="Personal Education Plan: Early Years (birth to Reception)",
        phase="early-years",
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
            early_years_school.section(),
            support.section(),
            attendance.section(required=False),
            progress(),
            targets.last_targets(),
            targets.targets(_TARGETS),
            premium.section(),
            transition.section(Page(title="Starting school", questions=_starting_school())),
            beyond_class.section(),
            meeting.section(),
            sign_off.section(),
        ),
    )


def _starting_school() -> tuple[Question, ...]:
    return (
        Question(
            key="school_chosen",
            label="Which school was chosen, and was it said that children in care come first?",
            kind="long_text",
            applies=STARTING_SCHOOL,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="summer_born",
            label="For a child born in summer: what is planned?",
            help="A later start can be asked for.",
            kind="long_text",
            applies=STARTING_SCHOOL,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="reception_visits",
            label="Visits to the class, and visits of the teacher",
            kind="long_text",
            applies=STARTING_SCHOOL,
            carry="confirm",
            stale_after=1,
        ),
    )
