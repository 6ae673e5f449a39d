"""One form class for every screen: its questions come from the definition, its answers go back.

Nothing is refused here. ``collect`` gives an answer for whatever stands on the page;
``check`` says in sentences what is still wrong, for who presses Continue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from pep_plugin.entry.around import Around
from pep_plugin.entry.controls import Control
from pep_plugin.entry.listed import ListedPart, listed_part
from pep_plugin.entry.parts import FilesPart, Problem, ShownPart, TypedPart, typed_part
from pep_plugin.entry.renderer import EntryRenderer
from pep_plugin.entry.row_part import RowPart
from pep_plugin.entry.rows import TablePart
from pep_plugin.entry.tables import table_part
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer, Asked
from pep_plugin.sections.kinds.files import Files
from pep_plugin.sections.kinds.tables import TableKind, new_row_id
from pep_plugin.sections.schema import Question, Step

Part = ShownPart | FilesPart | TypedPart | TablePart | ListedPart | RowPart
#: Parts in which something is answered.
Answering = TypedPart | TablePart | ListedPart | RowPart
#: No section is saved more often; more digits than an integer of the database holds are forged.
_REVISION = re.compile(r"[0-9]{1,9}")


class PageForm(forms.Form):
    """A screen. ``initial``: the section's answers. ``data``: what was posted, if anything.

    A hidden field per question names it and the section's revision it was drawn from, so that an
    empty box and a box that was not there are told apart, and each answer has its own base.
    """

    default_renderer = EntryRenderer
    use_required_attribute = False
    template_name = "pep_plugin/entry/page.html"

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        step: Step,
        around: Around,
        initial: Mapping[str, Answer] | None = None,
        prefix: str | None = None,
        **kwargs: Any,
    ) -> None:
        if data is not None and not hasattr(data, "getlist"):
            data = MultiValueDict(
                {key: value if isinstance(value, list) else [value] for key, value in data.items()}
            )
        super().__init__(data, files, prefix=prefix or step.name, **kwargs)
        self.data: MultiValueDict[str, Any]
        self.step = step
        self.around = around
        self.answers: Mapping[str, Answer] = initial or {}
        self.problems: list[Problem] = []
        self._added: dict[str, str] = {}
        self._removed: dict[str, str] = {}
        self._draw()

    # What stands on the page ------------------------------------------------------------------

    def _draw(self) -> None:
        self.fields = {}
        self._asked_after: Asked | None = None
        self.parts: list[Part] = []
        section = self.step.section
        asked = self.around.asked(section)
        computed = answers_of.with_computed(section, self.answers)
        self.drawn = self._drawn()
        readable = [q for q in self.step.questions if self.around.may_read(section, q)]
        for question in readable:
            is_asked = asked.is_asked(f"{section.key}.{question.key}")
            if is_asked or question.key in self.drawn:
                self._add(question, asked, computed)

    def _drawn(self) -> dict[str, int]:
        """Question key -> base revision, of the questions that the posted page says it held."""
        if not self.is_bound:
            return {}
        found = {}
        for mark in self.data.getlist(self.mark_name):
            key, _, revision = mark.rpartition("@")
            if key:
                found[key] = int(revision) if _REVISION.fullmatch(revision) else 0
        if not found:
            # A page without its marks: only what has a value in it was there. Revision nought
            # makes whatever stands there a conflict, so nothing is overwritten unseen.
            found = {
                question.key: 0
                for question in self.step.questions
                if self._has_value(self.add_prefix(question.key))
            }
        return found

    def _has_value(self, name: str) -> bool:
        """Whether the posted page holds a control of this name: one box, a date's, or a table's."""
        boxes = {name, f"{name}_0", f"{name}_1", f"{name}_2", f"{name}__none"}
        return any(given in boxes or given.startswith(f"{name}-") for given in self.data)

    def _add(self, question: Question, asked: Asked, computed: Mapping[str, Answer]) -> None:
        section = self.step.section
        name = self.add_prefix(question.key)
        data = self.data if question.key in self.drawn else None
        base = self.drawn.get(question.key, self.around.revisions.get(section.key, 0))
        is_required = asked.is_required(question)
        if self.around.has_row_pages and question.table and question.table.has_row_pages:
            self.parts.append(
                listed_part(
                    question,
                    section,
                    self.around,
                    name=name,
                    base=base,
                    is_required=is_required,
                    data=data,
                )
            )
            return
        if isinstance(kinds.get(question.kind), TableKind):
            self.parts.append(
                table_part(
                    question,
                    section,
                    self.around,
                    name=name,
                    base=base,
                    is_required=is_required,
                    data=data,
                    renderer=self.renderer,
                    added=[self._added[question.key]] if question.key in self._added else [],
                    removed=[self._removed[question.key]] if question.key in self._removed else [],
                )
            )
            return
        if isinstance(kinds.get(question.kind), Files):
            text = answers_of.as_text(question, self.answers.get(question.key))
            address = self.around.files_at(f"{section.key}.{question.key}")
            self.parts.append(FilesPart(question, text, address, is_required))
            return
        control = None
        if question.is_typed:
            control = Control.make(
                question,
                self.around.links(question),
                name=name,
                answer=self.answers.get(question.key),
                data=data,
                renderer=self.renderer,
            )
        if control is None:
            text = self.around.shown.get(question.shows, "")
            if not question.shows:
                text = answers_of.as_text(question, computed.get(question.key))
            self.parts.append(ShownPart(question, text))
            return
        control.find_at = self.around.find_at(question, question.key)
        control.kinder = self.around.kinder(question, control.raw)
        self.fields[question.key] = control.field
        self.parts.append(
            typed_part(
                control,
                base=base,
                is_required=is_required,
                previous=self.around.previous.get(section.key, {}).get(question.key),
                around=self.around,
                data=data,
            )
        )

    def get_context(self) -> dict[str, Any]:
        """For the template: the parts, not Django's list of bound fields."""
        return {
            "form": self,
            "parts": self.parts,
            "beside": [(part, self._worry(part.question)) for part in self.parts],
        }

    def _worry(self, question: Question) -> str:
        """Where "I am worried about this" leads, beside words that stand there already."""
        return self.around.worry_at(self.step.section, question)

    @property
    def mark_name(self) -> str:
        """The name of the hidden field that says which questions are on the page."""
        # Two underscores: no question of the page can have this name.
        return f"{self.prefix}__asked"

    def typed_parts(self) -> list[Answering]:
        return [part for part in self.parts if isinstance(part, Answering)]

    def bases(self) -> dict[str, int]:
        """Question key -> the revision its control was drawn from."""
        return {part.question.key: part.base for part in self.typed_parts()}

    # What comes back --------------------------------------------------------------------------

    def collect(self) -> dict[str, Answer | None]:
        """The answer of every question that the page held; ``None`` for an empty one."""
        return {
            part.question.key: part.read()
            for part in self.typed_parts()
            if not self.is_bound or part.question.key in self.drawn
        }

    def asked_after(self) -> Asked:
        """What is asked once this page is saved."""
        if self._asked_after is None:
            self._asked_after = self.around.asked(self.step.section, self.collect())
        return self._asked_after

    def clean(self) -> None:
        """Django's hook for ``is_valid``: the sentences, as errors of the form."""
        self.check()
        for problem in self.problems:
            self.add_error(None, problem.sentence)

    def check(self) -> bool:
        """Whether Continue may go on; fills ``problems`` and the errors beside the controls."""
        posted = self.collect()
        section = self.step.section
        asked = self.asked_after()
        self.problems = []
        for part in self.typed_parts():
            question = part.question
            if not asked.is_asked(f"{section.key}.{question.key}"):
                continue
            answer = posted.get(question.key)
            is_answered = answers_of.is_answered(question, answer)
            is_missing = asked.is_required(question) and not is_answered
            missing = answers_of.missing(question) if is_missing else ""
            if not isinstance(part, TypedPart):
                self.problems += part.check(missing)
                continue
            sentences = answers_of.problems(question, answer)
            self.problems += part.check(sentences or ([missing] if missing else []))
        return not self.problems

    def newly_asked(self) -> bool:
        """Whether what was typed brings a question onto this page that it did not hold."""
        section = self.step.section
        asked = self.asked_after()
        on_page = {part.question.key for part in self.parts}
        return any(
            asked.is_asked(f"{section.key}.{question.key}") and question.key not in on_page
            for question in self.step.questions
            if question.is_typed and self.around.may_read(section, question)
        )

    # Buttons that change the page and save nothing ---------------------------------------------

    def _table(self, key: str) -> TablePart | None:
        for part in self.parts:
            if isinstance(part, TablePart) and part.question.key == key:
                return part
        return None

    def add_row(self, key: str) -> bool:
        """One more empty row, with the focus in it. False when the page has no such table."""
        table = self._table(key)
        if table is None or not table.can_add:
            return False
        self._added[key] = new_row_id()
        self._draw()
        table = self._table(key)
        controls = table.rows[-1].controls() if table else []
        if controls:
            controls[0].has_focus = True
        return True

    def remove_row(self, key: str, row_id: str) -> str:
        """Take a row off the page; its label, or "" when there is no such row."""
        table = self._table(key)
        gone = next((row for row in table.rows if row.id == row_id), None) if table else None
        if gone is None or not gone.can_remove:
            return ""
        self._removed[key] = row_id
        self._draw()
        table = self._table(key)
        if table:
            table.focus_on_add = True
        return gone.label

    def use_last(self, key: str) -> bool:
        """Put last term's words into the control. False when there are none."""
        previous = self.around.previous.get(self.step.section.key, {}).get(key)
        for part in self.parts:
            if (
                isinstance(part, TypedPart)
                and part.question.key == key
                and part.can_start_from_last
            ):
                part.control.fill(previous)
                part.last = ""
                return True
        return False
