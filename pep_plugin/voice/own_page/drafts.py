"""What somebody has said so far and not sent: kept while they write, and read by nobody else."""

from __future__ import annotations

import uuid
from typing import Any

from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.files import ids
from pep_plugin.voice.models import VoiceDraft
from pep_plugin.voice.own_page.screens import Screen


class Draft:
    """The answers and choices of one link, as plain data; :meth:`save` writes them.

    What was written on an earlier link or an earlier screen is kept and stays hidden: whoever opens
    the page today need not be who wrote it.
    """

    def __init__(self, grant_id: uuid.UUID, row: VoiceDraft | None) -> None:
        self.grant_id = grant_id
        self.answers: dict[str, Answer] = row.answers if row else {}
        self.choices: dict[str, Any] = row.choices if row else {}
        self.is_kept = row is not None
        self._row = row
        if row and self.choices.get("hand") != str(grant_id):
            self.choices["before"] = sorted({*self.before, *self.names()})

    @property
    def before(self) -> frozenset[str]:
        """Names of screens whose words were written before, and are not shown again."""
        return frozenset(self.choices.get("before", ()))

    @property
    def seen(self) -> frozenset[str]:
        """Names of screens that were answered or passed over on this page."""
        return frozenset(self.choices.get("seen", ()))

    def names(self) -> set[str]:
        """Names of every screen that holds something."""
        found: set[str] = set()
        for path, answer in self.answers.items():
            found.add(path)
            for row in _rows(answer):
                found.add(f"{path}.{row['id']}")
                found |= {f"{path}.{row['id']}.{key}" for key in row["cells"]}
        return found

    def by_section(self) -> dict[str, dict[str, Answer]]:
        """Section -> question -> answer, as a plan holds them."""
        found: dict[str, dict[str, Answer]] = {}
        for path, answer in self.answers.items():
            section, _dot, key = path.partition(".")
            found.setdefault(section, {})[key] = answer
        return found

    def holds(self, screen: Screen) -> bool:
        """Whether something was said on this screen."""
        return screen.name in self.names()

    def is_hidden(self, screen: Screen) -> bool:
        """Whether what was said there was said before, and is not shown."""
        return screen.name in self.before

    def answer(self, screen: Screen) -> Answer | None:
        """What was said about a question as a whole; None for nothing, and for what is hidden."""
        return None if self.is_hidden(screen) else self.answers.get(screen.path)

    def cells(self, screen: Screen) -> dict[str, Answer]:
        """What was said about a row; nothing when it is hidden."""
        if self.is_hidden(screen):
            return {}
        rows = {row["id"]: row["cells"] for row in _rows(self.answers.get(screen.path))}
        held = rows.get(screen.row, {})
        return {column.key: held[column.key] for column in screen.columns if column.key in held}

    def put(self, screen: Screen, answer: Answer | None) -> None:
        """A question's whole answer; None takes it away."""
        if answer is None:
            self.answers.pop(screen.path, None)
            self.choices.get("readers", {}).pop(screen.path, None)
        else:
            self.answers[screen.path] = answer
        self._is_new(screen)

    def put_cells(self, screen: Screen, cells: dict[str, Answer | None]) -> None:
        """A row's cells; None takes one away."""
        rows = _rows(self.answers.get(screen.path))
        row = next((row for row in rows if row["id"] == screen.row), None)
        if row is None:
            row = {"id": screen.row, "cells": {}}
            rows = [*rows, row]
        row["cells"].update({key: cell for key, cell in cells.items() if cell})
        for key in [key for key, cell in cells.items() if not cell]:
            row["cells"].pop(key, None)
        rows = [row for row in rows if row["cells"]]
        self.put(screen, {"value": rows} if rows else None)

    def _is_new(self, screen: Screen) -> None:
        self.choices["before"] = sorted(self.before - {screen.name})

    def note(self, screen: Screen) -> None:
        """They were here, whatever they said."""
        self.choices["seen"] = sorted({*self.seen, screen.name})

    def readers(self, path: str) -> list[str]:
        """Keys of the people who alone may read an answer; empty is everyone at the meeting."""
        return list(self.choices.get("readers", {}).get(path, ()))

    def file_ids(self) -> frozenset[str]:
        """Hexadecimal ids of the pictures and files that were added."""
        return frozenset().union(*(ids(answer.get("value")) for answer in self.answers.values()))

    def save(self) -> None:
        """Write it all. Called by actions, under the lock on the link."""
        self.choices["hand"] = str(self.grant_id)
        row = self._row or VoiceDraft(grant_id=self.grant_id)
        row.answers, row.choices = self.answers, self.choices
        row.save()


def draft_of(grant_id: uuid.UUID) -> Draft:
    """The draft of a link; an empty one, not kept yet, when nothing was said."""
    return Draft(grant_id, VoiceDraft.objects.filter(grant=grant_id).first())


def _rows(answer: Answer | None) -> list[dict[str, Any]]:
    """The rows of a table's answer; none of any other."""
    value = (answer or {}).get("value")
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, dict) and "cells" in row]
