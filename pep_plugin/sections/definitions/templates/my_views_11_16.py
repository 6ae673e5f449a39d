"""My views, for young people of about 11 to 16: what works, what should change, what comes next."""

from dataclasses import replace

from pep_plugin.sections.definitions.templates.asking import (
    anything_else,
    asked,
    called,
    child_section,
    helper,
    with_table,
)
from pep_plugin.sections.schema import Form, Page, Question

_LONG = {"room": 20}


def form() -> Form:
    return Form(
        key="my-views-11-16",
        title="My views: ages 11 to 16",
        phase="",
        purpose="template",
        audience="child",
        type_size=13,
        intro=(
            "My education, in my words\n"
            "At my meeting this is heard first. I can leave out whatever I like, and use "
            "anything else instead: a voice note, an app, a film, pictures, or somebody who "
            "speaks for me.\n"
            "The people who work on my plan read this. If something in it makes them worried that "
            "I am not safe, they talk with me and tell somebody whose job is to help. If I am in "
            "danger, I ring 999."
        ),
        sections=(
            child_section(
                Page(questions=(replace(called(), picture=""),)),
                Page(title="Going well", questions=_well()),
                Page(
                    title="How it feels",
                    intro="One tick in each line. 0 is not at all, 10 is very much.",
                    questions=(_ratings(),),
                ),
                Page(title="What works for me", questions=_works()),
                Page(title="How my subjects are going", questions=(_subjects(),)),
                Page(title="What comes next", questions=_next()),
                Page(title="What is private", questions=_private()),
                Page(title="My meeting", questions=_meeting()),
                anything_else("What else I want to say or show", 60),
                helper(
                    "If somebody helped me",
                    "Please write my own words, and leave blank what I left out.",
                ),
                picture="talk",
            ),
        ),
    )


def _well() -> tuple[Question, ...]:
    return (
        asked("older.going_well", help="", picture="sun", limits={"room": 32}),
        asked("older.good_at", picture="star", limits={"room": 32}),
        asked("older.clubs", picture="clubs", limits={"room": 32}),
    )


def _ratings() -> Question:
    """The numbers alone: on paper, a line for the reason of each would be another page."""
    return with_table(asked("older.ratings"), only=("score",))


def _works() -> tuple[Question, ...]:
    return (
        asked("older.what_works", picture="class"),
        asked("older.would_like_help", picture="help"),
        asked("older.adults_start", picture="grow", limits=_LONG),
        asked("older.adults_keep", picture="heart", limits=_LONG),
        asked("older.adults_stop", picture="stop", limits=_LONG),
        asked("older.people_who_help", picture="people", limits=_LONG),
    )


def _subjects() -> Question:
    return with_table(asked("older.subjects"), min_rows=6)


def _next() -> tuple[Question, ...]:
    return (
        asked("older.own_target", picture="target", limits={"room": 18}),
        Question(
            key="last_target",
            label="How did my last targets go?",
            kind="long_text",
            picture="clubs",
            carry="never",
        ),
        asked("older.premium_view", picture="numbers"),
        asked("older.when_i_grow_up", picture="getting-to-school", limits=_LONG),
    )


def _private() -> tuple[Question, ...]:
    return (
        asked("older.worries", picture="worry", limits=_LONG),
        asked("older.who_may_know", picture="ear", limits=_LONG),
        asked("older.please_do_not_share", picture="stop"),
    )


def _meeting() -> tuple[Question, ...]:
    return (
        asked("older.come", picture="meeting"),
        asked("older.chair_wish", help="It could be me.", picture="talk"),
        asked("older.invite", picture="friends"),
        asked("older.where_when", picture="home"),
        asked("older.not_discuss", picture="stop"),
        asked("older.communication", picture="writing"),
        asked("older.was_heard", picture="ear"),
    )
