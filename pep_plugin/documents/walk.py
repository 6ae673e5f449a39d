"""The one walk through a form and its answers. Whatever prints a plan starts here."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from pep_plugin.conf import local
from pep_plugin.documents.audiences import AUDIENCES, Audience
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
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.answers import NOT_PROVIDED, Answer, Answers, Asked, Context
from pep_plugin.sections.kinds.numbers import long_date
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Form, Question, Section, Table

Head = Mapping[str, Any]
Cells = Mapping[str, Answer]
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
) -> OutlineDocument:
    """The outline of one plan, for one audience.

    ``roles``: who the person asking for it is to the child; without them only what every reader
    of the plan may read is given. ``head``: as it stands in ``Submission.head``. ``live``: the form
    as it is asked today, which may let fewer people read than when the plan was sent.
    Raises :class:`KeyError` for an unknown audience.
    """
    copy = AUDIENCES[audience]
    asking = copy.roles if roles is None else frozenset(roles)
    return _Walk(form, answers, context, head, asking, copy, live).document()


class _Walk:
    """What every step of the walk needs to know; made for one document."""

    def __init__(
        self,
        form: Form,
        answers: Answers,
        context: Context,
        head: Head,
        roles: frozenset[str],
        audience: Audience,
        live: Form | None,
    ) -> None:
        self.form = form
        self.asked = Asked(form, answers, context)
        self.head = head
        self.roles = roles
        self.audience = audience
        self.live = (
            {path: (section, question) for path, section, question in live.paths()} if live else {}
        )
        self.given = {
            section.key: answers_of.with_computed(section, answers.get(section.key, {}))
            for section in form.sections
        }
        self._row_names: dict[str, dict[str, str]] = {}

    # -- the document ---------------------------------------------------------------------------

    def document(self) -> OutlineDocument:
        child = self.head.get("child") or {}
        called = child.get("called") or child.get("legal_name") or ""
        return OutlineDocument(
            reference=self.head.get("reference", ""),
            title=_("%(name)s’s Personal Education Plan") % {"name": called}
            if called
            else _("Personal Education Plan"),
            subtitle=" · ".join(filter(None, (self.form.title, self.head.get("term_label")))),
            form_key=self.form.key,
            form_title=self.form.title,
            form_version=int(self.head.get("form_number") or 0),
            language=self.form.language,
            audience=self.audience.key,
            audience_label=self.audience.label,
            facts=tuple(_facts(self.head)),
            people=tuple(self._people()),
            sections=tuple(self._section(section) for section in self.asked.sections()),
            is_open=not self.head.get("sent_at"),
        )

    def _people(self) -> Iterator[Fact]:
        for person in self.head.get("people") or ():
            if person["role"] not in self.audience.people_left_out:
                yield Fact(
                    person.get("role_label") or role_keys.LABELS[person["role"]], person["name"]
                )

    def _section(self, section: Section) -> OutlineSection:
        asked = {question.key for question in self.asked.questions(section)}
        parts = []
        for step in section.steps():
            questions = [question for question in step.questions if question.key in asked]
            if questions:
                items = tuple(self._item(section, question) for question in questions)
                parts.append(
                    Part(
                        step=step.name,
                        title=step.title,
                        intro=step.intro,
                        items=items,
                        is_detail=step.is_detail,
                    )
                )
        return OutlineSection(
            key=section.key,
            title=section.title,
            intro=section.intro,
            owner_role=section.owner_role,
            owner=self._owner(section.owner_role),
            parts=tuple(parts),
        )

    def _owner(self, role: str) -> str:
        label = role_keys.LABELS.get(role, role)
        if role in self.audience.people_left_out:
            return label
        names = [
            person["name"] for person in self.head.get("people") or () if person["role"] == role
        ]
        return f"{label}: {', '.join(names)}" if names else label

    # -- one question ---------------------------------------------------------------------------

    def _item(self, section: Section, question: Question) -> Item:
        path = f"{section.key}.{question.key}"
        if not self._is_given(section, question):
            return _withheld(path, question)
        answer = self.given[section.key].get(question.key)
        if question.table is not None and isinstance(kinds.get(question.kind), TableKind):
            return self._table(section, question, question.table, answer)
        if question.shows:
            text = str((self.head.get("shown") or {}).get(question.shows) or "")
            return _entry(path, question, text, "answered" if text else "not_provided")
        return _entry(
            path,
            question,
            self._text(question, answer),
            _state(question, answer),
            value=(answer or {}).get("value"),
            note=_note(question, answer),
        )

    def _is_given(self, section: Section, question: Question) -> bool:
        """Whether the copy gives the answer; what is worked out needs all that it is made of."""
        answer = self.given[section.key].get(question.key)
        if not self.audience.gives(self.roles, section, question, answer):
            return False
        today = self.live.get(f"{section.key}.{question.key}")
        if today and not self.audience.gives(self.roles, *today, answer):
            return False
        if question.kind != "computed":
            return True
        return all(
            self._is_given(section, source) for source in _made_of(question, section.questions)
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
        rows: tuple[Row, ...] = ()
        if not answer or "value" in answer:
            rows = tuple(
                Row(
                    row_id,
                    label,
                    tuple(self._cell(section, path, column, cells) for column in table.columns),
                )
                for row_id, label, cells in self._rows(question, answer)
            )
        state: State = "answered" if rows else _state(question, answer)
        return TableEntry(
            path=path,
            label=question.label,
            question=question,
            columns=table.columns,
            rows=rows,
            text="" if rows else answers_of.as_text(question, answer) or NOT_PROVIDED,
            state=state,
            note=_note(question, answer),
        )

    @staticmethod
    def _rows(question: Question, answer: Answer | None) -> Iterator[tuple[str, str, Cells]]:
        """(row id, name, cells) of what is printed; nothing where nobody wrote anything at all."""
        kind, value = kinds.get(question.kind), (answer or {}).get("value")
        if isinstance(kind, TableKind) and not kind.is_blank(value):
            yield from kind.rows(value, question)

    def _cell(self, section: Section, path: str, column: Question, cells: Cells) -> Cell:
        answer = cells.get(column.key)
        if not self._cell_is_given(section, path, column, cells):
            text, state, value = LEFT_OUT, "withheld", None
        elif column.kind == "computed":
            text, value = answers_of.cell_text(column, cells), answers_of.cell_value(column, cells)
            state = "answered" if text else "not_provided"
        else:
            text, state = self._text(column, answer), _state(column, answer)
            value = (answer or {}).get("value") if state == "answered" else None
        return Cell(
            path=f"{path}.{column.key}",
            label=column.label,
            question=column,
            text=text or NOT_PROVIDED,
            state=state,  # type: ignore[arg-type]
            value=value,
        )

    def _cell_is_given(self, section: Section, path: str, column: Question, cells: Cells) -> bool:
        if not self.audience.gives(self.roles, section, column, cells.get(column.key)):
            return False
        if column.kind != "computed":
            return True
        table = self.form.question(path).table
        return all(
            self._cell_is_given(section, path, source, cells)
            for source in _made_of(column, table.columns if table else ())
        )

    def _name_of_row(self, path: str, row_id: str) -> str:
        names = self._names_of_rows(path)
        if not names and not self._table_is_given(path):
            return LEFT_OUT
        return names.get(row_id, _("A row that was taken away"))

    def _table_is_given(self, path: str) -> bool:
        try:
            section, question = self.form.section(path.partition(".")[0]), self.form.question(path)
        except KeyError:
            return False
        return self.asked.is_asked(path) and self._is_given(section, question)

    def _names_of_rows(self, path: str) -> dict[str, str]:
        """Row id -> name of the rows of a table, as this copy may name them: "Target 2: ..."."""
        if path not in self._row_names:
            self._row_names[path] = {}
            self._row_names[path] = dict(self._find_names(path))
        return self._row_names[path]

    def _find_names(self, path: str) -> Iterator[tuple[str, str]]:
        if not self._table_is_given(path):
            return
        section, question = self.form.section(path.partition(".")[0]), self.form.question(path)
        answer = self.given[section.key].get(question.key)
        for row_id, label, cells in self._rows(question, answer):
            words = next(
                (
                    answers_of.cell_text(column, cells)
                    for column in (question.table.columns if question.table else ())
                    if column.kind in ("text", "long_text")
                    and column.key in cells
                    and self._cell_is_given(section, path, column, cells)
                ),
                "",
            )
            yield row_id, f"{label}: {_short(words)}" if words else label


# -- small things -------------------------------------------------------------------------------


def _made_of(question: Question, others: tuple[Question, ...]) -> Iterator[Question]:
    """The questions, or columns, from which an answer is worked out."""
    keys = {name.partition(".")[0] for name in question.limits["of"]}
    yield from (other for other in others if other.key in keys)


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


def _state(question: Question, answer: Answer | None) -> State:
    if not answer:
        return "not_provided"
    if "removed" in answer:
        return "removed"
    if "typed" in answer:
        return "typed"
    if "none" in answer:
        return "none"
    return "answered" if answers_of.is_answered(question, answer) else "not_provided"


def _note(question: Question, answer: Answer | None) -> str:
    """Where an answer comes from, whom to ask, or what is wrong with it; "" for most."""
    if not answer:
        return ""
    notes = []
    if "typed" in answer:
        notes += answers_of.problems(question, answer)
    if answer.get("ask"):
        notes.append(
            _("To ask: %(who)s.") % {"who": role_keys.LABELS.get(answer["ask"], answer["ask"])}
        )
    if answer.get("for") == "child":
        notes.append(_("Written down for the child."))
    elif answer.get("for") == "carer":
        notes.append(_("Written down for the carer."))
    if answer.get("confirmed_at"):
        day = printed_day(answer["confirmed_at"])
        notes.append(_("From the last PEP, confirmed on %(day)s.") % {"day": day})
    elif str(answer.get("source", "")).startswith("submission:"):
        notes.append(_("From the last PEP."))
    return " ".join(notes)


def _facts(head: Head) -> Iterator[Fact]:
    """The title block: what plan this is, of whom, where, and when it was sent."""
    school = (head.get("school") or {}).get("name", "")
    for label, text in (
        (_("Name"), (head.get("child") or {}).get("legal_name", "")),
        (_("School or setting"), school),
        (_("Year group"), str(head.get("year_group") or "")),
        (_("Kind of PEP"), head.get("kind_label", "")),
        (_("Term"), head.get("term_label", "")),
        (_("Last day to send"), printed_day(head.get("due"))),
        (_("Sent"), printed_day(head.get("sent_at"))),
        (_("Reference"), head.get("reference", "")),
    ):
        if text:
            yield Fact(label, text)


def printed_day(iso: str | None) -> str:
    """ "24 November 2026" for an ISO date or moment, in the council's own zone; words stay."""
    try:
        moment = datetime.datetime.fromisoformat((iso or "").replace("Z", "+00:00"))
    except ValueError:
        return iso or ""
    return long_date((local(moment) if moment.tzinfo else moment).date())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _NAME_LENGTH else f"{line[: _NAME_LENGTH - 1].rstrip()}…"
