"""My views: the child speaks first. How they were asked is shared; what they are asked differs."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is, Not
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section

DID_NOT_WANT = Is("views.how_asked", ("not_wanted",))
WANTED = Not(DID_NOT_WANT)


def section(*pages: Page) -> Section:
    """``pages``: what this phase asks the child, between how they were asked and the meeting."""
    return Section(
        key="views",
        title="My views",
        intro="I can leave out anything I do not want to answer.",
        owner_role=roles.CHILD,
        also=(roles.DESIGNATED_TEACHER, roles.SOCIAL_WORKER),
        pages=(
            Page(title="How I was asked", questions=_asked()),
            *pages,
            Page(title="My meeting", questions=_meeting()),
        ),
    )


def _asked() -> tuple[Question, ...]:
    return (
        Question(
            key="how_asked",
            label="How was I asked?",
            help="In the weeks before the meeting, by somebody I know.",
            kind="choice",
            choices="how_asked",
            required=True,
            owner_role=roles.DESIGNATED_TEACHER,
            carry="never",
        ),
        Question(
            key="asked_on",
            label="When was I asked?",
            kind="date",
            owner_role=roles.DESIGNATED_TEACHER,
            carry="never",
        ),
        Question(
            key="helped_by",
            label="Who helped me?",
            kind="person",
            carry="never",
        ),
        Question(
            key="not_wanted_reason",
            label="Why I did not want to, if I said",
            help="“I did not say” is an answer too.",
            required=DID_NOT_WANT,
            applies=DID_NOT_WANT,
            carry="never",
        ),
    )


def _meeting() -> tuple[Question, ...]:
    return (
        Question(
            key="come",
            label="Do I want to come to my meeting?",
            kind="choice",
            choices="come_to_meeting",
            detail=True,
            carry="never",
        ),
        Question(
            key="invite",
            label="Who should be there?",
            detail=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="not_discuss",
            label="What I do not want to talk about there",
            kind="long_text",
            detail=True,
            carry="never",
        ),
        Question(
            key="please_do_not_share",
            label="Please do not share this with",
            help="A grown-up may still have to tell somebody if I am not safe.",
            detail=True,
            carry="never",
        ),
        Question(
            key="communication",
            label="What helps me say what I think",
            help="Signs, symbols, pictures, my first language, somebody who reads to me.",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="was_heard",
            label="Was I heard at my last meeting?",
            kind="scale",
            choices="faces",
            detail=True,
            carry="never",
        ),
    )
