"""What stands between head and foot: sections, their questions, and tables row by row."""

from __future__ import annotations

from collections.abc import Iterator

from pep_plugin.documents.blank import blank_row, new_row
from pep_plugin.documents.outline import (
    Entry,
    OutlineDocument,
    OutlineSection,
    Part,
    Row,
    Said,
    TableEntry,
    blocks,
)
from pep_plugin.documents.word import controls, look, names, xml
from pep_plugin.sections import plain_words
from pep_plugin.sections.answers import NOT_PROVIDED
from pep_plugin.sections.conditions import Condition
from pep_plugin.sections.schema import Form, Question

_LABEL = 4000
_NAME = 2400
_SHORT_LIST = 8
#: Answers longer than this may go over to the next page.
_LONG = 1500
#: Room to write by hand on a blank form, in twentieths of a point.
_ROOM = 1000


class Body:
    """Writes an outline. ``form``: given for a blank template, which explains itself."""

    def __init__(self, outline: OutlineDocument, form: Form | None) -> None:
        self.outline = outline
        self.form = form
        self.ids = xml.Ids()
        #: The condition of every question of the part being written, said once above them.
        self.said_once: Condition | None = None

    @property
    def subtitle(self) -> str:
        """What stands under the title of a blank form."""
        version = self.outline.form_version
        return f"Version {version}" if version else ""

    @property
    def title_picture(self) -> str:
        """A run with a picture at the far end of the title's line, or nothing."""
        return ""

    def write(self) -> str:
        return "".join(text for section in self.outline.sections for text in self._section(section))

    # -- sections -------------------------------------------------------------------------------

    def _section(self, section: OutlineSection) -> Iterator[str]:
        yield xml.paragraph(xml.runs(section.title), "Heading1", before=look.ruled(section.side))
        owner = f"To be filled in by: {section.owner}" if self.form else section.owner
        yield xml.paragraph(
            xml.runs(owner, look.coloured(section.side)),
            "PEPOwner",
            before=look.ruled(section.side),
        )
        if self.form:
            applies = self.form.section(section.key).applies
            if applies is not None:
                yield xml.says(f"Only if {plain_words.condition(applies, self.form)}.", "PEPIntro")
            if section.intro:
                yield xml.says(section.intro, "PEPIntro")
        if section.is_withheld:
            labels = "; ".join(item.label for item in section.items)
            yield xml.says(f"This part is left out of this copy: {labels}", "PEPNote")
            return
        for part in section.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[str]:
        if part.title:
            yield xml.says(part.title, "Heading2")
        if part.intro and self.form:
            yield xml.says(part.intro, "PEPIntro")
        if part.is_detail and self.form:
            yield xml.says("Everything here is optional.", "PEPIntro")
        self.said_once = _shared_condition(part) if self.form else None
        if self.form and self.said_once:
            yield xml.says(
                f"Only if {plain_words.condition(self.said_once, self.form)}.", "PEPIntro"
            )
        for block in blocks(part.items):
            if block.table:
                yield from self._table(block.table, part.title)
            else:
                yield self._entries(block.entries, part.title)
            yield _gap()

    # -- labels and answers ---------------------------------------------------------------------

    def _entries(self, entries: tuple[Entry, ...], title: str) -> str:
        widths = (_LABEL, look.WIDTH - _LABEL)
        head = _head(("Question", "Answer"), widths)
        lines = [self._labelled(entry, widths, entry.path) for entry in entries]
        return xml.table([head, *lines], widths, title=title or entries[0].label)

    def _labelled(
        self,
        said: Said,
        widths: tuple[int, int],
        path: str,
        row_id: str = "",
        column: str = "",
        *,
        explains: bool = True,
    ) -> str:
        room = _ROOM if self.form and said.question.kind == "long_text" else 0
        label = xml.says(said.label, "PEPLabel")
        is_optional = explains and self._is_optional(said.question)
        answer = self._answer(said, path, row_id, column, is_optional=is_optional)
        if explains:
            label += self._hint(said.question)
            answer += self._listed(said.question)
        return xml.row(
            (xml.cell(label, widths[0]), xml.cell(answer, widths[1])),
            is_whole=len(said.text) < _LONG,
            height=room,
        )

    def _is_optional(self, question: Question) -> bool:
        """Whether a blank form says so; a part of detail says it once for all."""
        asked = self.form is not None and question.is_typed
        return asked and question.required is False and not question.detail

    def _hint(self, question: Question) -> str:
        """On a blank form, one small line: help, when it is asked, and whether it is needed."""
        if self.form is None:
            return ""
        words = [question.help] if question.help else []
        if self._is_optional(question) and not controls.says_optional(question):
            words.append("Optional.")
        if question.applies is not None and question.applies != self.said_once:
            words.append(f"Only if {plain_words.condition(question.applies, self.form)}.")
        if not isinstance(question.required, bool) and question.required != question.applies:
            words.append(f"Needed if {plain_words.condition(question.required, self.form)}.")
        return xml.says(" ".join(words), "PEPHint") if words else ""

    def _listed(self, question: Question) -> str:
        """What may be chosen, beside the list: on paper it cannot be opened."""
        if self.form is None or question.kind not in ("choice", "scale"):
            return ""
        choices = controls.options(question)
        if not 0 < len(choices) <= _SHORT_LIST:
            return ""
        return xml.says("; ".join(choice.label for choice in choices), "PEPHint")

    def _answer(
        self,
        said: Said,
        path: str,
        row_id: str = "",
        column: str = "",
        *,
        row_mark: str = "",
        is_optional: bool = False,
    ) -> str:
        """A cell's paragraphs: the answer in its control within its bookmark, and a note."""
        if said.state in ("withheld", "removed") or (said.question.shows and self.form is None):
            content = xml.runs(said.text)
        else:
            place = controls.Place(
                names.tag(path, row_id, column),
                self.ids,
                "" if self.form else NOT_PROVIDED,
                is_optional,
            )
            content = controls.write(said, place)
        content = xml.bookmarked(content, names.bookmark(path, row_id, column), self.ids)
        if row_mark:
            content = xml.bookmarked(content, row_mark, self.ids)
        made = xml.paragraph(content, "PEPAnswer", text=said.text)
        return made + (xml.says(said.note, "PEPNote") if said.note else "")

    # -- tables ---------------------------------------------------------------------------------

    def _table(self, item: TableEntry, title: str) -> Iterator[str]:
        rows = (*item.rows, *self._spare_rows(item))
        if not rows or item.state == "withheld":
            yield self._entries((_as_entry(item),), item.label)
            return
        level = 3 if title else 2
        if item.label == title:
            level -= 1
        else:
            yield xml.says(item.label, f"Heading{level}")
        yield self._hint(item.question)
        if item.note:
            yield xml.says(item.note, "PEPNote")
        # Boxes to tick need the width of the page.
        if item.is_cards or any(column.kind == "choices" for column in item.columns):
            for number, row in enumerate(rows):
                # What has been explained once is not explained again row by row.
                yield from self._card(item, row, level + 1, explains=number == 0)
        else:
            yield self._grid(item, rows)

    def _spare_rows(self, item: TableEntry) -> Iterator[Row]:
        """Empty rows to go on with, in a plan that is still being written."""
        table = item.question.table
        if self.form or not self.outline.is_open or table is None or table.rows != "free":
            return
        if item.state == "withheld":
            return
        left = min(
            3 if not item.rows else 1 if item.is_cards else 2, table.max_rows - len(item.rows)
        )
        for number in range(1, left + 1):
            row_id, _label = new_row(table, number)
            _id, label = new_row(table, len(item.rows) + number)
            yield blank_row(item.path, table, row_id, label)

    def _card(self, item: TableEntry, row: Row, level: int, *, explains: bool) -> Iterator[str]:
        name = xml.bookmarked(xml.runs(row.label), names.row_bookmark(item.path, row.id), self.ids)
        yield xml.paragraph(name, f"Heading{level}")
        widths = (_LABEL, look.WIDTH - _LABEL)
        lines = [
            self._labelled(cell, widths, item.path, row.id, cell.question.key, explains=explains)
            for cell in row.cells
        ]
        head = _head(("Question", "Answer"), widths)
        yield xml.table([head, *lines], widths, title=f"{item.label}: {row.label}")
        yield _gap()

    def _grid(self, item: TableEntry, rows: tuple[Row, ...]) -> str:
        shares = [8 if column.kind == "long_text" else 5 for column in item.columns]
        room = look.WIDTH - (_NAME if item.names_rows else 0)
        widths = [room * share // sum(shares) for share in shares]
        heads = [column.label for column in item.columns]
        if item.names_rows:
            widths, heads = [_NAME, *widths], [item.row_heading, *heads]
        lines = [self._line(item, row, widths) for row in rows]
        return xml.table([_head(heads, widths), *lines], widths, title=item.label)

    def _line(self, item: TableEntry, row: Row, widths: list[int]) -> str:
        mark = names.row_bookmark(item.path, row.id)
        cells: list[str] = []
        if item.names_rows:
            name = xml.bookmarked(xml.runs(row.label), mark, self.ids)
            cells.append(xml.cell(xml.paragraph(name, "PEPLabel"), widths[0]))
            mark, widths = "", widths[1:]
        for cell, width in zip(row.cells, widths, strict=True):
            answer = self._answer(cell, item.path, row.id, cell.question.key, row_mark=mark)
            cells.append(xml.cell(answer, width))
            mark = ""
        return xml.row(cells)


def _shared_condition(part: Part) -> Condition | None:
    """The condition that all questions of a part have, when there are several."""
    first, *others = part.items
    shared = first.question.applies
    return shared if others and all(one.question.applies == shared for one in others) else None


def _as_entry(item: TableEntry) -> Entry:
    """A table without rows says so as an answer does, and takes no typing."""
    return Entry(
        path=item.path,
        label=item.label,
        question=item.question,
        text=item.text,
        state="withheld",
        note=item.note,
    )


def _head(labels: tuple[str, ...] | list[str], widths: tuple[int, ...] | list[int]) -> str:
    return xml.row(
        (
            xml.cell(xml.says(label, "PEPHead"), width, fill=look.SOFT)
            for label, width in zip(labels, widths, strict=True)
        ),
        is_header=True,
    )


def _gap() -> str:
    """Two tables that touch become one when Word opens them."""
    return xml.says("", "PEPGap")
