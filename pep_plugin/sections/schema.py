"""What a form is made of. Frozen data: a published form never changes.

``Form`` > ``Section`` > ``Page`` > ``Question`` (> ``Table`` > columns, which are questions too).
A question's address everywhere is its path, ``section.question`` (:meth:`Form.question`).
A wizard step is a page written here (``care``, ``care-2``, ``care-more``), never computed from
what happens to be visible, so that addresses stay put.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pep_plugin.sections.conditions import Condition

Carry = Literal["carry", "confirm", "never"]
#: So many required columns make a row too long for a page that holds others.
ROW_PAGE_FROM = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. The code is stored and exported, the label is for people."""

    code: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of simple questions. Tables do not nest: a second table links rows by ``row_link``.

    ``rows``: ``free`` (people add rows), ``fixed`` (``fixed_rows`` names them; the row id is the
    choice's code) or ``from_table`` (one row for each row of ``source``, same row ids: of this
    plan's table when it stands earlier in the form, else of the child's last plan).
    ``core``: column keys that a council may relabel but not remove; facts are made of them.
    """

    columns: tuple[Question, ...]
    rows: Literal["free", "fixed", "from_table"] = "free"
    fixed_rows: tuple[Choice, ...] = ()
    source: str = ""
    row_name: str = "row"
    min_rows: int = 0
    max_rows: int = 50
    core: tuple[str, ...] = ()

    def column(self, key: str) -> Question:
        """Raises :class:`KeyError` when the table has no such column."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)

    @property
    def has_row_pages(self) -> bool:
        """Whether each row stands on a screen of its own: people add rows that ask a lot."""
        required = sum(column.required is not False for column in self.columns)
        return self.rows == "free" and required >= ROW_PAGE_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. ``key`` is named by meaning and shared by all phases.

    ``required``: True, False or a condition. ``detail``: lives behind "Add detail" on the
    section's own further page. ``limits``: kind-specific (``max_length``, ``min``, ``max``,
    ``scheme``, ``how``, ``of``, ``words`` ...). ``readers``: role keys that may read the answer
    (empty: everyone who may read the section). ``carry``: what next term does with the answer;
    ``stale_after``: a carried answer so many terms old is asked again by itself, not confirmed
    together with the rest (1: every term; 0: never stale).
    ``feeds``: the fact table this table fills. ``shows``: a record that is displayed, not typed.
    ``proposes``: a record that prefills. ``choices``: options, or the name of a code list.
    ``owner_role``: for a column or question that another role than the section's owner fills.
    ``picture``: the name of a shipped drawing that stands beside the question on paper.
    """

    key: str
    label: str
    kind: str = "text"
    help: str = ""
    required: bool | Condition = False
    detail: bool = False
    limits: Mapping[str, Any] = field(default_factory=dict)
    choices: tuple[Choice, ...] | str = ()
    table: Table | None = None
    applies: Condition | None = None
    sensitive: bool = False
    readers: tuple[str, ...] = ()
    carry: Carry = "carry"
    stale_after: int = 0
    feeds: str = ""
    shows: str = ""
    proposes: str = ""
    owner_role: str = ""
    picture: str = ""

    @property
    def is_typed(self) -> bool:
        """False for records that are shown and values that are computed."""
        return not self.shows and self.kind != "computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One screen of a section."""

    questions: tuple[Question, ...]
    title: str = ""
    intro: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the form that one role owns. ``also``: other roles that may write in it.

    ``picture``: the name of a shipped drawing that stands beside its title on paper.
    """

    key: str
    title: str
    owner_role: str
    pages: tuple[Page, ...]
    intro: str = ""
    also: tuple[str, ...] = ()
    applies: Condition | None = None
    readers: tuple[str, ...] = ()
    picture: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the section, in the order in which it is asked and printed."""
        return tuple(question for page in self.pages for question in page.questions)

    def question(self, key: str) -> Question:
        """Raises :class:`KeyError` when the section has no such question."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(f"{self.key}.{key}")

    def steps(self) -> tuple[Step, ...]:
        """The section's screens: one a page, then those of detail: ``care-more``, ``care-more-2``.

        A page written with detail only is a screen of its own; detail that stands among other
        questions is gathered on the first one.
        """
        asked: list[Step] = []
        beside: list[Question] = []
        apart: list[tuple[Page, tuple[Question, ...]]] = []
        for number, page in enumerate(self.pages, start=1):
            main = tuple(question for question in page.questions if not question.detail)
            more = tuple(question for question in page.questions if question.detail)
            if main:
                name = self.key if number == 1 else f"{self.key}-{number}"
                asked.append(Step(name, self, main, page.title, page.intro))
                beside += more
            elif more:
                apart.append((page, more))
        title = f"More about: {self.title[:1].lower()}{self.title[1:]}"
        if beside:
            apart.insert(0, (Page(questions=()), tuple(beside)))
        for number, (page, more) in enumerate(apart, start=1):
            name = f"{self.key}-more" if number == 1 else f"{self.key}-more-{number}"
            asked.append(Step(name, self, more, page.title or title, page.intro, is_detail=True))
        return tuple(asked)


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the wizard: its name in the URL and what it asks."""

    name: str
    section: Section
    questions: tuple[Question, ...]
    title: str = ""
    intro: str = ""
    is_detail: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole form, in one language.

    ``purpose``: a ``plan`` is a PEP form of one phase, and plans are started on it; a ``template``
    is a paper of the library, such as a child's views or an agenda, without a phase of its own.
    ``audience``: whose paper a template is (``staff``, ``child``, ``carer``). ``intro``: how to
    use it, in place of the words that stand on every blank PEP form, a paragraph a line.
    ``type_size``: of its text on paper, in points (0: what suits the audience).
    """

    key: str
    title: str
    phase: str
    sections: tuple[Section, ...]
    language: str = "en-GB"
    purpose: Literal["plan", "template"] = "plan"
    audience: str = ""
    intro: str = ""
    type_size: int = 0

    def section(self, key: str) -> Section:
        """Raises :class:`KeyError` when the form has no such section."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)

    def question(self, path: str) -> Question:
        """The question at ``section.question``; raises :class:`KeyError` when there is none."""
        section, _, key = path.partition(".")
        return self.section(section).question(key)

    def paths(self) -> Iterator[tuple[str, Section, Question]]:
        """Every question with its path, in form order."""
        for section in self.sections:
            for question in section.questions:
                yield f"{section.key}.{question.key}", section, question

    def steps(self) -> tuple[Step, ...]:
        return tuple(step for section in self.sections for step in section.steps())

    def step(self, name: str) -> Step:
        """Raises :class:`KeyError` when the form has no such step."""
        for step in self.steps():
            if step.name == name:
                return step
        raise KeyError(name)
