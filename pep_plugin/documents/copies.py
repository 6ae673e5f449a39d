"""What one copy gives: by its audience, by who asks for it, and by the readers of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pep_plugin.documents.audiences import (
    SCHOOL_CONFIDENTIAL,
    Audience,
    Treatment,
    strictest,
)
from pep_plugin.sections import roles
from pep_plugin.sections.answers import Answer, Answers
from pep_plugin.sections.schema import Form, Question, Section

Given = Mapping[str, Answer]


class Copy:
    """The answers that may stand in one copy; each question of the walk asks here."""

    def __init__(
        self,
        audience: Audience,
        asking: frozenset[str],
        live: Form | None,
        *,
        is_school_confidential: bool,
    ) -> None:
        self.audience = audience
        self.asking = asking
        self.hides_school = is_school_confidential and audience.hides_school
        self._live = (
            {path: (section, asked) for path, section, asked in live.paths()} if live else {}
        )

    @property
    def people_left_out(self) -> frozenset[str]:
        """Roles whose holders are not named."""
        school = roles.SCHOOL if self.hides_school else frozenset()
        return self.audience.people_left_out | school

    def treatment(self, section: Section, question: Question, given: Given) -> Treatment:
        """What becomes of an answer among the section's."""
        answer = given.get(question.key)
        today = self._live.get(f"{section.key}.{question.key}")
        return strictest(
            self._treatment(section, question, answer),
            *([self._treatment(*today, answer)] if today else ()),
            *(self.treatment(section, o, given) for o in _made_of(question, section.questions)),
        )

    def gives(self, section: Section, question: Question, given: Given) -> bool:
        return self.treatment(section, question, given) == "given"

    def cell_treatment(
        self, section: Section, table: tuple[Question, ...], column: Question, cells: Given
    ) -> Treatment:
        """What becomes of a cell; ``table``: all its columns."""
        return strictest(
            self._treatment(section, column, cells.get(column.key)),
            *(self.cell_treatment(section, table, o, cells) for o in _made_of(column, table)),
        )

    def columns(self, section: Section, table: tuple[Question, ...]) -> tuple[Question, ...]:
        """The columns that the copy has at all."""
        return tuple(
            column
            for column in table
            if self.cell_treatment(section, table, column, {}) != "no_trace"
        )

    def _treatment(self, section: Section, question: Question, answer: Answer | None) -> Treatment:
        return self.audience.treatment(
            self.asking, section, question, answer, hides_school=self.hides_school
        )


def says_that_school_is_confidential(answers: Answers) -> bool:
    """Whether the plan itself says so."""
    section, _dot, key = SCHOOL_CONFIDENTIAL.partition(".")
    return bool(answers.get(section, {}).get(key, {}).get("value") == "yes")


def _made_of(question: Question, others: tuple[Question, ...]) -> Iterator[Question]:
    """The questions, or columns, from which an answer is worked out: it tells what they tell."""
    if question.kind == "computed":
        keys = {name.partition(".")[0] for name in question.limits["of"]}
        yield from (other for other in others if other.key in keys)
