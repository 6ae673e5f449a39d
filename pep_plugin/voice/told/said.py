""" "You said, we did": what the child said last time, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from pep_plugin.documents.made import outline_of, outline_of_submission
from pep_plugin.documents.outline import Cell, Entry, OutlineDocument, TableEntry
from pep_plugin.plans.models import Submission
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import roles
from pep_plugin.voice.told.plain import mine

_CHILD = frozenset({roles.CHILD})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A target of last time. ``we_did``: the line of the adult who looked back at it."""

    target: str
    outcome: str
    we_did: str
    you_said: str


@dataclass(frozen=True, slots=True)
class YouSaid:
    """``said``: (question, words) of last time. ``we_did``: what an adult says to all of it."""

    said: tuple[tuple[str, str], ...]
    we_did: str
    reviewed: tuple[Reviewed, ...]

    def __bool__(self) -> bool:
        """Without an adult's answer there is nothing to tell the child yet."""
        return bool(self.we_did or self.reviewed)


def you_said(opened: OpenPlan) -> YouSaid:
    """For the child, whoever opened the plan: never more than the child's own copy holds."""
    now = outline_of(opened, audience=roles.CHILD)
    return YouSaid(
        said=_last_time(opened),
        we_did=_text(now, "last_targets.we_did"),
        reviewed=_reviewed(now),
    )


def _last_time(opened: OpenPlan) -> tuple[tuple[str, str], ...]:
    if opened.plan.previous_id is None:
        return ()
    sent = (
        Submission.objects.filter(plan=opened.plan.previous_id)
        .select_related("plan__child", "plan__form_version")
        .order_by("-number")
        .first()
    )
    if sent is None:
        return ()
    outline = mine(outline_of_submission(sent, _CHILD, audience="my-plan"), sent.answers)
    return tuple(
        (item.label, item.text)
        for section, item in outline.items
        if section.key == "views" and isinstance(item, Entry)
    )


def _reviewed(outline: OutlineDocument) -> tuple[Reviewed, ...]:
    found = []
    for _section, item in outline.items:
        if item.path != "last_targets.review" or not isinstance(item, TableEntry):
            continue
        for row in item.rows:
            cells = {cell.question.key: cell for cell in row.cells if cell.state == "answered"}
            if "target" in cells and ("evidence" in cells or "outcome" in cells):
                found.append(
                    Reviewed(
                        target=_cell(cells, "target"),
                        outcome=_cell(cells, "outcome"),
                        we_did=_cell(cells, "evidence"),
                        you_said=_cell(cells, "child_view"),
                    )
                )
    return tuple(found)


def _cell(cells: dict[str, Cell], key: str) -> str:
    return cells[key].text if key in cells else ""


def _text(outline: OutlineDocument, path: str) -> str:
    for _section, item in outline.items:
        if item.path == path and isinstance(item, Entry) and item.state == "answered":
            return item.text
    return ""
