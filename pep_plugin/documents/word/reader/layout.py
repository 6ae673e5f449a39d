"""What a form looks like in Word: its tags, bookmarks, labels, and the words that are ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pep_plugin.documents.outline import LEFT_OUT
from pep_plugin.documents.word import names, prompts
from pep_plugin.sections import kinds, plain_words, roles
from pep_plugin.sections.answers import NOT_PROVIDED
from pep_plugin.sections.conditions import Condition
from pep_plugin.sections.kinds import choose
from pep_plugin.sections.schema import Choice, Form, Question, Section, Table

_OUR_MARK = re.compile(r"([qcor])_([0-9a-f]{10})(?:_([0-9a-z]{1,16}))?")
_EDGES = re.compile(r"[\s:?*.…]+$")


class Address(NamedTuple):
    """Where something belongs. ``column`` and ``row`` for a cell; ``option`` for one box."""

    path: str
    row: str = ""
    column: str = ""
    option: str = ""

    @property
    def whole(self) -> Address:
        """Without the option."""
        return self._replace(option="") if self.option else self


def plain(text: str) -> str:
    """Words as they are compared: small letters, single spaces."""
    return " ".join(text.split()).casefold()


def label(text: str) -> str:
    """A label as it is compared, without what people put behind one."""
    return _EDGES.sub("", plain(text).removesuffix(" (optional)"))


def options(question: Question) -> tuple[Choice, ...]:
    """The options of a question that has any."""
    kind = kinds.get(question.kind)
    return kind.choices(question) if isinstance(kind, choose.OneChoice) else ()


@dataclass
class Layout:
    """Made once for a form and never changed."""

    form: Form
    questions: dict[str, Question] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    #: Tag or bookmark -> address, of all that is known beforehand.
    known: dict[str, Address] = field(default_factory=dict)
    #: "c_HASH" -> (path, column), "r_HASH" -> (path, "").
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    #: (path, hashed row id) -> row id, of fixed rows whose ids are no plain words.
    row_ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path, _section, question in self.form.paths():
            self.questions[path] = question
            if question.table is None:
                self._know(question, path)
                continue
            self.tables[path] = question.table
            self.known[names.bookmark(path)] = Address(path)
            self.cells[names.row_bookmark(path, "x").rpartition("_")[0]] = (path, "")
            for column in question.table.columns:
                mark = names.bookmark(path, "x", column.key).rpartition("_")[0]
                self.cells[mark] = (path, column.key)
            for row in question.table.fixed_rows:
                hashed = names.row_bookmark(path, row.code).rpartition("_")[2]
                self.row_ids[path, hashed] = row.code
                self.known.update(self.of_row(path, row.code))

    def _know(self, question: Question, path: str) -> None:
        self.known.update(_names(question, Address(path)))

    def of_row(self, path: str, row: str) -> Iterator[tuple[str, Address]]:
        """The bookmarks of a row's boxes are made from its id, so they are known with it only."""
        for column in self.tables[path].columns:
            yield from _names(column, Address(path, row, column.key))

    def find(self, name: str, also: Mapping[str, Address] | None = None) -> Address | None:
        """The address of a tag or a bookmark. ``also``: what :meth:`of_row` says of rows."""
        found = self.known.get(name) or (also or {}).get(name)
        if found is not None:
            return found
        if mark := _OUR_MARK.fullmatch(name):
            return self._of_mark(mark[1], mark[2], mark[3] or "")
        path, sign, rest = name.partition("#")
        if sign and path in self.tables:
            cell, sign, code = rest.partition("=")
            row, _dot, column = cell.rpartition(".")
            if row and any(one.key == column for one in self.tables[path].columns):
                return Address(path, row, column, code if sign else "")
        # A box of an option that the list no longer holds.
        path, sign, code = name.partition("=")
        return Address(path, option=code) if sign and path in self.questions else None

    def _of_mark(self, kind: str, short: str, row: str) -> Address | None:
        found = self.cells.get(f"{kind}_{short}")
        if found is None or not row:
            return None
        path, column = found
        return Address(path, self.row_ids.get((path, row), row), column)

    def question_at(self, address: Address) -> Question:
        """The question, or the column of a table."""
        if address.column:
            return self.tables[address.path].column(address.column)
        return self.questions[address.path]

    # -- words that are ours --------------------------------------------------------------------

    @cached_property
    def prompts(self) -> frozenset[str]:
        """What a place says while it is empty, in plain words."""
        found = {*prompts.EVERY, *prompts.BOXES.values(), prompts.BOX, NOT_PROVIDED}
        for question in self._every_question():
            by_row = question.limits.get("prompts")
            found |= set(map(str, by_row.values())) if isinstance(by_row, dict) else set()
            found.add(str(question.limits.get("prompt") or prompts.BOX))
        return frozenset(map(plain, found))

    def is_prompt(self, text: str) -> bool:
        return plain(text).removesuffix(" (optional)") in self.prompts

    def _every_question(self) -> Iterator[Question]:
        for question in self.questions.values():
            yield question
            yield from question.table.columns if question.table else ()

    @cached_property
    def sections_by_title(self) -> dict[str, str]:
        return {plain(section.title): section.key for section in self.form.sections}

    @cached_property
    def column_labels(self) -> dict[str, dict[str, str]]:
        """Path of a table -> label -> key of its columns."""
        return {
            path: {label(column.label): column.key for column in table.columns}
            for path, table in self.tables.items()
        }

    @cached_property
    def paths_by_label(self) -> dict[str, list[str]]:
        """Label -> questions of that label, in form order."""
        found: dict[str, list[str]] = {}
        for path, question in self.questions.items():
            found.setdefault(label(question.label), []).append(path)
        return found

    @cached_property
    def pieces(self) -> dict[str, list[str]]:
        """Words that stand in the document by themselves, by their first word, long ones first."""
        found: dict[str, list[str]] = {}
        for words in {plain(words) for words in self._words()} - {""}:
            found.setdefault(words.split(" ", 1)[0], []).append(words)
        for listed in found.values():
            listed.sort(key=len, reverse=True)
        return found

    @cached_property
    def whole_pieces(self) -> frozenset[str]:
        """The same words, without what people put behind a label."""
        return frozenset(_EDGES.sub("", words) for some in self.pieces.values() for words in some)

    def _words(self) -> Iterator[str]:
        yield from _ALWAYS
        yield from (self.form.title, *self.form.intro.splitlines())
        for section in self.form.sections:
            yield from self._words_of(section)
        for question in self._every_question():
            yield from (question.label, question.help)
            yield from self._conditions(question.applies, question.required)
            listed = options(question)
            yield "; ".join(option.label for option in listed)
            if self.form.purpose == "template":
                # On a paper they stand beside their boxes, outside of any control.
                for option in listed:
                    yield from (option.label, option.hint)
            if question.table is not None:
                name = question.table.row_name
                yield name
                yield from (f"{name} {number}" for number in range(1, 51))
                for row in question.table.fixed_rows:
                    yield from (row.label, row.hint)

    def _words_of(self, section: Section) -> Iterator[str]:
        yield from (section.title, *section.intro.splitlines())
        owner = roles.LABELS.get(section.owner_role, section.owner_role)
        yield from (owner, f"To be filled in by: {owner}")
        yield from self._conditions(section.applies)
        for page in section.pages:
            yield from (page.title, *page.intro.splitlines())
        for step in section.steps():
            yield step.title

    def _conditions(self, *conditions: Condition | bool | None) -> Iterator[str]:
        for condition in conditions:
            if condition is not None and not isinstance(condition, bool):
                words = plain_words.condition(condition, self.form)
                yield from (f"Only if {words}.", f"Needed if {words}.")

    def without_ours(self, text: str) -> str:
        """What is left of some words when those of ours are taken off their front."""
        rest = plain(text)
        if _EDGES.sub("", rest) in self.whole_pieces:
            return ""
        while rest:
            ours = next(
                (
                    piece
                    for piece in self.pieces.get(rest.split(" ", 1)[0], ())
                    if _opens(piece, rest)
                ),
                "",
            )
            if not ours:
                break
            rest = rest[len(ours) :].lstrip()
        return rest


def _names(question: Question, here: Address) -> Iterator[tuple[str, Address]]:
    where = here[:3]
    yield names.tag(*where), here
    yield names.bookmark(*where), here
    for option in options(question):
        there = here._replace(option=option.code)
        path, row, column, code = there
        yield names.option_tag(path, code, row, column), there
        yield names.option_bookmark(path, code, row, column), there


def _opens(piece: str, text: str) -> bool:
    return text.startswith(piece) and text[len(piece) : len(piece) + 1] in ("", " ")


_ALWAYS = (
    *("Question", "Answer", "Optional.", "What we ask", "What I say", "What you say", "What"),
    *("Notes", "When", "Tick when it is done", "Everything here is optional.", LEFT_OUT),
    *(NOT_PROVIDED, "How I feel", "☐", "From the last PEP."),
    *("Written down for the child.", "Written down for the carer."),
    "The Personal Education Plan is part of the child’s care plan.",
)
