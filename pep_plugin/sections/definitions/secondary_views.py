"""What a child in Year 7 to 11 is asked, in the first person."""

import dataclasses

from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.common import views as shared
from pep_plugin.sections.schema import Choice, Page, Question, Table

_PARTS = (
    Choice("belonging", "I feel that I belong here"),
    Choice("safe", "I feel safe"),
    Choice("learning", "I am learning well"),
    Choice("friends", "I have friends"),
    Choice("teachers_listen", "Teachers listen to me"),
    Choice("homework", "Homework"),
    Choice("behaviour", "How I behave"),
    Choice("sleep", "How I sleep"),
)


def pages() -> tuple[Page, ...]:
    return (
        Page(title="What I think", questions=_words()),
        Page(title="From 0 to 10", questions=(_ratings(),)),
        Page(title="What adults should know and do", questions=_adults()),
        Page(title="Subject by subject", questions=(_subjects(),)),
        shared.my_meeting(),
    )


def _words() -> tuple[Question, ...]:
    return (
        shared.GOING_WELL,
        shared.GOOD_AT,
        Question(
            key="what_works",
            label="What works for me in lessons",
            kind="long_text",
            carry="carry",
            stale_after=2,
        ),
        dataclasses.replace(
            shared.WOULD_LIKE_HELP, label="Extra help I would like, above all before examinations"
        ),
        shared.OWN_TARGET,
        dataclasses.replace(
            shared.WHEN_I_GROW_UP, label="Options, work, and what I would like to do later"
        ),
        shared.CLUBS,
    )


def _ratings() -> Question:
    return Question(
        key="ratings",
        label="From 0, not at all, to 10, very much",
        kind="table",
        table=Table(
            rows="fixed",
            fixed_rows=_PARTS,
            row_name="part of school",
            columns=(
                Question(key="score", label="My number", kind="scale", limits={"points": 10}),
                Question(key="why", label="Why"),
            ),
        ),
        carry="never",
    )


def _adults() -> tuple[Question, ...]:
    return (
        Question(key="adults_stop", label="Something adults should stop doing", carry="never"),
        Question(key="adults_start", label="Something adults should start doing", carry="never"),
        Question(key="adults_keep", label="Something adults should keep doing", carry="never"),
        shared.PEOPLE_WHO_HELP,
        shared.WORRIES,
        shared.PREMIUM_VIEW,
        Question(
            key="who_may_know",
            label="Who at school may know that I am in care?",
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _subjects() -> Question:
    return Question(
        key="subjects",
        label="How my subjects are going",
        kind="table",
        detail=True,
        table=Table(
            row_name="subject",
            max_rows=20,
            columns=(
                Question(key="subject", label="Subject", required=True),
                Question(key="going", label="How it is going"),
                Question(key="help", label="What would help"),
            ),
        ),
        carry="never",
    )
