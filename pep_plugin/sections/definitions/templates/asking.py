"""What papers ask as the PEP forms do: the same keys and words, so that an answer has one place."""

from dataclasses import replace
from typing import Any

from pep_plugin.sections import roles
from pep_plugin.sections.definitions import primary_views, secondary_views
from pep_plugin.sections.definitions.common import carer, meeting, plan, views
from pep_plugin.sections.schema import Page, Question, Section

_SECTIONS = {
    "views": views.section(*primary_views.pages()),
    "older": views.section(*secondary_views.pages()),
    "carer": carer.carer(),
    "plan": plan.section(),
    "meeting": meeting.section(),
}


def asked(path: str, **changes: Any) -> Question:
    """The question at ``section.question`` of the PEP forms; ``older`` for views from Year 7 on.

    On paper nothing must be answered, nothing appears and disappears, and no page is apart. Its
    label stays as it is, unless ``changes`` says the same in words for other ears.
    """
    section, _, key = path.partition(".")
    question = _SECTIONS[section].question(key)
    return replace(question, **{"required": False, "applies": None, "detail": False, **changes})


def with_table(question: Question, *, only: tuple[str, ...] = (), **changes: Any) -> Question:
    """The question with some of its columns, or with other numbers of rows, than in the PEP."""
    if question.table is None:
        raise TypeError(f"{question.key} is not a table.")
    if only:
        changes["columns"] = tuple(map(question.table.column, only))
    return replace(question, table=replace(question.table, **changes))


def child_section(*pages: Page, picture: str = "", title: str = "My views") -> Section:
    """The child's part, under the key that it has in the PEP forms."""
    return Section(
        picture=picture,
        key="views",
        title=title,
        owner_role=roles.CHILD,
        also=(roles.DESIGNATED_TEACHER, roles.SOCIAL_WORKER),
        pages=pages,
    )


def called() -> Question:
    return Question(key="called", label="I am called", kind="person", picture="heart")


def drawn(question: Question, *, prompt: str = "Draw here", room: int = 0) -> Question:
    """The question as a wide box to draw in. ``room``: its height in millimetres."""
    limits = {**question.limits, "drawing": True, "prompt": prompt}
    if room:
        limits["room"] = room
    return replace(question, limits=limits, picture=question.picture or "drawing")


def anything_else(label: str, room: int) -> Page:
    """Room for whatever nobody asked."""
    question = Question(key="anything_else", label=label, kind="long_text", carry="never")
    return Page(
        title="Anything else", questions=(drawn(question, prompt="Write or draw", room=room),)
    )


def helper(title: str = "For the grown-up who helped", intro: str = "") -> Page:
    """Last on a child's paper, for the adult who sat with the child."""
    return Page(
        title=title,
        intro=intro or "Please write the child’s own words, and leave blank what they left out.",
        questions=(
            asked("views.helped_by"),
            asked("views.asked_on"),
            asked("views.how_asked", help=""),
            asked("views.not_wanted_reason", help=""),
        ),
    )
