"""What is asked at 16 and over: as of an adult, in the first person."""

import dataclasses

from pep_plugin.sections.definitions.common import views as shared
from pep_plugin.sections.schema import Page, Question


def pages() -> tuple[Page, ...]:
    return (
        Page(title="What I think", questions=_words()),
        Page(title="My life around learning", questions=_around()),
        shared.my_meeting(),
    )


def _words() -> tuple[Question, ...]:
    return (
        shared.GOING_WELL,
        shared.GOOD_AT,
        dataclasses.replace(shared.WOULD_LIKE_HELP, label="What would help me"),
        dataclasses.replace(shared.OWN_TARGET, label="My goals"),
        dataclasses.replace(shared.WHEN_I_GROW_UP, label="Where I would like to be in a few years"),
        Question(
            key="course_fit",
            label="Is my course or work the right one for me?",
            kind="long_text",
            carry="never",
        ),
        shared.CLUBS,
        shared.PREMIUM_VIEW,
    )


def _around() -> tuple[Question, ...]:
    return (
        Question(key="money", label="Money: what I have, and what I need", carry="never"),
        Question(key="home", label="Where I live, and whether I can study there", carry="never"),
        Question(key="work", label="Work, paid or not", carry="never"),
        Question(
            key="wellbeing", label="How I am", help="I can say who may read this.", carry="never"
        ),
        Question(key="personal_adviser", label="Help from my personal adviser", carry="never"),
        Question(key="missing", label="What is missing from this plan", carry="never"),
        Question(key="last_plan", label="What became of my last plan", carry="never"),
        shared.WORRIES,
    )
