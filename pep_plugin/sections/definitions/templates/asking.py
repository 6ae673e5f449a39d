"""What papers ask as the PEP forms do: the same keys and words, so that an answer has one place."""

from dataclasses import replace
from typing import Any

from pep_plugin.sections.definitions import primary_views
from pep_plugin.sections.definitions.common import carer, views
from pep_plugin.sections.schema import Page, Question

_VIEWS = views.section(*primary_views.pages())
_CARER = carer.carer()


def _on_paper(question: Question, changes: dict[str, Any]) -> Question:
    """On paper nothing must be answered, nothing appears and disappears, and no page is apart."""
    return replace(question, **{"required": False, "applies": None, "detail": False, **changes})


def from_views(key: str, **changes: Any) -> Question:
    """A question of the child's views. Its label stays as it is, that it is the same question."""
    return _on_paper(_VIEWS.question(key), changes)


def from_carer(key: str, **changes: Any) -> Question:
    """A question of the carer's view."""
    return _on_paper(_CARER.question(key), changes)


def called() -> Question:
    return Question(key="called", label="I am called", kind="person", picture="heart")


def helper() -> Page:
    """Last on a child's paper, for the adult who sat with the child."""
    return Page(
        title="For the grown-up who helped",
        intro="Please write the child’s own words, and leave blank what they left out.",
        questions=(
            from_views("helped_by"),
            from_views("asked_on"),
            from_views("how_asked", help=""),
            from_views("not_wanted_reason", help=""),
        ),
    )
