"""What a screen must know of the plan around it. Plain data: this room opens no plan itself."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from pep_plugin.entry.fields import RowChoices
from pep_plugin.entry.kinder import WORDS, Glossary, Kinder
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds, smart
from pep_plugin.sections.answers import Answer, Answers, Asked, Context
from pep_plugin.sections.kinds import Raw
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.kinds.texts import SchoolName
from pep_plugin.sections.roles import CHILD
from pep_plugin.sections.schema import Form, Question, Section

#: Columns whose text names a row better than its number does; words before codes.
_NAMING = (("text", "long_text", "person"), ("choice",))


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the table that another one follows. ``feeds``: the fact table of its rows."""

    id: str
    words: str
    cells: Mapping[str, Answer]
    feeds: str

    def proposed(self, column: Question) -> Answer | None:
        """What the row has to say for a column that follows it ("targets.area")."""
        table, _, key = column.proposes.partition(".")
        held = self.cells.get(key) if table and table == self.feeds else None
        return held if held and "value" in held else None


def _anyone(section: Section, question: Question) -> bool:
    return True


def _nowhere(path: str) -> str:
    return ""


def _unworried(section: Section, question: Question) -> str:
    return ""


def _origin(answer: Answer) -> str:
    """Where an answer came from, as far as the answer itself says."""
    if str(answer.get("source", "")).startswith("submission:"):
        return _("From last term’s PEP. Change it if it is no longer right.")
    return ""


@dataclass(frozen=True)
class Around:
    """The plan as one page sees it.

    ``answers``: everything as it stands. ``previous``: last term's, only what this person may
    read. ``shown``: the text of each record (``Question.shows``). ``people``: (key, label) of
    whom one may ask. ``may_read``: of a question of a section; ``may_read_column``: of a column of
    its tables. ``person``: the id of whoever looks, to say "you wrote". ``standing``: what is
    asked as it stands, where that was worked out already. ``origin``: where an answer came from,
    in a sentence. ``files_at``: the address of the page
    where files are added to the question at a path. ``has_row_pages``: rows that ask a lot are
    listed and have pages of their own. ``at_revision``: a section's answers as they once were.
    ``worry_at``: where somebody is led who is worried by a child's or a carer's words; "" for all
    other answers. ``begins`` and ``next_pep``: between them the day of a target should lie.
    ``finds_schools``: whether there is a page on which a school is looked up.
    ``glossary``: kinder words, suggested beside what was written.
    """

    form: Form
    answers: Answers
    context: Context
    revisions: Mapping[str, int] = field(default_factory=dict)
    previous: Answers = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    people: tuple[tuple[str, str], ...] = ()
    may_read: Callable[[Section, Question], bool] = _anyone
    may_read_column: Callable[[Section, Question], bool] = _anyone
    person: str = ""
    standing: Asked | None = None
    files_at: Callable[[str], str] = _nowhere
    origin: Callable[[Answer], str] = _origin
    worry_at: Callable[[Section, Question], str] = _unworried
    has_row_pages: bool = False
    at_revision: Callable[[str, int], Mapping[str, Answer]] | None = None
    finds_schools: bool = False
    glossary: Glossary = field(default_factory=Glossary)
    begins: datetime.date | None = None
    next_pep: datetime.date | None = None

    def asked(self, section: Section, posted: Mapping[str, Answer | None] | None = None) -> Asked:
        """What is asked and required, with a page's own answers laid over what stands."""
        if not posted:
            return self.standing or Asked(self.form, self.answers, self.context)
        mine = {**self.answers.get(section.key, {})}
        for key, answer in posted.items():
            if answer is None:
                mine.pop(key, None)
            else:
                mine[key] = answer
        return Asked(self.form, {**self.answers, section.key: mine}, self.context)

    def rows_at(self, path: str, *, before: str = "") -> Iterator[SourceRow]:
        """The rows of the table at a path; none when this person has no such table.

        ``before``: the path of the table that takes its rows from there. One that stands earlier
        in the form than its source looks back: its rows are last term's.
        """
        section, _, key = path.partition(".")
        try:
            question = self.form.question(path)
        except KeyError:
            return
        kind = kinds.get(question.kind)
        if question.table is None or not isinstance(kind, TableKind):
            return
        if not self.may_read(self.form.section(section), question):
            return
        answers = self.previous if before and self._is_earlier(before, path) else self.answers
        answer = answers.get(section, {}).get(key, {})
        for row_id, label, cells in kind.rows(answer.get("value"), question):
            yield SourceRow(row_id, row_words(question, cells) or label, cells, question.feeds)

    def _is_earlier(self, one: str, other: str) -> bool:
        order = [path for path, _section, _question in self.form.paths()]
        return order.index(one) < order.index(other)

    def rows_before(self, section: Section, question: Question, revision: int) -> list[Any]:
        """The table's rows as a page drawn from that revision showed them."""
        answers = self.answers.get(section.key, {})
        if self.at_revision and revision != self.revisions.get(section.key, 0):
            answers = self.at_revision(section.key, revision)
        return list(answers.get(question.key, {}).get("value") or [])

    def lights(self, question: Question, cells: Mapping[str, Answer]) -> tuple[smart.Light, ...]:
        """How SMART a row is; none where the rows are not targets."""
        if question.feeds != "targets":
            return ()
        return smart.lights(cells, next_pep=self.next_pep, begins=self.begins)

    def find_at(self, question: Question, path: str) -> str:
        """The path, where it takes a school that can be looked up."""
        is_school = isinstance(kinds.get(question.kind), SchoolName)
        return path if self.finds_schools and is_school else ""

    def kinder(self, question: Question, raw: Raw) -> list[Kinder] | None:
        """Kinder words for what stands in a control; None where none are ever suggested."""
        if not self.glossary or question.kind not in WORDS or question.owner_role == CHILD:
            return None
        return self.glossary.suggestions(raw) if isinstance(raw, str) else []

    def links(self, question: Question) -> RowChoices:
        """The rows that a row link may name."""
        path = question.limits.get("table", "")
        return [(row.id, row.words) for row in self.rows_at(path)] if path else []


def row_words(question: Question, cells: Mapping[str, Answer]) -> str:
    """What a row says of itself: its first column of words that holds something; "" when none."""
    columns = question.table.columns if question.table else ()
    for named in _NAMING:
        for column in columns:
            if column.kind in named and (text := answers_of.as_text(column, cells.get(column.key))):
                line = " ".join(text.split())
                return line if len(line) <= 120 else f"{line[:117]}…"
    return ""
