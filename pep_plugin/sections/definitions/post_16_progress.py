"""Progress in Year 12 to 14: courses, and English and maths."""

from pep_plugin.sections.conditions import All
from pep_plugin.sections.definitions.common import YEAR, careers
from pep_plugin.sections.definitions.common import progress as shared
from pep_plugin.sections.definitions.common.plan import FULL
from pep_plugin.sections.definitions.post_16_education import LEARNING
from pep_plugin.sections.schema import Page, Question, Section, Table

_HOURS = {"min": 0, "max": 60}
_PERCENT = {"min": 0, "max": 100}


def progress() -> Section:
    return shared.section(
        Page(questions=_now()),
        shared.ahead(),
        Page(title="Each course, and how it goes", questions=(_courses(),)),
        Page(title="More about learning", questions=shared.own_scale()),
        title="Progress and courses",
    )


def _now() -> tuple[Question, ...]:
    return (
        shared.going_well(),
        *(
            Question(
                key=f"{key}_qualification",
                label=f"{label} at grade 4 or above, or on the way to it",
                kind="choice",
                choices="english_maths",
                required=FULL,
                proposes="assessment",
                carry="confirm",
                stale_after=YEAR,
            )
            for key, label in (("english", "English"), ("maths", "Maths"))
        ),
        shared.since_last(),
        careers.risk(
            "leaving_risk",
            "How likely is it that they leave the course early?",
            "The attendance of each course stands beside its grades.",
            LEARNING,
            All((LEARNING, FULL)),
        ),
        Question(
            key="leaving_help",
            label="What is done to keep them on it?",
            kind="long_text",
            applies=LEARNING,
            carry="confirm",
            stale_after=2,
        ),
    )


def _courses() -> Question:
    return Question(
        key="subjects",
        label="Courses",
        kind="table",
        required=All((LEARNING, FULL)),
        applies=LEARNING,
        feeds="attainment",
        proposes="attainment",
        table=Table(
            row_name="course",
            min_rows=1,
            max_rows=15,
            core=("own_scale", "end_of_year", "progress"),
            columns=(*_course(), *_grades()),
        ),
        # The courses stay and the grades are asked again: so the table arrives filled in, stale.
        carry="carry",
        stale_after=1,
    )


def _grades() -> tuple[Question, ...]:
    return (
        Question(key="own_scale", label="Grade or units now", required=True),
        Question(
            key="attendance",
            label="Attendance, in per cent",
            kind="number",
            limits=_PERCENT,
            required=True,
        ),
        Question(key="end_of_year", label="Target for the end of the year"),
        Question(key="predicted", label="Predicted"),
        Question(key="result", label="Result"),
        Question(
            key="progress",
            label="Progress since the last plan",
            kind="choice",
            choices="progress_since",
        ),
        Question(key="note", label="Strengths and gaps"),
    )


def _course() -> tuple[Question, ...]:
    return (
        Question(key="subject", label="Course", required=True, proposes="attainment"),
        Question(key="kind", label="Kind", kind="choice", choices="course_kind"),
        Question(key="level", label="Level", kind="choice", choices="course_level"),
        Question(key="awarding_body", label="Awarding body"),
        Question(key="starts", label="From", kind="date"),
        Question(key="ends", label="Until", kind="date"),
        Question(key="hours", label="Hours a week", kind="number", limits=_HOURS),
    )
