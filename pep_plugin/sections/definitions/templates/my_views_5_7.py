"""My views, for children of about five to seven: faces, pictures, few words and a drawing."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.templates.asking import called, from_views, helper
from pep_plugin.sections.schema import Form, Page, Question, Section


def form() -> Form:
    return Form(
        key="my-views-5-7",
        title="My views: ages 5 to 7",
        phase="",
        purpose="template",
        audience="child",
        type_size=16,
        intro=(
            "This is about you. What you think matters.\n"
            "You can write, draw, or tell a grown-up. You can leave anything out."
        ),
        sections=(
            Section(
                key="views",
                title="My views",
                owner_role=roles.CHILD,
                also=(roles.DESIGNATED_TEACHER, roles.SOCIAL_WORKER),
                pages=(
                    Page(questions=(called(),)),
                    Page(
                        title="How do I feel?",
                        intro="Tick the face that fits.",
                        questions=(from_views("faces"),),
                    ),
                    Page(
                        title="About me",
                        questions=(
                            from_views("good_at", picture="star"),
                            from_views("would_like_help", picture="help"),
                            from_views("wish", picture="wish"),
                        ),
                    ),
                    Page(
                        title="My picture",
                        questions=(
                            Question(
                                key="drawing",
                                label="A picture of me, or of something I like",
                                kind="long_text",
                                limits={"drawing": True, "prompt": "Draw here"},
                                picture="drawing",
                                carry="never",
                            ),
                        ),
                    ),
                    helper(),
                ),
            ),
        ),
    )
