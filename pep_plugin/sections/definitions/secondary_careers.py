"""Careers from Year 8, and the step after Year 11."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import careers
from pep_plugin.sections.definitions.secondary_progress import EXAM_YEARS
from pep_plugin.sections.schema import Page, Question, Section

LAST_YEAR = Is("context.year_group", ("11",))


def section() -> Section:
    return Section(
        key="careers",
        title="Careers and the next step",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER, roles.CARER, roles.PERSONAL_ADVISER),
        applies=Is("context.year_group", ("8", "9", "10", "11")),
        pages=(
            Page(questions=(careers.aim(), *careers.advice())),
            Page(title="Finding out", questions=(careers.activities(),)),
            Page(title="After Year 11", questions=_next_step()),
            Page(title="Applications", questions=(careers.applications(LAST_YEAR),)),
        ),
    )


def _next_step() -> tuple[Question, ...]:
    return (
        Question(
            key="intended",
            label="What is the plan for after Year 11?",
            kind="choice",
            choices="next_step",
            required=LAST_YEAR,
            applies=EXAM_YEARS,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="plan_b",
            label="And if that does not work out?",
            kind="choice",
            choices="next_step",
            applies=EXAM_YEARS,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="september_guarantee",
            label="Is there an offer of a suitable place for September?",
            help="Everybody who leaves Year 11 is promised one.",
            kind="yes_no",
            applies=LAST_YEAR,
            carry="never",
        ),
        careers.risk(
            "risk",
            "How likely is it that the child leaves Year 11 without a place?",
            "Use the council’s own indicator if it has one.",
            EXAM_YEARS,
        ),
    )
