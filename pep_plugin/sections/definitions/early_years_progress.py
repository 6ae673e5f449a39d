"""Development from birth to the end of Reception: areas of learning, goals, checks."""

from pep_plugin.sections.conditions import All, Compares, Is
from pep_plugin.sections.definitions.common import progress as shared
from pep_plugin.sections.definitions.common.plan import FULL
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table

RECEPTION = Is("context.year_group", ("R",))
#: The profile is made at the end of Reception.
PROFILE = All((RECEPTION, Is("context.term", ("summer",))))
THREE = Compares("context.age", ">=", "3")
#: The progress check is made when a child is two; some settings write it up a little later.
TWO_OR_THREE = All((Compares("context.age", ">=", "2"), Compares("context.age", "<=", "3")))

PRIME = (
    ("communication_now", "Communication and language"),
    ("personal_now", "Personal, social and emotional development"),
    ("physical_now", "Physical development"),
)
SPECIFIC = (
    ("literacy_now", "Literacy"),
    ("maths_now", "Maths"),
    ("world_now", "Understanding the world"),
    ("arts_now", "Expressive arts and design"),
)
#: The goals of the three prime areas, of literacy and of maths: all of them expected is what is
#: called a good level of development.
_GOOD_LEVEL = (
    Choice("listening", "Listening, attention and understanding"),
    Choice("speaking", "Speaking"),
    Choice("self_regulation", "Self-regulation"),
    Choice("managing_self", "Managing self"),
    Choice("relationships", "Building relationships"),
    Choice("gross_motor", "Gross motor skills"),
    Choice("fine_motor", "Fine motor skills"),
    Choice("comprehension", "Comprehension"),
    Choice("word_reading", "Word reading"),
    Choice("writing", "Writing"),
    Choice("number", "Number"),
    Choice("patterns", "Numerical patterns"),
)
_OTHER_GOALS = (
    Choice("past_present", "Past and present"),
    Choice("communities", "People, culture and communities"),
    Choice("natural_world", "The natural world"),
    Choice("materials", "Creating with materials"),
    Choice("imaginative", "Being imaginative and expressive"),
)


def progress() -> Section:
    return shared.section(
        Page(questions=(shared.going_well(), *_prime(), shared.since_last())),
        Page(title="More areas of learning", questions=_specific()),
        shared.ahead(),
        Page(title="The end of Reception", questions=(_goals(),)),
        Page(title="Checks, and the level at the end of Reception", questions=_checks()),
        Page(title="How the child learns", questions=_characteristics()),
        Page(title="Body, speech and play", questions=_body()),
        Page(title="Areas of learning, stage by stage", questions=(_areas(),)),
        Page(title="The setting’s own words", questions=shared.own_scale()),
        title="Learning and development",
    )


def _prime() -> tuple[Question, ...]:
    return tuple(
        Question(
            key=key,
            label=f"{label}, compared with what is typical at this age",
            help="From what the key person has seen this term.",
            kind="choice",
            choices="age_related",
            required=FULL,
            proposes="attainment",
            carry="never",
        )
        for key, label in PRIME
    )


def _specific() -> tuple[Question, ...]:
    return tuple(
        Question(
            key=key,
            label=f"{label}, compared with what is typical at this age",
            kind="choice",
            choices="age_related",
            required=All((THREE, FULL)),
            proposes="attainment",
            carry="confirm",
            stale_after=2,
        )
        for key, label in SPECIFIC
    )


def _goals() -> Question:
    return Question(
        key="early_goals",
        label="Early learning goals",
        help="The profile at the end of Reception.",
        kind="table",
        applies=PROFILE,
        table=Table(
            rows="fixed",
            fixed_rows=(*_GOOD_LEVEL, *_OTHER_GOALS),
            row_name="goal",
            columns=(
                Question(key="outcome", label="Outcome", kind="choice", choices="early_goal"),
            ),
        ),
        carry="never",
    )


def _checks() -> tuple[Question, ...]:
    return (
        Question(
            key="early_years_good_level",
            label="Good level of development",
            kind="computed",
            limits={
                "how": "all",
                "value": "2",
                "of": [f"early_goals.{goal.code}.outcome" for goal in _GOOD_LEVEL],
            },
            detail=True,
            applies=PROFILE,
            carry="never",
        ),
        Question(
            key="two_year_check",
            label="Has the progress check at two been made?",
            kind="yes_no",
            detail=True,
            applies=TWO_OR_THREE,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="two_year_check_on",
            label="On which day?",
            kind="date",
            detail=True,
            applies=Is("progress.two_year_check", ("yes",)),
            carry="confirm",
        ),
        Question(
            key="two_year_with_health",
            label="Together with the health visitor’s review?",
            kind="yes_no",
            detail=True,
            applies=Is("progress.two_year_check", ("yes",)),
            carry="confirm",
        ),
        Question(
            key="two_year_check_file",
            label="The check at two, as a file",
            kind="file",
            detail=True,
            applies=Is("progress.two_year_check", ("yes",)),
            carry="never",
        ),
        Question(
            key="baseline_taken",
            label="Has the Reception baseline been taken?",
            help="Yes or no; its score is not given to schools.",
            kind="yes_no",
            detail=True,
            applies=RECEPTION,
            carry="confirm",
        ),
    )


def _long(key: str, label: str) -> Question:
    return Question(
        key=key, label=label, kind="long_text", detail=True, carry="confirm", stale_after=2
    )


def _characteristics() -> tuple[Question, ...]:
    return (
        _long("playing_exploring", "Playing and exploring"),
        _long("active_learning", "Active learning: keeping on, and enjoying it"),
        _long("creating_thinking", "Creating, and thinking for oneself"),
    )


def _body() -> tuple[Question, ...]:
    return (
        _long("speech", "Speech"),
        _long("toileting", "Toileting"),
        _long("feeding", "Eating and drinking"),
        _long("sleep", "Sleep and rest"),
        _long("ears", "Ears, such as glue ear"),
        _long("play", "Play, alone and with others"),
    )


def _areas() -> Question:
    return Question(
        key="subjects",
        label="Areas of learning, stage by stage",
        kind="table",
        detail=True,
        feeds="attainment",
        proposes="attainment",
        table=Table(
            rows="fixed",
            fixed_rows=tuple(
                Choice(key.removesuffix("_now"), label) for key, label in (*PRIME, *SPECIFIC)
            ),
            row_name="area",
            core=("own_scale", "end_of_year", "progress"),
            columns=(
                Question(key="stage", label="Stage", kind="choice", choices="early_stage"),
                Question(key="own_scale", label="Now, in the setting’s own words"),
                Question(key="end_of_year", label="Aim for the end of the year"),
                Question(
                    key="progress",
                    label="Progress since the last plan",
                    kind="choice",
                    choices="progress_since",
                ),
                Question(key="note", label="What we see, and what comes next"),
            ),
        ),
        carry="never",
    )
