"""My views: the child speaks first. How they were asked is shared; what they are asked differs."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is, Not
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section

DID_NOT_WANT = Is("views.how_asked", ("not_wanted",))
#: Whatever form the child's views came on, it is enough: the words are not typed again.
OTHER_FORM = Is("views.how_asked", ("other_form",))
WANTED = Not(Is("views.how_asked", ("not_wanted", "other_form")))


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
            Page(title="Pictures", questions=_pictures()),
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
            key="other_form",
            label="What I said on another form or in an app",
            kind="file",
            required=OTHER_FORM,
            applies=OTHER_FORM,
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


def _pictures() -> tuple[Question, ...]:
    return (
        Question(
            key="photo",
            label="A photo of me",
            help="Only if I want one, and if my school allows it.",
            kind="file",
            detail=True,
            carry="never",
        ),
        Question(
            key="drawing",
            label="A drawing, or a photo of something I like",
            kind="file",
            detail=True,
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


#: What several phases ask the child. A phase may put it in words of its own.
GOING_WELL = Question(
    key="going_well",
    label="What is going well for me?",
    help="The child’s own words.",
    kind="long_text",
    required=WANTED,
    carry="never",
)
GOOD_AT = Question(
    key="good_at", label="I am good at", kind="long_text", carry="carry", stale_after=1
)
WOULD_LIKE_HELP = Question(
    key="would_like_help",
    label="I would like help with",
    kind="long_text",
    required=WANTED,
    carry="never",
)
OWN_TARGET = Question(key="own_target", label="Something I want to get better at", carry="never")
PEOPLE_WHO_HELP = Question(
    key="people_who_help", label="People who help me", carry="carry", stale_after=2
)
WORRIES = Question(
    key="worries",
    label="Things that worry me",
    help="I can say who may read this.",
    kind="long_text",
    carry="never",
)
WHEN_I_GROW_UP = Question(
    key="when_i_grow_up", label="When I grow up", carry="carry", stale_after=YEAR
)
CLUBS = Question(
    key="clubs",
    label="Clubs and things I do, or would like to do",
    carry="carry",
    stale_after=2,
)
PREMIUM_VIEW = Question(
    key="premium_view",
    label="How I would like the extra money for my learning to be used",
    help="It is there for me, and I may say what would help.",
    kind="long_text",
    carry="never",
)


def my_meeting() -> Page:
    """What older children say of their meeting, besides who comes."""
    return Page(
        title="How I would like my meeting to be",
        questions=(
            Question(
                key="chair_wish", label="Who should lead my meeting?", detail=True, carry="never"
            ),
            Question(
                key="where_when",
                label="Where and when would suit me?",
                help="So that I do not miss a lesson I like.",
                detail=True,
                carry="confirm",
                stale_after=1,
            ),
        ),
    )
