"""Care: since when, by which law, in what kind of home; who decides; what school should know."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import All, AnyOf, Is
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.common.plan import IN_CARE, VOLUNTARY
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table

EXAM_YEARS = Is("context.year_group", ("10", "11"))
#: Regulation 10 of 2010: in key stage 4 a disruptive move waits for a nominated officer.
EXAM_YEARS_MOVE = All((Is("care.planned_move", ("yes",)), EXAM_YEARS))
#: Remanded, detained or sentenced, or in a secure home or an institution for young offenders.
CUSTODY = AnyOf(
    (
        Is("care.legal_status", ("J1", "J2", "J3")),
        Is("care.placement_type", ("K1", "R5")),
    )
)


def section() -> Section:
    return Section(
        key="care",
        title="Care",
        owner_role=roles.SOCIAL_WORKER,
        pages=(
            Page(questions=_status()),
            Page(title="Deciding, and what school should know", questions=_decisions()),
            Page(title="Plans for home and family", questions=_plans()),
            Page(title="Who decides what", questions=(_authority(),)),
        ),
    )


def _status() -> tuple[Question, ...]:
    return (
        Question(
            key="looked_after_since",
            label="Looked after since",
            kind="date",
            shows="child.looked_after_since",
            applies=IN_CARE,
        ),
        Question(
            key="legal_status",
            label="Legal status",
            kind="choice",
            choices="legal_status",
            required=True,
            applies=IN_CARE,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="placement_type",
            label="Kind of home",
            help="The kind only. No address.",
            kind="choice",
            choices="placement_type",
            required=True,
            applies=IN_CARE,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="placement_since",
            label="Living there since",
            kind="date",
            required=True,
            applies=IN_CARE,
            carry="confirm",
        ),
        Question(
            key="in_area",
            label="Is the home in this council’s area?",
            kind="yes_no",
            applies=IN_CARE,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="planned_move",
            label="Is a move of home planned?",
            help="A move must not disrupt education without another arrangement.",
            kind="yes_no",
            required=EXAM_YEARS,
            applies=IN_CARE,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="planned_move_education",
            label="How will school be kept steady through the move?",
            kind="long_text",
            required=Is("care.planned_move", ("yes",)),
            applies=Is("care.planned_move", ("yes",)),
            carry="carry",
            stale_after=1,
        ),
        Question(
            key="move_approved",
            label="Has the nominated officer approved the move?",
            help="In Year 10 and 11 a move that disrupts school waits for that, emergencies apart.",
            kind="yes_no",
            required=EXAM_YEARS_MOVE,
            applies=EXAM_YEARS_MOVE,
            carry="never",
        ),
    )


def _decisions() -> tuple[Question, ...]:
    return (
        Question(
            key="left_care_by",
            label="How did the child leave care?",
            help="This plan is voluntary, and parents lead it.",
            kind="choice",
            choices="left_care_by",
            required=VOLUNTARY,
            applies=VOLUNTARY,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="school_decisions",
            label="Who decides about school matters, such as trips and photographs?",
            kind="choice",
            choices="school_decisions",
            required=True,
            applies=IN_CARE,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="care_plan_date",
            label="Date of the care plan that says so",
            kind="date",
            applies=Is("care.school_decisions", ("care_plan",)),
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="school_decisions_other",
            label="Who decides, and about what?",
            kind="long_text",
            required=Is("care.school_decisions", ("other",)),
            applies=Is("care.school_decisions", ("other",)),
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="custody_education",
            label="In custody or a secure home: who teaches, what, and who keeps in touch?",
            kind="long_text",
            required=CUSTODY,
            applies=CUSTODY,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="school_summary",
            label="What should school know to help this child do well?",
            help="Strengths first, then what helps and what to avoid. Not the history.",
            kind="long_text",
            required=True,
            carry="confirm",
            stale_after=2,
        ),
    )


def _plans() -> tuple[Question, ...]:
    return (
        Question(
            key="permanence",
            label="The long-term plan",
            kind="choice",
            choices="permanence",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="child_knows",
            label="What does the child know of that plan?",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="homes_count",
            label="How many homes has the child had since being looked after?",
            kind="number",
            limits={"min": 1, "max": 200, "whole": True},
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="family_time",
            label="Time with family that affects school days",
            help="Which days, and how school can help before and after.",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
    )


_MATTERS = (
    Choice("trips", "Day trips"),
    Choice("residential", "Trips with nights away"),
    Choice("photos", "Photographs"),
    Choice("reports", "School reports"),
    Choice("evenings", "Parents’ evenings"),
    Choice("medical", "Medical treatment"),
    Choice("homework", "Homework"),
    Choice("daily", "Day-to-day matters"),
    Choice("emergencies", "Emergencies"),
    Choice("courses", "Options and courses"),
    Choice("school_move", "A change of school"),
)


def _authority() -> Question:
    return Question(
        key="authority",
        label="Who decides, matter by matter",
        help="Only what differs from the care plan, or where school has asked.",
        kind="table",
        detail=True,
        applies=IN_CARE,
        table=Table(
            rows="fixed",
            fixed_rows=_MATTERS,
            row_name="matter",
            columns=(
                Question(key="who", label="Who decides", kind="choice", choices="who_decides"),
                Question(key="note", label="Note"),
            ),
        ),
        carry="confirm",
        stale_after=YEAR,
    )
