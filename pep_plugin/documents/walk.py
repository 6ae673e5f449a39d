"""The one walk through a form and its answers. Whatever prints a plan starts here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.documents import my_plan, title
from pep_plugin.documents.audiences import AUDIENCES
from pep_plugin.documents.copies import Copy, Given, says_that_school_is_confidential
from pep_plugin.documents.left_out import masks_of
from pep_plugin.documents.masking import Masks
from pep_plugin.documents.notes import note_on, state_of
from pep_plugin.documents.outline import (
    LEFT_OUT,
    Cell,
    Entry,
    Fact,
    Item,
    OutlineDocument,
    OutlineSection,
    Part,
    Row,
    State,
    TableEntry,
)
from pep_plugin.documents.title import Head
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import codec, kinds
from pep_plugin.sections.answers import NOT_PROVIDED, Answer, Answers, Asked, Context
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Form, Question, Section, Step, Table

_NAME_LENGTH = 80


def walk(
    form: Form,
    answers: Answers,
    context: Context,
    head: Head,
    *,
    roles: Collection[str] | None = None,
    audience: str = "full",
    live: Form | None = None,
    is_school_confidential: bool = False,
) -> OutlineDocument:
    """The outline of one plan, for one audience.

    ``roles``: who the person asking for it is to the child; without them only what every reader
    of the plan may read is given. ``head``: as it stands in ``Submission.head``. ``live``: the form
    as it is asked today, which may let fewer people read than when the plan was sent.
    ``is_school_confidential``: what the child's record says; the plan may say so itself.
    Raises :class:`KeyError` for an unknown audience.
    """
    known = AUDIENCES[audience]
    copy = Copy(
        known,
        known.roles if roles is None else frozenset(roles),
        live,
        is_school_confidential=is_school_confidential or says_that_school_is_confidential(answers),
    )
    document = _Walk(Asked(form, answers, context), head, copy).document()
    return my_plan.plain(document) if known.is_plain else document


class _Walk:
    """What every step of the walk needs to know; made for one document."""

    def __init__(self, asked: Asked, head: Head, copy: Copy) -> None:
        self.form = asked.form
        self.asked = asked
        self.head = head
        self.copy = copy
        self.given = {
            section.key: answers_of.with_computed(section, asked.answers.get(section.key, {}))
            for section in asked.form.sections
        }
        self._row_names: dict[str, dict[str, str]] = {}
        self.masks = masks_of(asked.form, self.given, head, copy)

    # -- the document ---------------------------------------------------------------------------

    def document(self) -> OutlineDocument:
        left_out = self.copy.people_left_out
        sections = tuple(self._sections())
        return OutlineDocument(
            reference=self.head.get("reference", ""),
            title=title.title(self.head),
            subtitle=" · ".join(filter(None, (self.form.title, self.head.get("term_label")))),
            form_key=self.form.key,
            form_title=self.form.title,
            form_version=int(self.head.get("form_number") or 0),
            language=self.form.language,
            audience=self.copy.audience.key,
            audience_label=self.copy.audience.label,
            facts=tuple(title.facts(self.head, with_school=not self.copy.hides_school)),
            people=tuple(title.people(self.head, left_out)),
            sections=sections,
            attachments=tuple(self._attachments(sections)),
            version=title.version(self.head),
            masked=codec.digest(list(self.masks.words)) if self.masks.words else "",
            is_open=not self.head.get("sent_at") and self.copy.audience.key == "full",
        )

    def _sections(self) -> Iterator[OutlineSection]:
        for section in self.asked.sections():
            made = self._section(section)
            # What leaves no trace leaves no heading either.
            if made.parts:
                yield made

    def _attachments(self, sections: tuple[OutlineSection, ...]) -> Iterator[Fact]:
        """The files of the answers that this copy gives, by the label of their question."""
        if self.copy.audience.policy.files != "given":
            return
        for section in sections:
            for item in section.items:
                if item.question.kind == "file" and item.state == "answered":
                    yield Fact(item.label, item.text)

    def _section(self, section: Section) -> OutlineSection:
        parts = (self._part(section, step) for step in section.steps())
        return OutlineSection(
            key=section.key,
            title=section.title,
            intro=section.intro,
            owner_role=section.owner_role,
            owner=title.owner(self.head, section.owner_role, self.copy.people_left_out),
            parts=tuple(part for part in parts if part.items),
        )

    def _part(self, section: Section, step: Step) -> Part:
        items = tuple(
            item
            for question in step.questions
            if self.asked.is_asked(f"{section.key}.{question.key}")
            and (item := self._item(section, question)) is not None
        )
        return Part(
            step=step.name,
            title=step.title,
            intro=step.intro,
            items=items,
            is_detail=step.is_detail,
        )

    def _masks(self, section: Section, question: Question) -> Masks:
        """Nobody's own words are changed in their own copy."""
        own = access.owns(self.copy.audience.roles, section, question)
        return Masks(()) if own else self.masks

    # -- one question ---------------------------------------------------------------------------

    def _item(self, section: Section, question: Question) -> Item | None:
        path = f"{section.key}.{question.key}"
        treatment = self.copy.treatment(section, question, self.given[section.key])
        if treatment != "given":
            return _withheld(path, question) if treatment == "said" else None
        answer = self.given[section.key].get(question.key)
        masks = self._masks(section, question)
        if question.table is not None and isinstance(kinds.get(question.kind), TableKind):
            return self._table(section, question, question.table, answer)
        if question.shows:
            text = masks.text(str((self.head.get("shown") or {}).get(question.shows) or ""))
            return _entry(path, question, text, "answered" if text else "not_provided")
        return _entry(
            path,
            question,
            masks.text(self._text(question, answer)),
            state_of(question, answer),
            value=masks.value((answer or {}).get("value")),
            note=masks.text(note_on(question, answer)),
        )

    def _text(self, question: Question, answer: Answer | None) -> str:
        if question.kind == "row_link" and answer and "value" in answer:
            path = question.limits["table"]
            return "\n".join(self._name_of_row(path, row_id) for row_id in answer["value"] or ())
        return answers_of.as_text(question, answer)

    # -- tables ---------------------------------------------------------------------------------

    def _table(
        self, section: Section, question: Question, table: Table, answer: Answer | None
    ) -> TableEntry:
        path = f"{section.key}.{question.key}"
        columns = self.copy.columns(section, table.columns)
        rows = tuple(
            Row(
                row_id,
                label,
                tuple(self._cell(section, path, table, column, cells) for column in columns),
            )
            for row_id, label, cells in _rows(question, answer)
            if self._leaves_a_trace(section, table, columns, cells)
        )
        is_filled = next(_rows(question, answer), None) is not None
        words = "" if is_filled else self.masks.text(answers_of.as_text(question, answer))
        # A table all of whose rows leave no trace is one that nobody filled in.
        state = "not_provided" if is_filled else state_of(question, answer)
        return TableEntry(
            path=path,
            label=question.label,
            question=question,
            columns=columns,
            rows=rows,
            text="" if rows else words or NOT_PROVIDED,
            state="answered" if rows else state,
            note=self.masks.text(note_on(question, answer)),
        )

    def _leaves_a_trace(
        self, section: Section, table: Table, columns: tuple[Question, ...], cells: Given
    ) -> bool:
        """Whether the row stands in the copy: what must leave none takes its whole row along."""
        return all(
            self.copy.cell_treatment(section, table.columns, column, cells) != "no_trace"
            for column in columns
        )

    def _cell(
        self, section: Section, path: str, table: Table, column: Question, cells: Given
    ) -> Cell:
        answer, masks = cells.get(column.key), self._masks(section, column)
        state: State
        if self.copy.cell_treatment(section, table.columns, column, cells) != "given":
            text, state, value, note = LEFT_OUT, "withheld", None, ""
        elif column.kind == "computed":
            text = masks.text(answers_of.cell_text(column, cells))
            value = masks.value(answers_of.cell_value(column, cells))
            state, note = "answered" if text else "not_provided", ""
        else:
            text, state = masks.text(self._text(column, answer)), state_of(column, answer)
            value = masks.value((answer or {}).get("value"))
            note = masks.text(note_on(column, answer))
        return Cell(
            path=f"{path}.{column.key}",
            label=column.label,
            question=column,
            text=text or NOT_PROVIDED,
            state=state,
            value=value if state == "answered" else None,
            note=note,
        )

    # -- links from a row to rows of another table ----------------------------------------------

    def _name_of_row(self, path: str, row_id: str) -> str:
        """What a row is called in this copy: "Target 2: I read a chapter aloud"."""
        if path not in self._row_names:
            self._row_names[path] = dict(self._names_of_rows(path))
        names = self._row_names[path]
        if not names and not self._table_is_given(path):
            return LEFT_OUT
        return names.get(row_id, _("A row that was taken away"))

    def _table_is_given(self, path: str) -> bool:
        try:
            section, question = self.form.section(path.partition(".")[0]), self.form.question(path)
        except KeyError:
            return False
        return self.asked.is_asked(path) and self.copy.gives(
            section, question, self.given[section.key]
        )

    def _names_of_rows(self, path: str) -> Iterator[tuple[str, str]]:
        if not self._table_is_given(path):
            return
        section, question = self.form.section(path.partition(".")[0]), self.form.question(path)
        columns = question.table.columns if question.table else ()
        for row_id, label, cells in _rows(question, self.given[section.key].get(question.key)):
            words = (
                answers_of.cell_text(column, cells)
                for column in columns
                if column.kind in ("text", "long_text")
                and column.key in cells
                and self.copy.cell_treatment(section, columns, column, cells) == "given"
            )
            first = self.masks.text(next(words, ""))
            yield row_id, f"{label}: {_short(first)}" if first else label


def _rows(question: Question, answer: Answer | None) -> Iterator[tuple[str, str, Given]]:
    """(row id, name, cells) of what is printed; nothing where nobody wrote anything at all."""
    kind, value = kinds.get(question.kind), (answer or {}).get("value")
    if isinstance(kind, TableKind) and not kind.is_blank(value):
        yield from kind.rows(value, question)


def _entry(
    path: str, question: Question, text: str, state: State, *, value: Any = None, note: str = ""
) -> Entry:
    return Entry(
        path=path,
        label=question.label,
        question=question,
        text=text or NOT_PROVIDED,
        state=state,
        value=value if state == "answered" else None,
        note=note,
    )


def _withheld(path: str, question: Question) -> Item:
    if question.table is None:
        return _entry(path, question, LEFT_OUT, "withheld")
    return TableEntry(
        path=path,
        label=question.label,
        question=question,
        columns=question.table.columns,
        rows=(),
        text=LEFT_OUT,
        state="withheld",
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _NAME_LENGTH else f"{line[: _NAME_LENGTH - 1].rstrip()}…"
