"""Answers as objects, and what they mean for a form: asked, answered, complete, ready to send.

An answer is JSON with exactly one of ``value``, ``none`` or ``typed``:

* ``{"value": ...}`` what the question's kind stores;
* ``{"none": "unknown" | "not_applicable" | "not_said", "ask": role key or name}``;
* ``{"typed": "31 Feb"}`` text that its kind could not read: kept, counts as unanswered;
* ``{"removed": {"on": "2026-11-24", "reason": ...}}`` in a submission, after removal; a table
  that lost single cells says ``partly`` with the same, beside its ``value``.

Beside it may stand ``for`` (self, child, carer), ``by`` (person id), ``at`` (ISO moment),
``confirmed_by``, ``confirmed_at``, ``source``, ``readers`` (the person's own choice) and
``readers_then`` (the readers in force when it was typed). What a new plan began with says
``to_confirm`` until somebody says that it is still right, and ``stale`` with it where it is so old
that it is asked by itself; ``reviewed_at`` is when that was last done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pep_plugin.sections import kinds
from pep_plugin.sections.kinds import files, numbers, tables
from pep_plugin.sections.schema import Form, Question, Section
from pep_plugin.sections.text import normalise_text

Answer = dict[str, Any]
#: Answers of one plan: section key -> question key -> answer.
Answers = Mapping[str, Mapping[str, Answer]]
#: What a plan knows of itself: phase, kind, term, age and year group on the reference date ...
Context = Mapping[str, Any]

CONTENT = ("value", "none", "typed", "removed")
NONE_REASONS = {
    "unknown": "Not known yet",
    "not_applicable": "Does not apply",
    "not_said": "Prefers not to say",
}
NOT_PROVIDED = "Not provided"


def content(answer: Answer | None) -> Any:
    """What is compared when two people saved: value, reason or text, without who and when.

    ``None`` for no answer at all.
    """
    if not answer:
        return None
    if "value" in answer and answer["value"] in (None, "", []):
        return None
    return {
        key: answer[key] for key in (*CONTENT, "ask", "for", "readers") if key in answer
    } or None


def read(question: Question, raw: kinds.Raw) -> Answer | None:
    """The answer for what was typed; ``None`` for nothing. Never fails: unreadable is ``typed``."""
    clean = normalise_text(raw) if isinstance(raw, str) else [normalise_text(one) for one in raw]
    try:
        value = kinds.get(question.kind).parse(clean, question)
    except kinds.Unreadable:
        return {"typed": clean if isinstance(clean, str) else "; ".join(clean)}
    return None if value is None else {"value": value}


def problems(question: Question, answer: Answer | None) -> list[str]:
    """Sentences on what is wrong with the answer itself; an empty answer has no problem."""
    kind = kinds.get(question.kind)
    if not answer:
        return []
    if "typed" in answer:
        try:
            kind.parse(answer["typed"], question)
        except kinds.Unreadable as error:
            return [str(error)]
        return []
    if "value" not in answer:
        return []
    found = kind.errors(answer["value"], question)
    for _row_id, label, column, cell in cells(question, answer):
        found += [f"{label}, {column.label}: {sentence}" for sentence in problems(column, cell)]
    return found


def cells(question: Question, answer: Answer) -> Iterator[tuple[str, str, Question, Answer]]:
    """(row id, row label, column, cell) of every cell that holds something, of a table's answer."""
    kind = kinds.get(question.kind)
    if question.table is None or not isinstance(kind, tables.TableKind):
        return
    for row_id, label, row in kind.rows(answer.get("value"), question):
        for column in question.table.columns:
            if column.key in row:
                yield row_id, label, column, row[column.key]


def is_answered(question: Question, answer: Answer | None) -> bool:
    """A value that could be read, or a reason for having none."""
    if not answer or "typed" in answer:
        return False
    if "none" in answer or "removed" in answer:
        return True
    return not kinds.get(question.kind).is_blank(answer.get("value"))


def as_text(question: Question, answer: Answer | None) -> str:
    """The answer in words, "" when there is none. A reason reads as the reason."""
    if not answer:
        return ""
    if "typed" in answer:
        return str(answer["typed"])
    if "removed" in answer:
        return f"Removed on {answer['removed']['on']}: {answer['removed']['reason']}"
    if "none" in answer:
        return NONE_REASONS.get(answer["none"], str(answer["none"]))
    return kinds.get(question.kind).as_text(answer.get("value"), question)


def cell_value(column: Question, row: Mapping[str, Answer]) -> Any:
    """The stored or computed value of a cell, ``None`` when there is none."""
    kind = kinds.get(column.kind)
    if isinstance(kind, numbers.Computed):
        return kind.compute(column, {key: cell.get("value") for key, cell in row.items()})
    return row.get(column.key, {}).get("value")


def cell_text(column: Question, row: Mapping[str, Answer]) -> str:
    """The words of a cell, computed ones included."""
    kind = kinds.get(column.kind)
    if isinstance(kind, numbers.Computed):
        return kind.as_text(cell_value(column, row), column)
    return as_text(column, row.get(column.key))


def with_computed(section: Section, given: Mapping[str, Answer]) -> dict[str, Answer]:
    """The section's answers and, for each computed question, what it comes to."""
    found = dict(given)
    for question in section.questions:
        value = _computed(question, found)
        if value is not None:
            found[question.key] = {"value": value}
    return found


