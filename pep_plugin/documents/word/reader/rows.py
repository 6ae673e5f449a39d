"""Rows of tables: those that went out, those that were added, and those that were copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pep_plugin.documents.word.reader.layout import Address, Layout, label
from pep_plugin.documents.word.reader.places import Content, Hit, Places
from pep_plugin.documents.word.reader.tokens import Row, Table


@dataclass(slots=True, eq=False)
class Found:
    """One row of a table as it stands in the document. ``id``: "" for one that was added."""

    path: str
    start: int
    id: str = ""
    how: str = ""
    cells: dict[str, Content] = field(default_factory=dict)
    hits: dict[str, list[Hit]] = field(default_factory=dict)
    is_copy: bool = False


class Rows:
    """Reads all rows that have a tag or a bookmark, and those that stand between them."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.layout: Layout = places.layout
        self.found: list[Found] = []
        #: Tables of the document that hold a table of the form row by row: id -> path.
        self.grids: dict[int, str] = {}
        #: (table, column of its grid) -> column of the form.
        self.columns: dict[int, dict[int, str]] = {}
        self._seen: set[tuple[str, str]] = set()
        #: Rows of the document that have been read.
        self._kept: set[int] = set()

    def read(self) -> list[Found]:
        """Every row, in the order of the document."""
        for container in self._containers():
            self._read(container)
        for table in self.places.document.tables:
            if id(table) in self.grids:
                self._between(table, self.grids[id(table)])
        return sorted(self.found, key=lambda one: one.start)

    # -- which hits make up a row ---------------------------------------------------------------

    def _containers(self) -> Iterator[list[Hit]]:
        """Hits of the same table of the form that stand together in a row or on a card."""
        groups: dict[tuple[str, int], list[Hit]] = {}
        loose: dict[tuple[str, str], list[list[Hit]]] = {}
        for hit in self.places.hits:
            if not hit.address.column:
                continue
            table = hit.cell.row.table if hit.cell is not None and hit.cell.row else None
            if table is None:
                self._loose(loose, hit)
            else:
                groups.setdefault((hit.address.path, id(table)), []).append(hit)
        for found in loose.values():
            yield from found
        for hits in groups.values():
            yield from self._of_table(hits)

    @staticmethod
    def _loose(groups: dict[tuple[str, str], list[list[Hit]]], hit: Hit) -> None:
        """Outside of tables, a column that comes again begins a row."""
        known = groups.setdefault((hit.address.path, hit.address.row), [[]])
        has = any(one.address.whole == hit.address.whole for one in known[-1])
        if has and not hit.address.option:
            known.append([])
        known[-1].append(hit)

    def _of_table(self, hits: list[Hit]) -> Iterator[list[Hit]]:
        by_row: dict[int, list[Hit]] = {}
        for hit in hits:
            by_row.setdefault(id(hit.cell.row if hit.cell else None), []).append(hit)
        columns = [{hit.address.column for hit in row} for row in by_row.values()]
        ids = {hit.address.row for hit in hits}
        asked = [one for one in self.layout.tables[hits[0].address.path].columns if one.is_typed]
        is_card = (
            all(len(one) == 1 for one in columns)
            and len(set.union(*columns)) == len(columns)
            and (len(ids) == 1 or len(columns) > 1)
            and len(asked) > 1
        )
        if is_card:
            yield hits
            return
        first = hits[0].cell
        table = first.row.table if first is not None and first.row is not None else None
        self.grids[id(table)] = hits[0].address.path
        known = self.columns.setdefault(id(table), {})
        for hit in hits:
            if hit.cell is not None:
                known.setdefault(hit.cell.column, hit.address.column)
        yield from by_row.values()

    def _read(self, hits: list[Hit]) -> None:
        first = hits[0]
        votes = [hit.address.row for hit in hits]
        row_id = max(dict.fromkeys(votes), key=votes.count)
        found = Found(first.address.path, first.start, row_id, first.how)
        if (found.path, row_id) in self._seen:
            found.id, found.is_copy = "", True
        self._seen.add((found.path, row_id))
        for hit in hits:
            found.hits.setdefault(hit.address.column, []).append(hit)
            if hit.cell is not None:
                self._kept.add(id(hit.cell.row))
        for column, own in found.hits.items():
            found.cells[column] = self.places.read(own)
        row = first.cell.row if first.cell is not None else None
        if row is not None and id(row.table) in self.grids:
            self._fill(found, row)
        self.found.append(found)

    def _fill(self, found: Found, row: Row) -> None:
        """Cells of a row whose control and bookmark went when somebody typed over them."""
        columns = self.columns[id(row.table)]
        for cell in row.cells:
            column = columns.get(cell.column)
            if column and column not in found.cells and not self.places.hits_in(cell):
                address = Address(found.path, found.id, column)
                found.cells[column] = self.places.read_cell(cell, address)

    # -- rows between ---------------------------------------------------------------------------

    def _between(self, table: Table, path: str) -> None:
        """Rows that somebody put in: they have cells and no names."""
        marks = {
            id(mark.cell.row): mark.address.row
            for mark in self.places.row_marks
            if mark.cell is not None and mark.address.path == path
        }
        columns = self.columns[id(table)]
        for number, row in enumerate(table.rows):
            if id(row) in self._kept or self._is_header(row, columns, path, number):
                continue
            self.add(row, path, columns, marks.get(id(row), ""), "bookmark")

    def add(
        self, row: Row, path: str, columns: dict[int, str], row_id: str, how: str
    ) -> Found | None:
        """Read a row by the order of its cells. None when nothing stands in it."""
        table = self.layout.tables[path]
        row_id = row_id or self._named(row, path)
        if not row_id and table.rows != "free":
            return None
        if (path, row_id) in self._seen:
            row_id = ""
        found = Found(path, row.start, row_id, how if row_id else "label")
        for cell in row.cells:
            column = columns.get(cell.column)
            if column:
                found.cells[column] = self.places.read_cell(cell, Address(path, row_id, column))
        if not row_id and all(content.is_blank for content in found.cells.values()):
            return None
        if row_id:
            self._seen.add((path, row_id))
        self.found.append(found)
        return found

    def _named(self, row: Row, path: str) -> str:
        """The id of a fixed row, by what its first cell says."""
        fixed = self.layout.tables[path].fixed_rows
        if not fixed or not row.cells:
            return ""
        first = label(self.places.first_line(row.cells[0]))
        return next((one.code for one in fixed if label(one.label) == first), "")

    def _is_header(self, row: Row, columns: dict[int, str], path: str, number: int) -> bool:
        labels = self.layout.column_labels[path]
        said = [label(self.places.first_line(cell)) for cell in row.cells]
        return sum(1 for words in said if words in labels) > len(said) // 2 or (
            number == 0 and any(words in labels for words in said)
        )
