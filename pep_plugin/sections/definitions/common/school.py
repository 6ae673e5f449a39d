"""Education now, and the schools before."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import AnyOf, Is, Not
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section, Table

NO_PLACE = Is("school.roll_status", ("off_roll", "home", "none"))
PART_TIME = Is("school.full_time", ("no",))
#: Educated otherwise than at school, as the council arranged it.
OTHERWISE = Is("school.roll_status", ("otherwise",))
#: At an alternative provider for some of the week, or with nobody but such.
ELSEWHERE = AnyOf((Is("school.alternative", ("yes",)), OTHERWISE))
TWO_ROLLS = Is("school.roll_status", ("dual_main", "dual_subsidiary"))


def section(*pages: Page, intro: str = "") -> Section:
    """``pages``: what a phase asks where it is not the same as in the school years."""
    return Section(
        key="school",
        title="School now and before",
        intro=intro,
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER,),
        pages=pages or (now(), hours(), past(), alternative(), *more()),
    )


def now() -> Page:
    return Page(questions=_now())


def hours() -> Page:
    return Page(title="Time at school", questions=_hours())


def past() -> Page:
    return Page(title="Schools before this one", questions=(_past(),))


def alternative() -> Page:
    return Page(title="Education somewhere else", questions=(_alternative(),))


def more() -> tuple[Page, ...]:
    return (Page(title="More about school", questions=_more()),)


def records() -> tuple[Question, ...]:
    return (
        Question(key="name", label="School", kind="school", shows="enrolment.school"),
        Question(key="year_group", label="Year group", shows="enrolment.year_group"),
        Question(key="starts", label="At this school since", kind="date", shows="enrolment.starts"),
    )


def _now() -> tuple[Question, ...]:
    return (
        *records(),
        Question(
            key="roll_status",
            label="On the school’s roll",
            kind="choice",
            choices="roll_status",
            required=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="no_place_since",
            label="Without a school place since",
            kind="date",
            required=NO_PLACE,
            applies=NO_PLACE,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="no_place_plan",
            label="What is being done to find a place, and what does the child learn meanwhile?",
            kind="long_text",
            required=NO_PLACE,
            applies=NO_PLACE,
            carry="never",
        ),
        Question(
            key="otherwise_package",
            label="Educated otherwise than at school: who teaches what, where and how much?",
            help="Say who in the council checks it, and how the child meets others of their age.",
            kind="long_text",
            required=OTHERWISE,
            applies=OTHERWISE,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="other_school",
            label="The other school",
            kind="school",
            required=TWO_ROLLS,
            applies=TWO_ROLLS,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="class_teacher",
            label="Class teacher, tutor or key person",
            kind="person",
            required=Not(NO_PLACE),
            applies=Not(NO_PLACE),
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _hours() -> tuple[Question, ...]:
    return (
        Question(
            key="full_time",
            label="Does the child go to school full time?",
            kind="yes_no",
            required=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="hours",
            label="Hours a week",
            kind="number",
            limits={"min": 0, "max": 60},
            required=PART_TIME,
            applies=PART_TIME,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="part_time_since",
            label="Part time since",
            kind="date",
            required=PART_TIME,
            applies=PART_TIME,
            carry="confirm",
        ),
        Question(
            key="part_time_reason",
            label="Why part time, and how will the hours grow?",
            kind="long_text",
            required=PART_TIME,
            applies=PART_TIME,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="part_time_ends",
            label="Full time again from",
            kind="date",
            required=PART_TIME,
            applies=PART_TIME,
            carry="never",
        ),
        Question(
            key="part_time_review",
            label="Next review of the part-time timetable",
            kind="date",
            applies=PART_TIME,
            carry="never",
        ),
        Question(
            key="alternative",
            label="Does the child learn somewhere else for some of the week?",
            help="For example at an alternative provider. Not school trips.",
            kind="yes_no",
            carry="confirm",
            stale_after=1,
        ),
    )


def _past() -> Question:
    return Question(
        key="past_schools",
        label="Schools and settings before this one",
        kind="table",
        owner_role=roles.SOCIAL_WORKER,
        table=Table(
            row_name="school",
            max_rows=30,
            columns=(
                Question(key="school", label="School or setting", kind="school", required=True),
                Question(key="starts", label="From", kind="date"),
                Question(key="ends", label="To", kind="date"),
                Question(key="reason", label="Why the child left"),
            ),
        ),
        carry="carry",
        stale_after=0,
    )


def _alternative() -> Question:
    return Question(
        key="providers",
        label="Where else the child learns",
        kind="table",
        applies=ELSEWHERE,
        required=ELSEWHERE,
        table=Table(
            row_name="provider",
            max_rows=10,
            columns=(
                Question(key="name", label="Provider", kind="school", required=True),
                Question(key="days", label="Days"),
                Question(
                    key="hours",
                    label="Hours a week",
                    kind="number",
                    limits={"min": 0, "max": 60},
                ),
                Question(key="visited", label="Last visited to check its quality", kind="date"),
                Question(key="safeguarding", label="Safeguarding checked?", kind="yes_no"),
                Question(key="transport", label="Travel"),
            ),
        ),
        carry="confirm",
        stale_after=1,
    )


def _more() -> tuple[Question, ...]:
    return (
        Question(
            key="travel",
            label="How does the child get to school?",
            kind="choice",
            choices="travel",
            detail=True,
            owner_role=roles.SOCIAL_WORKER,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="travel_minutes",
            label="How many minutes does it take?",
            kind="number",
            limits={"min": 0, "max": 300, "whole": True},
            detail=True,
            owner_role=roles.SOCIAL_WORKER,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="missed_education",
            label="Education missed in the past, and what was done about it",
            kind="long_text",
            detail=True,
            carry="carry",
            stale_after=YEAR,
        ),
        Question(
            key="curriculum_changes",
            label="Changes to what the child is taught",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="school_type",
            label="Kind of school, such as academy, special or independent",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="ofsted_judgement",
            label="What the last inspection found",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="ofsted_date",
            label="Date of the last inspection",
            kind="date",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
    )
