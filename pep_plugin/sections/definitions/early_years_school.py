"""The setting of a child under five: of what kind, for how many hours, and who pays for what."""

from pep_plugin.sections.conditions import AnyOf, Is, Not
from pep_plugin.sections.definitions.common import YEAR, school
from pep_plugin.sections.definitions.common.conditional import when
from pep_plugin.sections.schema import Page, Question, Section

NO_SETTING = Is("school.setting_type", ("none",))
#: Asked as long as nobody has said that there is none, and so on a blank form too.
SETTING = Not(NO_SETTING)
#: A school asks of its youngest class what it asks of all others.
RECEPTION = Is("context.year_group", ("R",))
NO_PLACE = AnyOf((NO_SETTING, school.NO_PLACE))
_LEAD = (
    "A nursery, a playgroup or a childminder names a lead person for children in care, who "
    "does what a designated teacher does in a school."
)


def section() -> Section:
    return school.section(
        Page(questions=_now()),
        Page(title="Hours, and money for this setting", questions=(*_hours(), *_money())),
        when(RECEPTION, Page(title="Time at school", questions=_at_school())),
        school.past(),
        when(RECEPTION, school.alternative()),
        *school.more(),
        Page(title="The week, and settling in", questions=_settling()),
        intro=_LEAD,
    )


def _now() -> tuple[Question, ...]:
    return (
        *school.records(),
        Question(
            key="setting_type",
            label="Kind of setting",
            kind="choice",
            choices="setting_type",
            required=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        *_on_roll(),
        Question(
            key="no_place_plan",
            label="Why is there none yet, and what is being done?",
            kind="long_text",
            required=NO_PLACE,
            applies=NO_PLACE,
            carry="never",
        ),
        Question(
            key="no_place_until",
            label="By when should there be a place?",
            kind="date",
            required=NO_SETTING,
            applies=NO_SETTING,
            carry="never",
        ),
        Question(
            key="class_teacher",
            label="Key person",
            kind="person",
            required=SETTING,
            applies=SETTING,
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _funded(key: str, label: str, most: int) -> Question:
    return Question(
        key=key,
        label=label,
        kind="number",
        limits={"min": 0, "max": most},
        applies=SETTING,
        carry="confirm",
        stale_after=2,
    )


def _hours() -> tuple[Question, ...]:
    return (
        _funded("funded_universal", "Funded hours a week for every child of this age", 15),
        _funded("funded_extended", "Funded hours a week for working families", 30),
        _funded("funded_two", "Funded hours a week for a two-year-old", 30),
        Question(
            key="hours",
            label="Hours a week that the child is there",
            kind="number",
            limits={"min": 0, "max": 60},
            required=SETTING,
            applies=SETTING,
            carry="confirm",
            stale_after=2,
        ),
    )


def _at_school() -> tuple[Question, ...]:
    """What the school years ask, but for the hours, which are asked of every child here."""
    return tuple(one for one in school.hours().questions if one.key != "hours")


def _on_roll() -> tuple[Question, ...]:
    wanted = ("roll_status", "no_place_since", "otherwise_package", "other_school")
    asked = Page(questions=tuple(one for one in school.now().questions if one.key in wanted))
    return when(RECEPTION, asked).questions


def _claimed(key: str, label: str) -> tuple[Question, Question]:
    """Whether it was claimed, and how much came of it."""
    return (
        Question(
            key=key,
            label=f"Has the {label} been claimed?",
            kind="yes_no",
            required=SETTING,
            applies=SETTING,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key=f"{key}_amount",
            label=f"How much of the {label} is there?",
            kind="money",
            limits={"min": 0, "max": 10000},
            applies=Is(f"school.{key}", ("yes",)),
            carry="confirm",
            stale_after=2,
        ),
    )


def _money() -> tuple[Question, ...]:
    return (
        *_claimed("early_premium", "early years pupil premium"),
        *_claimed("disability_fund", "disability access fund"),
    )


def _settling() -> tuple[Question, ...]:
    return (
        Question(
            key="hours_pattern",
            label="On which days is the child there, and when?",
            detail=True,
            applies=SETTING,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="settling",
            label="How is the child settling in, and what helps?",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="separation",
            label="Saying goodbye in the morning, and meeting again",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="ofsted_number",
            label="Ofsted’s number of the setting",
            help="Letters and figures, such as EY123456.",
            limits={"max_length": 20},
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
    )
