"""My views, for children of about five to seven: faces, pictures, few words and a drawing."""

from pep_plugin.sections.definitions.templates.asking import (
    asked,
    called,
    child_section,
    drawn,
    helper,
)
from pep_plugin.sections.schema import Form, Page


def form() -> Form:
    return Form(
        key="my-views-5-7",
        title="My views: ages 5 to 7",
        phase="",
        purpose="template",
        audience="child",
        type_size=16,
        intro=(
            "What I think matters\n"
            "I can write, draw, or tell a grown-up. I can leave anything out.\n"
            "If I am not safe, I tell a grown-up. They will help."
        ),
        sections=(
            child_section(
                Page(
                    questions=(
                        called(),
                        drawn(asked("views.drawing"), room=95),
                    )
                ),
                Page(
                    title="How I feel",
                    intro="I tick the face that fits.",
                    questions=(asked("views.faces"),),
                ),
                Page(
                    title="About me",
                    questions=(
                        asked("views.good_at", picture="star", limits={"room": 20}),
                        asked("views.would_like_help", picture="help", limits={"room": 20}),
                        asked("views.wish", picture="wish", limits={"room": 20}),
                    ),
                ),
                helper(),
                picture="face-5",
            ),
        ),
    )