def _computed(question: Question, given: Mapping[str, Answer]) -> str | None:
    kind = kinds.get(question.kind)
    if not isinstance(kind, numbers.Computed):
        return None
    return kind.compute(question, {key: answer.get("value") for key, answer in given.items()})


def awaits_confirmation(answer: Answer | None) -> bool:
    """Whether it came from the last plan, and nobody has said since that it is still right."""
    return bool(answer and answer.get("to_confirm"))


class Asked:
    """A form as it stands for one plan: what is asked and required, given answers and context.

    Made once for a set of answers; asks no database. ``answers`` holds answers of hidden questions
    too: they are kept, and come back when the condition holds again.
    """

    def __init__(self, form: Form, answers: Answers, context: Context) -> None:
        self.form = form
        self.answers = answers
        self.context = context
        self._values: dict[str, Any] = {f"context.{key}": value for key, value in context.items()}
        self._asked: set[str] = set()
        for section in form.sections:
            if section.applies is None or section.applies.holds(self._values):
                self._asked.add(section.key)
                self._ask(section)

    def _ask(self, section: Section) -> None:
        # A hidden question's answer must not show another question, nor count in what is worked
        # out: so answers are admitted one by one, in form order.
        given = self.answers.get(section.key, {})
        admitted: dict[str, Answer] = {}
        for question in section.questions:
            if question.applies is not None and not question.applies.holds(self._values):
                continue
            path = f"{section.key}.{question.key}"
            self._asked.add(path)
            value = _computed(question, admitted)
            answer = given.get(question.key) if value is None else {"value": value}
            if answer and "value" in answer:
                admitted[question.key] = answer
                self._values[path] = answer["value"]

    def sections(self) -> tuple[Section, ...]:
        return tuple(section for section in self.form.sections if self.questions(section))

    def questions(self, section: Section) -> tuple[Question, ...]:
        """The section's questions that are asked; none when the section itself is not."""
        if section.key not in self._asked:
            return ()
        return tuple(q for q in section.questions if f"{section.key}.{q.key}" in self._asked)

    def is_asked(self, path: str) -> bool:
        return path in self._asked

    def is_required(self, question: Question) -> bool:
        if isinstance(question.required, bool):
            return question.required
        return question.required.holds(self._values)

    def answer(self, section: Section, question: Question) -> Answer | None:
        return self.answers.get(section.key, {}).get(question.key)

    def gaps(self, section: Section) -> list[tuple[Question, str]]:
        """(question, sentence) for each thing that keeps the section from being complete."""
        found = []
        for question in self.questions(section):
            if not question.is_typed:
                continue
            answer = self.answer(section, question)
            sentences = problems(question, answer)
            if sentences:
                found += [(question, sentence) for sentence in sentences]
            elif self.is_required(question) and not is_answered(question, answer):
                found.append((question, missing(question)))
            elif self.is_required(question) and awaits_confirmation(answer):
                found.append((question, f"Say whether “{question.label}” is still right."))
            elif answer and "value" in answer:
                sentences = row_gaps(question, answer, required=self.is_required(question))
                found += [(question, sentence) for sentence in sentences]
        return found

    def counts(self, section: Section) -> tuple[int, int]:
        """(answered, asked) of the questions that people type and that are not detail."""
        asked = [q for q in self.questions(section) if q.is_typed and not q.detail]
        return sum(is_answered(q, self.answer(section, q)) for q in asked), len(asked)


def missing(question: Question) -> str:
    """The sentence for a required question without an answer; for a table, how many rows."""
    if isinstance(kinds.get(question.kind), files.Files):
        return f"Add a file under “{question.label}”."
    return next(iter(too_few_rows(question, 0)), f"Answer “{question.label}”.")


def row_gaps(question: Question, answer: Answer, *, required: bool) -> list[str]:
    """Sentences for required columns that are empty in a row, and for too few rows.

    A fixed row that is left blank is a gap only where the table itself is ``required``.
    """
    kind = kinds.get(question.kind)
    if question.table is None or not isinstance(kind, tables.TableKind):
        return []
    found = []
    rows = list(kind.rows(answer.get("value"), question))
    for _row_id, label, row in rows:
        if not (required or tables.has_content(row)):
            continue
        for column in question.table.columns:
            if column.required is True and not is_answered(column, row.get(column.key)):
                found.append(f"{label}: answer “{column.label}”.")
    return found + (too_few_rows(question, len(rows)) if required else [])


def too_few_rows(question: Question, count: int) -> list[str]:
    """A sentence when a required table has fewer rows than it asks for."""
    least = question.table.min_rows if question.table else 0
    if question.table is None or count >= least:
        return []
    name = question.table.row_name
    return [
        f"Add at least {least} {name}{'s' if least != 1 else ''}. "
        f"There {'is' if count == 1 else 'are'} {count}."
    ]


def sample(form: Form) -> dict[str, dict[str, Answer]]:
    """A valid answer to every typed question, for tests, previews and benchmarks."""
    return {
        section.key: {
            question.key: {"value": kinds.get(question.kind).sample(question)}
            for question in section.questions
            if question.is_typed
        }
        for section in form.sections
    }
