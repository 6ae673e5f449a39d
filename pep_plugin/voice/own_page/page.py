"""The page of one's own as one request sees it."""

from __future__ import annotations

from functools import cached_property

from django.http import Http404, HttpRequest

from pep_plugin.access import Actor
from pep_plugin.plans.reading import OpenPlan, open_own_part
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.roles import CHILD
from pep_plugin.voice.own_page import ages, words
from pep_plugin.voice.own_page.drafts import Draft, draft_of
from pep_plugin.voice.own_page.screens import Part, Screen, parts_of


class Closed(Exception):
    """The plan was sent, so nothing can be said on this page any more."""


class OwnPage:
    """Who sits here, what is asked of them, and what they have said so far."""

    def __init__(self, actor: Actor) -> None:
        if actor.grant is None:
            raise Http404
        self.actor = actor
        self.role = actor.grant.role
        self.opened: OpenPlan = open_own_part(actor)
        if not self.opened.allows("plan.write_own"):
            raise Closed
        self.draft: Draft = draft_of(actor.grant.id)

    @property
    def is_child(self) -> bool:
        return self.role == CHILD

    @cached_property
    def band(self) -> str:
        """How somebody of this age is asked; a carer and a parent as adults."""
        return ages.band_of(self.opened.child) if self.is_child else ages.ADULT

    @property
    def is_young(self) -> bool:
        """Whether pictures stand beside the words."""
        return self.band in (ages.FACES, ages.MIX)

    @property
    def is_observed(self) -> bool:
        """An adult writes what a small child shows."""
        return self.band == ages.OBSERVED

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return parts_of(self.opened, self.draft.by_section())

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        return tuple(screen for part in self.parts for screen in part.screens)

    def screen(self, name: str) -> Screen:
        """Raises ``Http404`` for what is not asked of this person now."""
        for screen in self.screens:
            if screen.name == name:
                return screen
        raise Http404

    def part_of(self, screen: Screen) -> Part:
        return next(part for part in self.parts if screen in part.screens)

    def title(self, screen: Screen) -> str:
        return words.title_of(screen, self.band)

    def hint(self, screen: Screen) -> str:
        return words.hint_of(screen, self.band)

    def stands(self, screen: Screen) -> bool:
        """Whether the plan holds an answer already: sent from here before, or written by others.

        What it says is not shown here: whoever opens this page need not be who said it.
        """
        section = self.opened.answers.get(screen.section.key, {})
        answer = section.get(screen.question.key)
        if not screen.row:
            return answers_of.is_answered(screen.question, answer)
        value = (answer or {}).get("value") or []
        rows = {row["id"]: row["cells"] for row in value if isinstance(row, dict)}
        return any(column.key in rows.get(screen.row, {}) for column in screen.columns)

    def is_done(self, screen: Screen) -> bool:
        """Answered here, or before."""
        return self.draft.holds(screen) or self.stands(screen)


def page_of(request: HttpRequest) -> OwnPage:
    """Raises :class:`Closed`; ``Plan.DoesNotExist`` when the link is closed."""
    actor: Actor = request.pep_actor  # type: ignore[attr-defined]
    return OwnPage(actor)
