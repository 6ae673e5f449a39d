"""A table of texts: headings, rows, and the line of the file on which each row begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pep_plugin.exchange import limits
from pep_plugin.exchange.problems import Refused


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that is looked for. Headings match whatever their capitals, blanks and hyphens."""

    name: str
    required: bool = False

    @property
    def key(self) -> str:
        return plain(self.name)


def plain(heading: str) -> str:
    """ "Date of Birth " and "date_of_birth" are the same heading."""
    return re.sub(r"[\s_-]+", "_", heading.strip()).casefold()


class Table:
    """The wanted columns of a file. django-import-export takes it for a dataset.

    ``headers`` are the wanted columns that the file has, by the names of :class:`Heading`;
    ``lines[n]`` is the line on which row ``n`` begins; ``ignored`` the columns nobody asked for.
    """

    def __init__(self, headers: Sequence[str], *, encoding: str, ignored: Sequence[str]) -> None:
        self.headers = list(headers)
        self.encoding = encoding
        self.ignored = list(ignored)
        self.lines: list[int] = []
        self.rows: list[tuple[str, ...]] = []
        # A register says "Maintained school" fifty thousand times: once in memory is enough.
        self._known: dict[str, str] = {}

    def add(self, line: int, cells: Sequence[str]) -> None:
        self.lines.append(line)
        self.rows.append(tuple(self._known.setdefault(cell, cell) for cell in cells))

    def complete(self) -> None:
        """No more rows will come."""
        self._known.clear()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.rows)


def place(found: Sequence[str], wanted: Sequence[Heading]) -> tuple[dict[str, int], list[str]]:
    """(name of each wanted column -> its index, columns that nobody asked for).

    Raises :class:`Refused`, naming what is missing and listing what there is.
    """
    if len(found) > limits.MOST_COLUMNS:
        raise Refused(f"The file has {len(found):,} columns. {limits.MOST_COLUMNS} is the most.")
    keys = [plain(heading) for heading in found]
    known = {heading.key: heading.name for heading in wanted}
    twice = [known[key] for key, count in Counter(keys).items() if count > 1 and key in known]
    if twice:
        raise Refused(f"More than one column is called {_list(twice)}. Keep one and try again.")
    missing = [w.name for w in wanted if w.required and w.key not in keys]
    if missing:
        raise Refused(
            f"The file has no column called {_list(missing)}. "
            f"The first line must hold the headings. It holds: {_shown(found)}."
        )
    at = {heading.name: keys.index(heading.key) for heading in wanted if heading.key in keys}
    return at, [name for name, key in zip(found, keys, strict=True) if key and key not in known]


def _list(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _shown(found: Sequence[str]) -> str:
    """The headings that were found, made fit for a terminal whatever the file is."""
    names = ["".join(c if c.isprintable() else "?" for c in n)[:40].strip() for n in found]
    names = [name for name in names if name]
    more = len(names) - limits.HEADINGS_SHOWN
    text = ", ".join(names[: limits.HEADINGS_SHOWN]) or "nothing"
    return f"{text} and {more:,} more" if more > 0 else text
