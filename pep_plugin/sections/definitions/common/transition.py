"""Moves that are coming, and hopes for later."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import All, Answered, AnyOf, Is, Not
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.common.support import EHC_PLAN
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table

MOVING = All((Answered("transition.move"), Not(Is("transition.move", ("none",)))))
#: A move to another school or course, with a place to be applied for.
NEW_PLACE = Is("transition.move", ("new_school", "reception", "secondary", "post_16"))
CHANGED = Is("context.kind", ("change_of_school",))
#: A move whose plan must be written now: a year that ends in one, or a plan made for a move.
DUE = AnyOf(
    (
        Is("context.year_group", ("N2", "6", "11", "13")),
        Is("context.kind", ("transition", "change_of_school")),
    )
)


def section(*pages: Page) -> Section:
    """``pages``: what a phase asks besides."""
    return Section(
        key="transition",
        title="Moves and hopes",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER, roles.CARER),
        pages=(
            Page(questions=_move()),
            Page(title="Getting ready for the move", questions=(_steps(),)),
            Page(title="The change of school", questions=_changed()),
            *pages,
            Page(title="Hopes", questions=_hopes()),
        ),
    )


def _move() -> tuple[Question, ...]:
    return (
        Question(
            key="move",
            label="Which move or change is coming next?",
            kind="choice",
            choices="next_move",
            required=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="move_date",
            label="When?",
            kind="date",
            required=All((MOVING, DUE)),
            applies=MOVING,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="receiving_school",
            label="Which school?",
            kind="school",
            applies=NEW_PLACE,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="applied_on",
            label="When was a place applied for?",
            help="Children in care come first. Reception: by 15 January. Secondary: by 31 October.",
            kind="date",
            applies=NEW_PLACE,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="ehc_transfer_on",
            label="When was the next school named in the education, health and care plan?",
            help="By 15 February of the year of the move.",
            kind="date",
            applies=All((EHC_PLAN, NEW_PLACE)),
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="move_plan",
            label="How will the move be made easy, and by whom?",
            kind="long_text",
            required=All((MOVING, DUE)),
            applies=MOVING,
            carry="carry",
            stale_after=1,
        ),
        Question(
            key="named_adult",
            label="Who will look out for the child there?",
            kind="person",
            applies=MOVING,
            carry="confirm",
            stale_after=1,
        ),
    )


def _changed() -> tuple[Question, ...]:
    """A plan that is made because the child has changed school says how that went."""
    return (
        Question(
            key="change_why",
            label="Why did the child change school, and who agreed to it?",
            kind="long_text",
            required=CHANGED,
            applies=CHANGED,
            carry="never",
        ),
        Question(
            key="change_records",
            label="Have the records of the last school arrived, with the last plan?",
            kind="yes_no",
            required=CHANGED,
            applies=CHANGED,
            carry="never",
        ),
        Question(
            key="change_days_lost",
            label="School days lost by it",
            kind="number",
            limits={"min": 0, "max": 400, "whole": True},
            applies=CHANGED,
            carry="never",
        ),
    )


_STEPS = (
    Choice("contact", "The next school has been reached"),
    Choice("visits", "Visits"),
    Choice("records", "Records sent"),
    Choice("buddy", "A buddy"),
    Choice("uniform", "Uniform and things to bring"),
    Choice("travel", "The way to school, tried out"),
    Choice("summer", "A plan for the holidays"),
    Choice("telling", "Agreed who tells whom what"),
    Choice("first_day", "A call on the first day"),
    Choice("six_weeks", "A look back after six weeks"),
)


def _steps() -> Question:
    return Question(
        key="steps",
        label="Steps to get ready",
        kind="table",
        applies=MOVING,
        table=Table(
            rows="fixed",
            fixed_rows=_STEPS,
            row_name="step",
            columns=(
                Question(key="state", label="State", kind="choice", choices="done_or_planned"),
                Question(key="on", label="When", kind="date"),
                Question(key="who", label="Who", kind="person"),
            ),
        ),
        carry="carry",
        stale_after=1,
    )


def _hopes() -> tuple[Question, ...]:
    return (
        Question(
            key="hope",
            label="What does the child dream of doing or being?",
            help="Anything: learning, work, sport, art, helping others. It may change.",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="hope_steps",
            label="Steps on the way",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="role_model",
            label="Somebody to look up to",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="adult_step",
            label="The next step an adult takes, and who",
            detail=True,
            carry="never",
        ),
    )
