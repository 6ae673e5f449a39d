"""The pathway plan, the personal adviser, and doing things on one’s own."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table

_SKILLS = (
    Choice("cooking", "Cooking"),
    Choice("money", "Money"),
    Choice("travel", "Travel"),
    Choice("health", "Health"),
    Choice("identity", "Papers that show who I am"),
)


def section() -> Section:
    return Section(
        key="pathway",
        title="Pathway plan and independence",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.PERSONAL_ADVISER, roles.CHILD, roles.CARER, roles.DESIGNATED_TEACHER),
        pages=(
            Page(questions=_plan()),
            Page(title="What I can do on my own", questions=(_skills(),)),
        ),
    )


def _plan() -> tuple[Question, ...]:
    return (
        Question(
            key="plan_date",
            label="Date of the pathway plan",
            help="This plan is a part of it, and the two should agree.",
            kind="date",
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="personal_adviser",
            label="Personal adviser",
            kind="person",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="needs_assessed_on",
            label="Date of the needs assessment",
            kind="date",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="passport",
            label="Is there a passport or another paper that shows who they are?",
            kind="yes_no",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="insurance_number",
            label="Do they have a National Insurance number?",
            help="Yes or no; do not write the number.",
            kind="yes_no",
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _skills() -> Question:
    return Question(
        key="skills",
        label="What I can do on my own",
        kind="table",
        owner_role=roles.CHILD,
        table=Table(
            rows="fixed",
            fixed_rows=_SKILLS,
            row_name="skill",
            columns=(
                Question(key="level", label="Today", kind="scale", choices="independence"),
                Question(key="next", label="What would help next"),
            ),
        ),
        carry="carry",
        stale_after=2,
    )
