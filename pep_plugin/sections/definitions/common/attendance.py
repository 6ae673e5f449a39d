"""Attendance and conduct: this term, this year and last year."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import AnyOf, Compares, Is
from pep_plugin.sections.definitions.common.plan import FULL
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table

#: Below 95 per cent the plan says why and what is done. Persistent absence (below 90) is within.
LOW = AnyOf(
    (
        Compares("attendance.percent_this_term", "<", "95"),
        Compares("attendance.percent_this_year", "<", "95"),
    )
)
SUSPENDED = Is("attendance.suspended", ("yes",))
_SEVERE = "Yes, severe: half or more missed"
_SESSIONS = {"min": 0, "max": 1000, "whole": True}


def section(*, required: bool = True) -> Section:
    """``required``: whether the figures of the register must be there."""
    return Section(
        key="attendance",
        title="Attendance and conduct",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER,),
        pages=(
            Page(title="Attendance", questions=(_sessions(required),)),
            Page(title="Attendance and conduct this term", questions=_conduct()),
            Page(title="Suspensions", questions=(_suspensions(),)),
            Page(title="More about attendance and conduct", questions=_more()),
            Page(title="Conduct in numbers", questions=_numbers()),
            Page(title="Kinds of absence this term", questions=(_codes(),)),
        ),
    )


def _sessions(required: bool) -> Question:
    return Question(
        key="sessions",
        label="Sessions, in half days",
        help="From the school’s register. Attended, authorised and unauthorised make up possible.",
        kind="table",
        required=FULL if required else False,
        limits={"adds_up": ["possible", "attended", "authorised", "unauthorised"]},
        feeds="attendance",
        proposes="attendance",
        table=Table(
            rows="fixed",
            fixed_rows=(
                Choice("this_term", "This term"),
                Choice("this_year", "This school year so far"),
                Choice("last_year", "Last school year"),
            ),
            row_name="period",
            core=("possible", "attended", "authorised", "unauthorised"),
            columns=(
                Question(key="possible", label="Possible", kind="number", limits=_SESSIONS),
                Question(key="attended", label="Attended", kind="number", limits=_SESSIONS),
                Question(
                    key="authorised", label="Authorised absence", kind="number", limits=_SESSIONS
                ),
                Question(
                    key="unauthorised",
                    label="Unauthorised absence",
                    kind="number",
                    limits=_SESSIONS,
                ),
                Question(
                    key="percent",
                    label="Attendance",
                    kind="computed",
                    limits={"how": "percent", "of": ["attended", "possible"]},
                ),
            ),
        ),
        carry="never",
    )


def _percent(period: str, label: str) -> Question:
    cells = [f"sessions.{period}.attended", f"sessions.{period}.possible"]
    return Question(
        key=f"percent_{period}",
        label=label,
        kind="computed",
        limits={"how": "percent", "of": cells},
        carry="never",
    )


def _conduct() -> tuple[Question, ...]:
    return (
        _percent("this_term", "Attendance this term"),
        _percent("this_year", "Attendance this school year"),
        Question(
            key="persistent_absence",
            label="Persistent absence this school year",
            kind="computed",
            limits={
                "how": "missed",
                "of": ["sessions.this_year.attended", "sessions.this_year.possible"],
                "bands": [["0", "No"], ["10", "Yes: 10% or more missed"], ["50", _SEVERE]],
            },
            carry="never",
        ),
        Question(
            key="absence_reasons",
            label="What are the reasons for the absence, and what are we doing?",
            help="Asked because attendance is below 95%.",
            kind="long_text",
            required=LOW,
            applies=LOW,
            carry="never",
        ),
        Question(
            key="suspended",
            label="Has the child been suspended since the last plan?",
            kind="yes_no",
            proposes="suspensions",
            carry="never",
        ),
    )


def _suspensions() -> Question:
    return Question(
        key="suspensions",
        label="Suspensions since the last plan",
        kind="table",
        required=SUSPENDED,
        applies=SUSPENDED,
        feeds="suspensions",
        proposes="suspensions",
        table=Table(
            row_name="suspension",
            max_rows=30,
            core=("starts", "sessions", "reasons"),
            columns=(
                Question(key="starts", label="First day", kind="date", required=True),
                Question(
                    key="sessions",
                    label="Sessions (half days)",
                    kind="number",
                    limits={"min": 1, "max": 200, "whole": True},
                    required=True,
                ),
                Question(
                    key="reasons",
                    label="Reasons",
                    help="Up to three.",
                    limits={"max_choices": 3},
                    kind="choices",
                    choices="suspension_reason",
                ),
                Question(
                    key="first_day_provision",
                    label="Education from the first day?",
                    kind="yes_no",
                ),
                Question(key="told_on", label="Virtual School told on", kind="date"),
            ),
        ),
        carry="never",
    )


def _more() -> tuple[Question, ...]:
    return (
        Question(
            key="late_before",
            label="Times late, before the register closed",
            kind="number",
            limits=_SESSIONS,
            detail=True,
            carry="never",
        ),
        Question(
            key="late_after",
            label="Times late, after the register closed",
            help="These count as absence.",
            kind="number",
            limits=_SESSIONS,
            detail=True,
            carry="never",
        ),
        Question(
            key="exclusion",
            label="Has the child been permanently excluded?",
            kind="choice",
            choices="exclusion",
            detail=True,
            carry="never",
        ),
        Question(
            key="excluded_on",
            label="On which day?",
            kind="date",
            detail=True,
            applies=Is("attendance.exclusion", ("excluded", "cancelled")),
            carry="never",
        ),
        Question(
            key="excluded",
            label="What happened, and what has been tried?",
            applies=Is("attendance.exclusion", ("risk", "excluded", "cancelled")),
            kind="long_text",
            detail=True,
            carry="never",
        ),
        Question(
            key="suspension_letters",
            label="Letters about suspensions",
            kind="file",
            detail=True,
            applies=SUSPENDED,
            carry="never",
        ),
        Question(
            key="rewards",
            label="Praise, rewards and good days",
            kind="long_text",
            detail=True,
            carry="never",
        ),
        Question(
            key="behaviour",
            label="Behaviour: what we see, and what helps",
            help="Include time out of class and any physical intervention.",
            kind="long_text",
            detail=True,
            carry="never",
        ),
    )


def _numbers() -> tuple[Question, ...]:
    return tuple(
        Question(key=key, label=label, kind="number", limits=_SESSIONS, detail=True, carry="never")
        for key, label in (
            ("reward_points", "Points or certificates for doing well"),
            ("behaviour_points", "Points for behaviour"),
            ("internal_exclusions", "Times taught apart from the class"),
            ("restraints", "Times held by an adult"),
        )
    )


def _codes() -> Question:
    return Question(
        key="absence_codes",
        label="Kinds of absence this term",
        kind="table",
        detail=True,
        table=Table(
            row_name="kind",
            max_rows=40,
            columns=(
                Question(
                    key="code",
                    label="Code",
                    kind="choice",
                    choices="attendance_code",
                    required=True,
                ),
                Question(
                    key="sessions",
                    label="Sessions (half days)",
                    kind="number",
                    limits=_SESSIONS,
                    required=True,
                ),
            ),
        ),
        carry="never",
    )
