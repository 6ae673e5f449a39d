"""Special educational needs, and what helps the child learn."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section

NEEDS = Is("support.sen_status", ("K", "E", "A"))
EHC_PLAN = Is("support.sen_status", ("E",))


def section(*pages: Page) -> Section:
    """``pages``: what a phase asks besides."""
    return Section(
        key="support",
        title="What helps with learning",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER,),
        pages=(
            Page(questions=_status()),
            Page(title="Education, health and care plan", questions=_ehc_plan()),
            Page(title="More about what helps", questions=_more()),
            *pages,
        ),
    )


def _status() -> tuple[Question, ...]:
    return (
        Question(
            key="helps",
            label="What helps this child learn, and what is in place?",
            help="Support that everybody should know of, from seating to a specialist’s programme.",
            kind="long_text",
            required=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="sen_status",
            label="Special educational needs",
            kind="choice",
            choices="sen_status",
            required=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="primary_need",
            label="Main need",
            kind="choice",
            choices="sen_need",
            required=Is("support.sen_status", ("K", "E")),
            applies=NEEDS,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="secondary_need",
            label="Second need",
            kind="choice",
            choices="sen_need",
            applies=NEEDS,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="sen_support",
            label="Special help that the child gets, and how it is going",
            kind="long_text",
            required=NEEDS,
            applies=NEEDS,
            carry="confirm",
            stale_after=2,
        ),
    )


def _ehc_plan() -> tuple[Question, ...]:
    return (
        Question(
            key="ehc_council",
            label="Council that keeps the education, health and care plan",
            required=EHC_PLAN,
            applies=EHC_PLAN,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="ehc_date",
            label="Date of the plan",
            kind="date",
            applies=EHC_PLAN,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="ehc_last_review",
            label="Last annual review",
            kind="date",
            applies=EHC_PLAN,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="ehc_next_review",
            label="Next annual review",
            help="This plan and the annual review should say the same.",
            kind="date",
            required=EHC_PLAN,
            applies=EHC_PLAN,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="ehc_provision",
            label="The main help that the plan sets out",
            kind="long_text",
            required=EHC_PLAN,
            applies=EHC_PLAN,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="ehc_top_up",
            label="Extra funding that comes with the plan",
            applies=EHC_PLAN,
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _more() -> tuple[Question, ...]:
    return (
        Question(
            key="access_arrangements",
            label="Arrangements for tests",
            kind="choices",
            choices="access_arrangements",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="assistive_technology",
            label="Technology that helps",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="key_documents",
            label="Other plans that this one should agree with",
            help="Such as a health plan, a risk assessment or a play therapy report.",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
    )
