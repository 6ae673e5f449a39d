"""My profile: one page by which an adult who meets the child knows how to be with them."""

from dataclasses import replace

from pep_plugin.sections.definitions.templates.asking import asked, called, child_section
from pep_plugin.sections.schema import Form, Page, Question

_LONG = {"room": 16}


def form() -> Form:
    return Form(
        key="my-profile",
        title="My profile",
        phase="",
        purpose="template",
        audience="child",
        type_size=13,
        intro="One page about me. I choose what stands here, and who sees it",
        sections=(
            child_section(
                Page(title="About me", questions=_questions()), picture="sun", title="My profile"
            ),
        ),
    )


def _questions() -> tuple[Question, ...]:
    return (
        replace(called(), picture=""),
        asked(
            "views.photo",
            help="",
            picture="photo",
            limits={"room": 26, "prompt": "Draw, or put in a photo"},
        ),
        asked("views.good_at", picture="star", limits=_LONG),
        Question(
            key="likes",
            label="Things and people I like",
            kind="long_text",
            limits=_LONG,
            picture="sun",
        ),
        Question(
            key="helps_me_learn",
            label="What helps me to learn",
            kind="long_text",
            limits=_LONG,
            picture="class",
            stale_after=3,
        ),
        Question(
            key="hard_for_me",
            label="What is hard for me, and what helps me then",
            kind="long_text",
            limits={"room": 22},
            picture="help",
            stale_after=3,
        ),
        asked("views.people_who_help", picture="people", limits=_LONG),
        asked("views.when_i_grow_up", picture="grow", limits=_LONG),
    )
