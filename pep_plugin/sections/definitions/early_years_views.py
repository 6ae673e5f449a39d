"""What a child under five shows: adults watch and write it down, in the first person."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.common import views as shared
from pep_plugin.sections.definitions.common.views import WANTED
from pep_plugin.sections.schema import Page, Question, Table


def pages() -> tuple[Page, ...]:
    return (
        Page(title="What I show", questions=(_observations(),)),
        Page(title="About me", questions=_about()),
    )


def _observations() -> Question:
    return Question(
        key="observations",
        label="What adults saw when they watched me",
        help="In the weeks before the meeting. What I did, before what it may mean.",
        kind="table",
        required=WANTED,
        applies=WANTED,
        owner_role=roles.DESIGNATED_TEACHER,
        table=Table(
            row_name="observation",
            min_rows=1,
            max_rows=10,
            columns=(
                Question(key="watched_by", label="Who watched", kind="person", required=True),
                Question(key="on", label="When", kind="date"),
                Question(key="did", label="What I did and said", kind="long_text", required=True),
                Question(key="loves", label="What I love"),
                Question(key="comfort", label="What comforts me"),
                Question(key="upsets", label="What I cannot bear"),
            ),
        ),
        carry="never",
    )


def _about() -> tuple[Question, ...]:
    return (
        shared.GOOD_AT,
        shared.PEOPLE_WHO_HELP,
        Question(key="play", label="How I play", kind="long_text", carry="never"),
        Question(
            key="my_words",
            label="Words, signs and sounds that I use",
            carry="carry",
            stale_after=1,
        ),
        Question(key="my_day", label="My day", kind="long_text", carry="never"),
        Question(key="wish", label="What I seem to wish for", kind="long_text", carry="never"),
    )
