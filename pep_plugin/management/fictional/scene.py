"""One invented plan, as its answers see it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pep_plugin.management.fictional.children import Portrait
from pep_plugin.management.fictional.identity import chance


@dataclass(frozen=True, slots=True)
class Scene:
    """One plan of one child: ``key`` seeds its choices; ``day`` is the day of its meeting.

    ``is_current``: it is this term's.
    """

    portrait: Portrait
    key: str
    day: datetime.date
    people: dict[str, str]
    is_current: bool = False

    def pick(self, path: str, options: tuple[str, ...]) -> str:
        return chance(f"{self.key} {path}").choice(options).format(name=self.portrait.called)
