"""Education, employment or training at 16 and over, and what is done when there is none."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section

_APPRENTICESHIPS = ("apprenticeship_2", "apprenticeship_3", "apprenticeship_4")
#: On a course of any kind; an apprentice is.
LEARNING = Is(
    "education_work.status",
    ("full_time", "part_time", *_APPRENTICESHIPS, "supported_internship", "re_engagement"),
)
APPRENTICE = Is("education_work.status", _APPRENTICESHIPS)
#: In neither education, employment nor training, whatever the reason.
NEITHER = Is(
    "education_work.status",
    (
        *("seeking", "illness", "parent", "pregnancy", "custody", "not_available"),
        "unknown",
    ),
)


def section() -> Section:
    return Section(
        key="education_work",
        title="Education, employment or training",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.DESIGNATED_TEACHER, roles.PERSONAL_ADVISER),
        pages=(
            Page(questions=_status()),
            Page(title="Looking for education or work", questions=_neither()),
        ),
    )


def _status() -> tuple[Question, ...]:
    return (
        Question(
            key="status",
            label="Which of these is it today?",
            kind="choice",
            choices="work_study",
            required=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="employer",
            label="Employer",
            applies=Is("education_work.status", (*_APPRENTICESHIPS, "work_training", "work")),
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="training_provider",
            label="Training provider of the apprenticeship",
            kind="school",
            applies=APPRENTICE,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="end_point",
            label="When is the end-point assessment?",
            kind="date",
            applies=APPRENTICE,
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _neither() -> tuple[Question, ...]:
    return (
        Question(
            key="neither_since",
            label="Out of education, work and training since",
            kind="date",
            required=NEITHER,
            applies=NEITHER,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="neither_reason",
            label="The main reason, as the young adult sees it",
            required=NEITHER,
            applies=NEITHER,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="last_education",
            label="The last course or work, and when it ended",
            applies=NEITHER,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="back_support",
            label="What is being done, and who helps?",
            kind="long_text",
            required=NEITHER,
            applies=NEITHER,
            carry="never",
        ),
        Question(
            key="next_step",
            label="The next step",
            required=NEITHER,
            applies=NEITHER,
            carry="never",
        ),
        Question(
            key="next_step_by",
            label="By when?",
            kind="date",
            required=NEITHER,
            applies=NEITHER,
            carry="never",
        ),
    )
