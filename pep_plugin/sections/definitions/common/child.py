"""The child: who they are. Names, birth date and numbers are records and are not typed here."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Compares, Is
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section

ASYLUM = Is("child.asylum_seeking", ("yes",))


def section() -> Section:
    return Section(
        key="child",
        title="The child",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.DESIGNATED_TEACHER,),
        pages=(
            Page(questions=_records()),
            Page(title="Language, culture and identity", questions=_identity()),
            Page(title="Language and identity codes", questions=_codes()),
        ),
    )


def _records() -> tuple[Question, ...]:
    return (
        Question(key="legal_name", label="Legal name", shows="child.legal_name"),
        Question(key="preferred_name", label="Likes to be called", shows="child.preferred_name"),
        Question(
            key="date_of_birth", label="Date of birth", kind="date", shows="child.date_of_birth"
        ),
        Question(key="age", label="Age", shows="child.age"),
        Question(
            key="upn",
            label="Unique pupil number",
            kind="identifier",
            limits={"scheme": "upn"},
            shows="child.upn",
        ),
        Question(
            key="uln",
            label="Unique learner number",
            kind="identifier",
            limits={"scheme": "uln"},
            shows="child.uln",
            applies=Compares("context.age", ">=", "14"),
        ),
        Question(
            key="council_number",
            label="The council’s own number for the child",
            shows="child.council_number",
        ),
        Question(
            key="first_language",
            label="Which language does the child speak best?",
            carry="confirm",
            stale_after=0,
        ),
        Question(
            key="interpreter",
            label="Does anybody at the meeting need an interpreter?",
            help="Say who, and which language.",
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _identity() -> tuple[Question, ...]:
    return (
        Question(
            key="pronouns",
            label="Pronouns the child uses, such as she or they",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="gender",
            label="Gender, in the child’s own words",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="faith_culture",
            label="Faith, culture, food and days that matter",
            help="What school should know and celebrate.",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="asylum_seeking",
            label="Is the child seeking asylum without their parents?",
            kind="yes_no",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="asylum_study",
            label="What school should know about this",
            help="Schools before, languages, an age assessment under way. No Home Office numbers.",
            kind="long_text",
            detail=True,
            applies=ASYLUM,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="asylum_schooling",
            label="Schooling before coming here, and what the child reads and writes",
            kind="long_text",
            detail=True,
            applies=ASYLUM,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="asylum_english",
            label="English lessons, an interpreter, and people who speak the child’s language",
            kind="long_text",
            detail=True,
            applies=ASYLUM,
            carry="confirm",
            stale_after=2,
        ),
    )


def _codes() -> tuple[Question, ...]:
    return (
        Question(
            key="sex",
            label="Sex, as in the school census",
            kind="choice",
            choices="sex",
            detail=True,
            carry="confirm",
        ),
        Question(
            key="ethnicity",
            label="Ethnic background",
            kind="choice",
            choices="ethnicity",
            detail=True,
            carry="confirm",
        ),
        Question(
            key="english_additional",
            label="Is English an additional language for the child?",
            kind="yes_no",
            detail=True,
            carry="confirm",
        ),
        Question(
            key="english_proficiency",
            label="How well does the child know English?",
            kind="choice",
            choices="english_proficiency",
            detail=True,
            applies=Is("child.english_additional", ("yes",)),
            owner_role=roles.DESIGNATED_TEACHER,
            carry="confirm",
            stale_after=YEAR,
        ),
    )
