"""Answers that are known by their label alone: where a program kept neither controls nor bookmarks,
or where somebody deleted them by typing over the whole cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pep_plugin.documents.word.reader import boxes
from pep_plugin.documents.word.reader.layout import Address, label, options, plain
from pep_plugin.documents.word.reader.places import Content, Places
from pep_plugin.documents.word.reader.rows import Found, Rows
from pep_plugin.documents.word.reader.tokens import Cell, Paragraph, Row, Table
from pep_plugin.sections import roles
from pep_plugin.sections.schema import Question

#: Of the tables at the head of a plan, which say again what the records say.
OUR_HEADS = (("about this plan", "details"), ("role", "name"))
_NUMBERED = re.compile(r"(.+?)\s*(\d{1,3})")


class Labels:
    """Goes through the tables once more, knowing under which heading each stands."""

    def __init__(self, places: Places, rows: Rows) -> None:
        self.places = places
        self.layout = places.layout
        self.rows = rows
        #: path -> what stands beside its label.
        self.found: dict[str, Content] = {}
        self._section = self._owner = ""
        self._table = ""
        self._card = ""
        self._taken: set[str] = set()
        self._cards: dict[tuple[str, str], Found] = {}

    def read(self, taken: set[str]) -> None:
        """``taken``: paths that have an answer already; ``found`` and the rows get the rest."""
        self._taken = taken
        for one in self.rows.found:
            if one.id:
                self._cards[one.path, one.id] = one
        for item in self._in_order():
            if isinstance(item, Paragraph):
                self._heading(item)
            elif id(item) not in self.rows.grids:
                self._read(item)

    def _in_order(self) -> Iterator[Paragraph | Table]:
        """Paragraphs and tables that stand in no table."""
        document = self.places.document
        tables = [table for table in document.tables if table.cell is None]
        items: list[Paragraph | Table] = [*tables]
        items += [one for one in document.paragraphs if self.places.cell_at(one.start) is None]
        return iter(sorted(items, key=lambda one: one.start))

    # -- where we are ---------------------------------------------------------------------------

    def _heading(self, paragraph: Paragraph) -> None:
        text = self.places.document.text(paragraph.start, paragraph.end)
        words = plain(text)
        if not words or len(words) > 300:
            return
        if words == self._owner:
            # Who fills a section in stands under its title, and may be called as another one is.
            self._owner = ""
            return
        self._owner = ""
        if words in self.layout.sections_by_title:
            self._section = self.layout.sections_by_title[words]
            self._table = self._card = ""
            role = self.layout.form.section(self._section).owner_role
            self._owner = plain(roles.LABELS.get(role, role))
            return
        for path in self.layout.paths_by_label.get(label(text), ()):
            if path in self.layout.tables and self._is_here(path):
                self._table, self._card = path, ""
                return
        self._card = self._card_of(text) or self._card

    def _card_of(self, text: str) -> str:
        if not self._table:
            return ""
        table = self.layout.tables[self._table]
        for row in table.fixed_rows:
            if label(row.label) == label(text):
                return row.code
        numbered = _NUMBERED.fullmatch(plain(text))
        if numbered and numbered[1] == plain(table.row_name):
            return f"#{numbered[2]}"
        return ""

    def _is_here(self, path: str) -> bool:
        return not self._section or path.partition(".")[0] == self._section

    # -- tables ---------------------------------------------------------------------------------

    def _read(self, table: Table) -> None:
        if not table.rows:
            return
        if not any(self.places.has_hit(row) for row in table.rows):
            if path := self._grid(table.rows[0]):
                self._read_grid(table, path)
                return
            if self._read_steps(table) or self._read_box(table):
                return
        for row in table.rows:
            if len(row.cells) >= 2 and not self.places.has_hit(row):
                self._read_row(row)

    def _grid(self, head: Row) -> str:
        """The table of the form whose columns a header row names."""
        said = [label(self.places.first_line(cell)) for cell in head.cells]
        if tuple(said) in OUR_HEADS:
            return ""
        best, most = "", 0
        for path, table in self.layout.tables.items():
            labels = self.layout.column_labels[path]
            hits = sum(1 for words in said if words in labels)
            needed = len(said) - (table.rows != "free")
            if hits and hits >= max(1, min(needed, len(labels))) - (hits > 3):
                score = hits + (2 if path == self._table else 1 if self._is_here(path) else 0)
                if score > most and (hits > 1 or table.rows != "free" or path == self._table):
                    best, most = path, score
        return best

    def _read_grid(self, table: Table, path: str) -> None:
        by_label = self.layout.column_labels[path]
        columns = {}
        for cell in table.rows[0].cells:
            key = by_label.get(label(self.places.first_line(cell)))
            if key:
                columns[cell.column] = key
        self.rows.grids[id(table)] = path
        self.rows.columns[id(table)] = columns
        for row in table.rows[1:]:
            self.rows.add(row, path, columns, "", "label")

    def _read_steps(self, table: Table) -> bool:
        """A grid to tick: steps along the top, a box where a line meets one."""
        said = [label(self.places.first_line(cell)) for cell in table.rows[0].cells]
        if len(said) < 3:
            return False
        any_read = False
        for row in table.rows[1:]:
            if not row.cells:
                continue
            target = self._line(label(self.places.first_line(row.cells[0])))
            if target is None:
                continue
            question = self.layout.question_at(target)
            codes = {label(one.label): one.code for one in options(question)}
            if not all(words in codes for words in said[1:]):
                continue
            ticks = {
                codes[words]: self._is_ticked(cell)
                for words, cell in zip(said[1:], row.cells[1:], strict=False)
            }
            self._put(target, Content(ticks=ticks), row.start)
            any_read = True
        return any_read

    def _is_ticked(self, cell: Cell) -> bool:
        text = self.places.document.text(cell.start + 1, cell.end - 1)
        self.places.claim(cell.start, cell.end)
        return boxes.is_ticked(text, by_control=False)

    def _line(self, words: str) -> Address | None:
        """What a line of such a grid is about: a question, or a row of a table of one column."""
        for path in self.layout.paths_by_label.get(words, ()):
            if path not in self.layout.tables:
                return Address(path)
        for path, table in self.layout.tables.items():
            if len(table.columns) == 1 and self._is_here(path):
                for row in table.fixed_rows:
                    if label(row.label) == words:
                        return Address(path, row.code, table.columns[0].key)
        return None

    def _read_box(self, table: Table) -> bool:
        """One wide box under what is asked."""
        if len(table.rows) != 2 or [len(row.cells) for row in table.rows] != [1, 1]:
            return False
        question = self._question(self.places.first_line(table.rows[0].cells[0]))
        if question is None:
            return False
        self._answer(question, table.rows[1].cells[0])
        return True

    def _read_row(self, row: Row) -> None:
        words = self.places.first_line(row.cells[0])
        if self._table and self._card:
            column = self._column(words)
            if column is not None:
                found = self._card_row(row.start)
                if column.key not in found.cells or found.cells[column.key].is_blank:
                    address = Address(self._table, found.id, column.key)
                    found.cells[column.key] = self.places.read_cell(row.cells[-1], address)
                return
        path = self._question(words)
        if path is not None:
            self._answer(path, row.cells[-1])

    def _column(self, words: str) -> Question | None:
        columns = self.layout.tables[self._table].columns
        return next((one for one in columns if label(one.label) == label(words)), None)

    def _card_row(self, start: int) -> Found:
        """The row of the card that is open; made when it has no cell that is known otherwise."""
        key = (self._table, self._card)
        if key not in self._cards:
            known = {row.code for row in self.layout.tables[self._table].fixed_rows}
            row_id = self._card if self._card in known else ""
            here = self._cards_here()
            self._cards[key] = here or Found(self._table, start, row_id, "label")
            if here is None:
                self.rows.found.append(self._cards[key])
        return self._cards[key]

    def _cards_here(self) -> Found | None:
        """A row whose other cells kept their names: by the number in its heading."""
        rows = [one for one in self.rows.found if one.path == self._table]
        number = int(self._card[1:]) if self._card.startswith("#") else 0
        return rows[number - 1] if 0 < number <= len(rows) else None

    # -- questions ------------------------------------------------------------------------------

    def _question(self, words: str) -> str | None:
        """The question of a label: in this section, else the only one, else the next one."""
        paths = [
            path
            for path in self.layout.paths_by_label.get(label(words), ())
            if path not in self.layout.tables
        ]
        here = [path for path in paths if path.partition(".")[0] == self._section]
        free = [path for path in here or paths if path not in self._taken]
        return free[0] if free else None

    def _answer(self, path: str, cell: Cell) -> None:
        self._put(Address(path), self.places.read_cell(cell, Address(path)), cell.start)

    def _put(self, address: Address, content: Content, start: int) -> None:
        if not address.column:
            self.found[address.path] = content
            self._taken.add(address.path)
            return
        row = self._cards.get((address.path, address.row))
        if row is None:
            row = Found(address.path, start, address.row, "label")
            self._cards[address.path, address.row] = row
            self.rows.found.append(row)
        row.cells[address.column] = content
