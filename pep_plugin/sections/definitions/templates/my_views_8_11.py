"""My views, for children of about 8 to 11: own words first, then faces, then the meeting."""

from pep_plugin.sections.definitions.templates.asking import (
    anything_else,
    asked,
    called,
    child_section,
    helper,
)
from pep_plugin.sections.schema import Form, Page, Question

_LONG = {"room": 21}


def form() -> Form:
    return Form(
        key="my-views-8-11",
        title="My views: ages 8 to 11",
        phase="",
        purpose="template",
        audience="child",
        type_size=14,
        intro=(
            "What I think comes first at my meeting\n"
            "There are no wrong answers. I can write, draw, or tell somebody who writes it down. "
            "I can leave anything out, and stop when I like.\n"
            "The people who help me at school read this. If it makes a grown-up worried that I am "
            "not safe, they talk with me and tell somebody whose job is to help. If I am in "
            "danger, I ring 999."
        ),
        sections=(
            child_section(
                Page(questions=(called(),)),
                Page(title="What I think", questions=_words()),
                Page(
                    title="How I feel about school",
                    intro="I tick the face that fits.",
                    questions=(asked("views.faces"),),
                ),
                Page(title="Help, people and dreams", questions=_around()),
                Page(title="My meeting", questions=_meeting()),
                anything_else("Something I want to show or say", 80),
                helper(),
                picture="star",
            ),
        ),
    )


def _words() -> tuple[Question, ...]:
    return (
        asked("views.going_well", help="", picture="sun", limits={"room": 19}),
        asked("views.good_at", picture="star", limits={"room": 19}),
        asked("views.best_bit", picture="clubs", limits={"room": 19}),
        asked("views.worst_bit", picture="stop", limits={"room": 19}),
    )


def _around() -> tuple[Question, ...]:
    return (
        asked("views.would_like_help", picture="help", limits=_LONG),
        asked("views.own_target", picture="target", limits={"room": 18}),
        Question(
            key="last_target",
            label="How did my last target go?",
            help="What I did, and who helped.",
            kind="long_text",
            picture="writing",
            carry="never",
        ),
        asked("views.people_who_help", picture="people", limits=_LONG),
        asked("views.clubs", picture="playtime", limits=_LONG),
        asked("views.when_i_grow_up", picture="grow", limits=_LONG),
        asked("views.wish", picture="wish", limits=_LONG),
        asked("views.worries", picture="worry", limits=_LONG),
    )


def _meeting() -> tuple[Question, ...]:
    return (
        asked("views.come", picture="meeting"),
        asked("views.invite", picture="friends", limits={"room": 20}),
        asked("views.not_discuss", picture="talk"),
        asked("views.please_do_not_share", picture="ear"),
        asked("views.communication", picture="writing", limits={"room": 20}),
        asked("views.was_heard", picture="ear"),
    )
