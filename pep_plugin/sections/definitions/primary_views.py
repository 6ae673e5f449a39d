"""What a child in Year R to 6 is asked, in the first person."""

import dataclasses

from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import views as shared
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
        shared.GOING_WELL,
        shared.GOOD_AT,
        shared.WOULD_LIKE_HELP,
        Question(
            key="wish",
            label="If I had one wish",
            kind="long_text",
            carry="never",
        ),
        shared.OWN_TARGET,
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
    questions = (
        Question(key="best_bit", label="The best bit of school", kind="long_text", carry="never"),
        Question(key="worst_bit", label="The worst bit of school", kind="long_text", carry="never"),
        shared.PEOPLE_WHO_HELP,
        shared.WORRIES,
        shared.WHEN_I_GROW_UP,
        shared.CLUBS,
    )
    return tuple(dataclasses.replace(question, applies=OLDER) for question in questions)
