"""Careers: what has been done to find out, and who advised. Both older phases ask it."""

from pep_plugin.sections.conditions import Condition
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Question, Table


def aim() -> Question:
    return Question(
        key="aim",
        label="What work or study is in mind, and what comes next on the way there?",
        help="It may change. Say what interests the child, not what is realistic.",
        kind="long_text",
        carry="confirm",
        stale_after=2,
    )


def activities() -> Question:
    return Question(
        key="activities",
        label="Advice, visits, employers and work experience",
        kind="table",
        table=Table(
            row_name="activity",
            max_rows=30,
            columns=(
                Question(
                    key="kind", label="What", kind="choice", choices="career_step", required=True
                ),
                Question(key="on", label="When", kind="date"),
                Question(key="with_whom", label="With whom"),
                Question(key="came_of_it", label="What came of it"),
            ),
        ),
        carry="carry",
        stale_after=2,
    )


def applications(applies: Condition | None = None) -> Question:
    return Question(
        key="applications",
        label="Places applied for",
        kind="table",
        applies=applies,
        table=Table(
            row_name="application",
            max_rows=15,
            columns=(
                Question(
                    key="route", label="Route", kind="choice", choices="next_step", required=True
                ),
                Question(key="provider", label="Where", kind="school"),
                Question(key="course", label="Course or job"),
                Question(key="applied_on", label="Applied on", kind="date"),
                Question(key="interview_on", label="Interview on", kind="date"),
                Question(key="offer", label="Answer", kind="choice", choices="offer"),
                Question(key="enrolled_on", label="Enrolled on", kind="date"),
            ),
        ),
        carry="carry",
        stale_after=1,
    )


def risk(
    key: str,
    label: str,
    help: str,
    applies: Condition | None = None,
    required: bool | Condition = False,
) -> Question:
    return Question(
        key=key,
        label=label,
        help=help,
        kind="choice",
        choices="risk",
        required=required,
        applies=applies,
        carry="confirm",
        stale_after=1,
    )


def advice() -> tuple[Question, ...]:
    return (
        Question(
            key="advice_on",
            label="Last talk with an impartial careers adviser",
            kind="date",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="advice_given",
            label="Has there been information and advice on college, university, work and money?",
            help="The guidance wants it early, well before Year 9 ends.",
            kind="yes_no",
            carry="confirm",
            stale_after=YEAR,
        ),
    )
