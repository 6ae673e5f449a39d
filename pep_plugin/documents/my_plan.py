""" "My plan": what a child keeps. The child's copy in few pages and plain words, first person.

Only what somebody wrote stands in it: a page of "Not provided" is no page for a child.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from pep_plugin.documents.outline import (
    Cell,
    Item,
    OutlineDocument,
    OutlineSection,
    Part,
    Row,
    TableEntry,
)
from pep_plugin.sections import roles


@dataclass(frozen=True, slots=True)
class _Chapter:
    """``questions``: the ones that stand in it (empty: all); ``columns``: the same for tables."""

    title: str
    questions: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


# In the order in which a child asks: what did I say, what have I done, what comes now?
_CHAPTERS: Mapping[str, _Chapter] = {
    "views": _Chapter("What I said"),
    "last_targets": _Chapter(
        "How my last targets went", ("review",), ("target", "outcome", "child_view")
    ),
    "targets": _Chapter(
        "What I am working on now",
        ("targets",),
        ("target", "who_does_what", "child_part", "by_when"),
    ),
    "beyond_class": _Chapter(
        "What I do outside lessons",
        ("interests", "wants_to_try", "achievements", "holidays", "certificates"),
    ),
    "transition": _Chapter("What comes next", ("hope", "hope_steps", "move_plan", "named_adult")),
    "meeting": _Chapter("When we meet again", ("next_date",)),
}
# Who asked a child, and when, is for the adults.
_NOT_FOR_ME = ("how_asked", "asked_on", "helped_by", "other_form", "not_wanted_reason")


def plain(outline: OutlineDocument) -> OutlineDocument:
    """The child's copy as the child's own plan."""
    return replace(
        outline,
        title=_("My plan"),
        facts=tuple(fact for fact in outline.facts if fact.label in _labels()),
        sections=tuple(_chapters(outline)),
        attachments=(),
    )


def _labels() -> tuple[str, ...]:
    return (_("Name"), _("Year group"), _("Term"), _("Reference"))


def _chapters(outline: OutlineDocument) -> Iterator[OutlineSection]:
    by_key = {section.key: section for section in outline.sections}
    for key, chapter in _CHAPTERS.items():
        section = by_key.get(key)
        items = tuple(_items(section, chapter)) if section else ()
        if section and items:
            part = Part(step=section.key, title="", intro="", items=items)
            yield replace(
                section,
                title=_(chapter.title),
                intro="",
                owner="",
                # All of it is the child's, whoever wrote it down.
                owner_role=roles.CHILD,
                parts=(part,),
            )


def _items(section: OutlineSection, chapter: _Chapter) -> Iterator[Item]:
    for item in section.items:
        key = item.path.partition(".")[2]
        if key in _NOT_FOR_ME or (chapter.questions and key not in chapter.questions):
            continue
        if item.state != "answered" and item.state != "none":
            continue
        # Where an answer comes from is for the adults too.
        item = replace(item, note="")
        yield _table(item, chapter) if isinstance(item, TableEntry) else item


def _table(item: TableEntry, chapter: _Chapter) -> TableEntry:
    """The columns of the chapter in which somebody wrote something; a gap in one is a dash."""
    written = {c.question.key for row in item.rows for c in row.cells if c.is_given}
    wanted = written & set(chapter.columns) if chapter.columns else written
    return replace(
        item,
        columns=tuple(column for column in item.columns if column.key in wanted),
        rows=tuple(
            Row(
                row.id,
                row.label,
                tuple(_cell(cell) for cell in row.cells if cell.question.key in wanted),
            )
            for row in item.rows
        ),
    )


def _cell(cell: Cell) -> Cell:
    return cell if cell.is_given else replace(cell, text="–")
