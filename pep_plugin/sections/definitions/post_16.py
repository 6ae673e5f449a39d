"""The Post-16 form, Year 12 to 14: the shared sections, and what only these years are asked."""

from pep_plugin.sections.conditions import Answered, AnyOf, Not
from pep_plugin.sections.definitions import (
    post_16_careers,
    post_16_education,
    post_16_money,
    post_16_pathway,
)
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
from pep_plugin.sections.definitions.common.conditional import when
from pep_plugin.sections.definitions.post_16_progress import progress
from pep_plugin.sections.definitions.post_16_views import pages
from pep_plugin.sections.schema import Form, Page, Question, Section

_TARGETS = (
    "At least three: one for the course, one for wellbeing or independence, one of their own."
)
_LEAD = (
    "A college has a lead person for students in care instead of a designated teacher. When there "
    "is neither college nor employer, the social worker or the personal adviser fills this in."
)


def form() -> Form:
    """Whether they learn or work comes before where, since much depends on it."""
    return Form(
        key="post-16",
        title="Personal Education Plan: Post-16 (Year 12 to Year 14)",
        phase="post-16",
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
            post_16_education.section(),
            _school(),
            support.section(Page(title="Support at college", questions=_support())),
            attendance.section(required=False),
            progress(),
            targets.last_targets(),
            targets.targets(_TARGETS),
            premium.section(),
            transition.section(),
            post_16_careers.section(),
            post_16_money.section(),
            post_16_pathway.section(),
            beyond_class.section(),
            meeting.section(),
            sign_off.section(),
        ),
    )


def _school() -> Section:
    """Who is on no course is not asked about its roll, hours and tutor."""
    # Until somebody has said which it is, and on a blank form, all of it is asked.
    learning = AnyOf((post_16_education.LEARNING, Not(Answered("education_work.status"))))
    return school.section(
        when(learning, school.now()),
        when(learning, school.hours()),
        school.past(),
        when(learning, school.alternative()),
        *school.more(),
        intro=_LEAD,
    )


def _support() -> tuple[Question, ...]:
    return tuple(
        Question(
            key=key, label=label, kind="long_text", detail=True, carry="confirm", stale_after=2
        )
        for key, label in (
            ("learning_support", "Additional learning support"),
            ("mental_health_support", "Support for mental health"),
            ("mentor", "A mentor, and how often they meet"),
        )
    )
