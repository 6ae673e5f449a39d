"""The plan at one glance, for who has it on a telephone: the targets, the meeting, what to do.

Everything comes from the copy for that reader, so nothing stands here that a copy leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pep_plugin.documents.outline import Cell, Entry, OutlineDocument, Row, TableEntry

#: Columns of a target that say what happens, in the order in which they are shown.
_HOW = ("who_does_what", "by_when", "child_agrees")
_AT_HOME = "carer_part"


@dataclass(frozen=True, slots=True)
class Target:
    """One target in the child's words; ``lines``: (label, text)."""

    words: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """``are_last``: the targets are last term's, since this plan has none yet.

    ``meeting``: (label, text) of its day, time and place, as far as they are given.
    """

    targets: tuple[Target, ...]
    are_last: bool
    meeting: tuple[tuple[str, str], ...]
    at_home: tuple[str, ...]


def glance(outline: OutlineDocument) -> Glance:
    """``outline``: the copy for a carer or a parent."""
    new = tuple(_targets(outline, "targets.targets", _HOW))
    last = () if new else tuple(_targets(outline, "last_targets.review", ("outcome",)))
    return Glance(
        targets=new or last,
        are_last=bool(last),
        meeting=tuple(_meeting(outline)),
        at_home=tuple(_at_home(outline)),
    )


def _targets(outline: OutlineDocument, path: str, columns: tuple[str, ...]) -> Iterator[Target]:
    for row in _rows(outline, path):
        cells = _given(row)
        if "target" in cells:
            lines = tuple((cells[key].label, cells[key].text) for key in columns if key in cells)
            yield Target(cells["target"].text, lines)


def _meeting(outline: OutlineDocument) -> Iterator[tuple[str, str]]:
    for _section, item in outline.items:
        key = item.path.partition(".")[2]
        if isinstance(item, Entry) and item.is_given and key in _WHEN:
            yield item.label, item.text


_WHEN = ("meeting_date", "meeting_time", "meeting_place", "next_date")


def _at_home(outline: OutlineDocument) -> Iterator[str]:
    """What the targets ask of the carer, then what the carer said that they will do."""
    for row in _rows(outline, "targets.targets"):
        cells = _given(row)
        if _AT_HOME in cells:
            yield cells[_AT_HOME].text
    for _section, item in outline.items:
        if item.path == "carer.will_do" and isinstance(item, Entry) and item.state == "answered":
            yield _("What you said you would do: %(words)s") % {"words": item.text}


def _rows(outline: OutlineDocument, path: str) -> tuple[Row, ...]:
    for _section, item in outline.items:
        if item.path == path and isinstance(item, TableEntry):
            return item.rows
    return ()


def _given(row: Row) -> dict[str, Cell]:
    """Column -> cell, of what somebody wrote."""
    return {cell.question.key: cell for cell in row.cells if cell.state == "answered"}
