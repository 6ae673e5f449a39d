"""About the plan: kind, term and dates."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is, Not
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section

#: A desk review and an interim plan may be made without people meeting.
MEETING = Not(Is("context.kind", ("desk_review", "interim", "ended")))
#: What an interim plan, made before school is known, and a final one need not say yet or any more.
FULL = Not(Is("context.kind", ("interim", "ended")))
#: A child who was looked after: nobody asks by which law the council looks after the child.
IN_CARE = Not(Is("context.kind", ("voluntary",)))
INTERIM = Is("context.kind", ("interim",))
DESK_REVIEW = Is("context.kind", ("desk_review",))
ENDED = Is("context.kind", ("ended",))
VOLUNTARY = Is("context.kind", ("voluntary",))


def section() -> Section:
    return Section(
        key="plan",
        title="About this plan",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.DESIGNATED_TEACHER,),
        pages=(
            Page(questions=_records()),
            Page(title="When we meet", questions=(*_circumstances(), *_meeting())),
            _more(),
        ),
    )


def _records() -> tuple[Question, ...]:
    return (
        Question(key="kind", label="Kind of plan", shows="plan.kind"),
        Question(key="term", label="Term", shows="plan.term"),
        Question(key="due", label="Last day to send", kind="date", shows="plan.due"),
        Question(
            key="previous_date",
            label="Date of the last plan",
            kind="date",
            shows="plan.previous_date",
            applies=Not(Is("context.first", ("yes",))),
        ),
        Question(
            key="next_care_review",
            label="Next review of the care plan",
            help="This plan should be up to date for it.",
            kind="date",
            required=IN_CARE,
            applies=IN_CARE,
            carry="confirm",
            stale_after=2,
        ),
    )


def _circumstances() -> tuple[Question, ...]:
    """What a plan of an unusual kind says of itself."""
    return (
        Question(
            key="interim_why",
            label="Why is this an interim plan, and what does the child learn meanwhile?",
            help="Such as a child who came in the holidays, or who has no school yet.",
            kind="long_text",
            required=INTERIM,
            applies=INTERIM,
            carry="never",
        ),
        Question(
            key="full_plan_by",
            label="When will the full plan follow?",
            kind="date",
            required=INTERIM,
            applies=INTERIM,
            carry="never",
        ),
        Question(
            key="desk_review_why",
            label="Why was there no meeting, and who was asked instead?",
            required=DESK_REVIEW,
            applies=DESK_REVIEW,
            carry="never",
        ),
        Question(
            key="ended_why",
            label="Why is this the last plan, and who carries on from here?",
            kind="long_text",
            required=ENDED,
            applies=ENDED,
            carry="never",
        ),
    )


def _meeting() -> tuple[Question, ...]:
    return (
        Question(
            key="meeting_how",
            label="How will people meet?",
            kind="choice",
            choices="meeting_how",
            required=MEETING,
            applies=MEETING,
            carry="carry",
            stale_after=YEAR,
        ),
        Question(
            key="meeting_date",
            label="Date of the meeting",
            help="Choose a time that does not take the child out of a lesson they like.",
            kind="date",
            required=MEETING,
            applies=MEETING,
            carry="never",
        ),
        Question(key="meeting_time", label="Time", kind="time", applies=MEETING, carry="never"),
        Question(
            key="meeting_place",
            label="Place",
            help="The room, or how to join. Do not write a home address.",
            applies=MEETING,
            carry="carry",
            stale_after=YEAR,
        ),
    )


def _more() -> Page:
    return Page(
        title="More about the meeting",
        questions=(
            Question(
                key="chair",
                label="Who leads the meeting?",
                kind="person",
                detail=True,
                applies=MEETING,
                carry="confirm",
                stale_after=YEAR,
            ),
            Question(
                key="note_taker",
                label="Who writes down what is said?",
                kind="person",
                detail=True,
                applies=MEETING,
                carry="confirm",
                stale_after=YEAR,
            ),
            Question(
                key="in_school_time",
                label="Is the meeting in school time?",
                kind="yes_no",
                detail=True,
                applies=MEETING,
                owner_role=roles.DESIGNATED_TEACHER,
                carry="never",
            ),
            Question(
                key="child_agreed_time",
                label="Did the child agree to the day and time?",
                kind="yes_no",
                detail=True,
                applies=MEETING,
                owner_role=roles.DESIGNATED_TEACHER,
                carry="never",
            ),
            Question(
                key="lesson_missed",
                label="Which lesson will the child miss, if any?",
                detail=True,
                applies=MEETING,
                owner_role=roles.DESIGNATED_TEACHER,
                carry="never",
            ),
        ),
    )
