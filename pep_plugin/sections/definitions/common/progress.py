"""Progress: what every phase is asked in the same words. What is measured differs by phase."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section


def section(*pages: Page, title: str = "Progress and attainment") -> Section:
    """``pages``: what this phase is asked, :func:`going_well` first."""
    return Section(
        key="progress",
        title=title,
        owner_role=roles.DESIGNATED_TEACHER,
        pages=pages,
    )


def going_well() -> Question:
    return Question(
        key="going_well",
        label="What is going well?",
        help="Start with strengths. One or two things that anyone who meets this child "
        "should know.",
        kind="long_text",
        required=True,
        carry="never",
    )


def since_last() -> Question:
    return Question(
        key="since_last",
        label="Progress since the last plan",
        kind="choice",
        choices="progress_since",
        carry="never",
    )


def ahead() -> Page:
    """What is to improve, and what should be different by next summer: asked of every child."""
    return Page(
        title="Looking ahead",
        questions=(
            Question(
                key="to_improve",
                label="What is hard at the moment, and what would help most?",
                kind="long_text",
                required=True,
                carry="confirm",
                stale_after=2,
            ),
            Question(
                key="next_summer",
                label="What should be different by next summer?",
                help="One thing that the child and everybody here would be glad of.",
                kind="long_text",
                required=True,
                carry="confirm",
                stale_after=YEAR,
            ),
        ),
    )


def own_scale() -> tuple[Question, ...]:
    """What a school’s own grades mean, and where the child stands over all."""
    return (
        Question(
            key="overall_now",
            label="Over all, compared with what is expected at this age",
            kind="choice",
            choices="age_related",
            detail=True,
            carry="never",
        ),
        Question(
            key="own_scale_name",
            label="Name of the school’s own scale",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="own_scale_meaning",
            label="What the school’s own scale means",
            help="What is low, what is high, and where most children of this age are.",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
    )
