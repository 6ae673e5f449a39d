"""What a child in Year R to 6 is asked, in the first person."""

from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.common.views import WANTED
from pep_plugin.sections.schema import Choice, Page, Question, Table

OLDER = Is("context.year_group", ("3", "4", "5", "6"))

_FACES = (
    Choice("getting_to_school", "Getting to school"),
    Choice("class", "My class"),
    Choice("playtime", "Playtime"),
    Choice("reading", "Reading"),
    Choice("writing", "Writing"),
    Choice("numbers", "Numbers"),
    Choice("friends", "Friends"),
    Choice("teachers", "Teachers"),
    Choice("lunch", "Lunch"),
    Choice("home_learning", "Learning at home"),
)


def pages() -> tuple[Page, ...]:
    return (
        Page(title="What I think", questions=_words()),
        Page(title="How I feel about school", questions=(_faces(),)),
        Page(title="More about me", questions=_older()),
    )


def _words() -> tuple[Question, ...]:
    return (
        Question(
            key="going_well",
            label="What is going well for me?",
            help="The child’s own words.",
            kind="long_text",
            required=WANTED,
            carry="never",
        ),
        Question(
            key="good_at",
            label="I am good at",
            kind="long_text",
            carry="carry",
            stale_after=1,
        ),
        Question(
            key="would_like_help",
            label="I would like help with",
            kind="long_text",
            required=WANTED,
            carry="never",
        ),
        Question(
            key="wish",
            label="If I had one wish",
            kind="long_text",
            carry="never",
        ),
        Question(
            key="own_target",
            label="Something I want to get better at",
            carry="never",
        ),
    )


def _faces() -> Question:
    return Question(
        key="faces",
        label="How do I feel about",
        kind="table",
        table=Table(
            rows="fixed",
            fixed_rows=_FACES,
            row_name="part of my day",
            columns=(Question(key="face", label="My face", kind="scale", choices="faces"),),
        ),
        carry="never",
    )


def _older() -> tuple[Question, ...]:
    return (
        Question(
            key="best_bit",
            label="The best bit of school",
            kind="long_text",
            applies=OLDER,
            carry="never",
        ),
        Question(
            key="worst_bit",
            label="The worst bit of school",
            kind="long_text",
            applies=OLDER,
            carry="never",
        ),
        Question(
            key="people_who_help",
            label="People who help me",
            applies=OLDER,
            carry="carry",
            stale_after=2,
        ),
        Question(
            key="worries",
            label="Things that worry me",
            help="I can say who may read this.",
            kind="long_text",
            applies=OLDER,
            carry="never",
        ),
        Question(
            key="when_i_grow_up",
            label="When I grow up",
            applies=OLDER,
            carry="carry",
            stale_after=YEAR,
        ),
        Question(
            key="clubs",
            label="Clubs and things I do, or would like to do",
            applies=OLDER,
            carry="carry",
            stale_after=2,
        ),
    )
