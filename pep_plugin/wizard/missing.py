"""What is still missing: before people meet, and before the plan can be sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Asked
from pep_plugin.wizard.gaps import Gap, gaps

#: Sections that are written while people meet, or afterwards.
_AT_THE_MEETING = frozenset({"meeting", "sign_off"})


@dataclass(frozen=True, slots=True)
class Part:
    """What one section lacks. ``is_mine``: this person can fill in some of it."""

    title: str
    gaps: tuple[Gap, ...]
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """``before_meeting`` is empty for a plan without a meeting: then all stands in the other."""

    before_meeting: tuple[Part, ...]
    before_sending: tuple[Part, ...]


def missing(opened: OpenPlan) -> Missing:
    """Every gap with the way to its question; costs no query of its own."""
    found = gaps(opened, query="")
    if not _meets(opened.asked):
        return Missing((), _parts(found))
    first = [gap for gap in found if gap.section_key not in _AT_THE_MEETING]
    rest = [gap for gap in found if gap.section_key in _AT_THE_MEETING]
    return Missing(_parts(first), _parts(rest))


def _meets(asked: Asked) -> bool:
    """Whether the plan has a meeting that something can come before."""
    keys = {section.key for section in asked.sections()}
    return not keys.isdisjoint(_AT_THE_MEETING) and any(
        question.key == "meeting_date"
        for section in asked.sections()
        for question in asked.questions(section)
    )


def _parts(found: Iterable[Gap]) -> tuple[Part, ...]:
    """By section, in form order; first what this person can do something about."""
    by_section: dict[str, list[Gap]] = {}
    for gap in found:
        by_section.setdefault(gap.section, []).append(gap)
    parts = [
        Part(title, tuple(held), any(gap.url for gap in held)) for title, held in by_section.items()
    ]
    return tuple(sorted(parts, key=lambda part: not part.is_mine))
