"""What carers say, and what parents say. Neither reads what the other wrote."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is, Not
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.readers import WITH_CARER, WITH_PARENT
from pep_plugin.sections.schema import Page, Question, Section


def carer() -> Section:
    return Section(
        key="carer",
        title="The carer’s view",
        owner_role=roles.CARER,
        also=(roles.SOCIAL_WORKER, roles.DESIGNATED_TEACHER),
        readers=WITH_CARER,
        pages=(
            Page(questions=_carer()),
            Page(title="More from the carer", questions=_carer_more()),
        ),
    )


def _carer() -> tuple[Question, ...]:
    return (
        Question(
            key="going_well",
            label="What is going well?",
            help="At home and at school. Start with what you are proud of.",
            kind="long_text",
            required=True,
            carry="never",
        ),
        Question(
            key="will_do",
            label="What will you do at home to help with learning and leisure?",
            kind="long_text",
            required=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="school_should_know",
            label="What should school know?",
            help="Changes at home, mornings, sleep, friends.",
            kind="long_text",
            carry="never",
        ),
        Question(
            key="worries",
            label="What worries you?",
            kind="long_text",
            carry="never",
        ),
        Question(
            key="got_last_plan",
            label="Did you get a copy of the last plan?",
            kind="yes_no",
            carry="never",
        ),
    )


def _carer_more() -> tuple[Question, ...]:
    return (
        Question(
            key="home_learning",
            label="Homework, reading and devices at home",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="clubs_friends",
            label="Friends and clubs",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="training",
            label="Training or advice you would like",
            detail=True,
            carry="never",
        ),
        Question(
            key="enough_notice",
            label="Were you told of the meeting in good time?",
            kind="yes_no",
            detail=True,
            carry="never",
        ),
    )


def parent() -> Section:
    return Section(
        key="parent",
        title="Parents’ views",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.PARENT, roles.DESIGNATED_TEACHER),
        readers=WITH_PARENT,
        pages=(Page(questions=_parent()),),
    )


def _parent() -> tuple[Question, ...]:
    return (
        Question(
            key="gathered",
            label="How were parents’ views gathered?",
            kind="choice",
            choices="views_gathered",
            required=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="not_gathered_reason",
            label="Why were they not gathered?",
            required=Is("parent.gathered", ("not",)),
            applies=Is("parent.gathered", ("not",)),
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="view",
            label="What parents say",
            kind="long_text",
            # A parent with a page of their own says it there, before anybody says how it came.
            owner_role=roles.PARENT,
            applies=Not(Is("parent.gathered", ("not",))),
            carry="never",
        ),
        Question(
            key="invited",
            label="Invited to the meeting?",
            kind="choice",
            choices="invited",
            carry="never",
        ),
        Question(
            key="invited_reason",
            label="Why not?",
            applies=Is("parent.invited", ("not_invited", "did_not_come")),
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="copy_sent",
            label="Will parents get a copy, with what is not for them left out?",
            kind="yes_no",
            carry="confirm",
            stale_after=YEAR,
        ),
    )
