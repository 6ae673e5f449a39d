"""One question in which something is typed: its control, what stands in it, and the answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms.renderers import BaseRenderer
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pep_plugin.entry.fields import RowChoices, TypedField, field_for, raw_of
from pep_plugin.entry.kinder import Kinder
from pep_plugin.entry.widgets import Radios
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds import Raw
from pep_plugin.sections.roles import LABELS
from pep_plugin.sections.schema import Question

_EXAMPLES = {
    "date": gettext_lazy("For example, 27 3 2026."),
    "time": gettext_lazy("For example, 2:30pm."),
    "school": gettext_lazy("The school’s name, and its number in brackets if you know it."),
}


def _same(raw: Raw, stored: Raw) -> bool:
    """Ticked boxes come back in the order of the options, however they were stored."""
    if isinstance(raw, list) and isinstance(stored, list):
        return sorted(raw) == sorted(stored)
    return raw == stored


class Control:
    """``name`` is the control's name in the posted form. ``data``: what was posted, if anything."""

    def __init__(
        self,
        question: Question,
        field: TypedField,
        *,
        name: str,
        answer: Answer | None,
        data: Mapping[str, Any] | None,
        renderer: BaseRenderer,
    ) -> None:
        self.question = question
        self.field = field
        self.name = name
        self.answer = answer
        self.errors: list[str] = []
        self.notes: list[str] = []
        self.has_focus = False
        #: Kinder words for what stands here; None where none are suggested.
        self.kinder: list[Kinder] | None = None
        #: Where its school is looked up: "question" or "question.row.column"; "" where it is not.
        self.find_at = ""
        self._renderer = renderer
        stored = raw_of(question, answer)
        self.raw: Raw = stored
        if data is not None:
            self.raw = field.clean(field.widget.value_from_datadict(data, {}, name))
        self.is_untouched = _same(self.raw, stored)
        if isinstance(field.widget, Radios) and self.raw and question.required is False:
            # Radios cannot be let go of once one is chosen; an optional question can be.
            field.widget.choices = [*field.widget.choices, ("", _("No answer"))]

    @classmethod
    def make(cls, question: Question, rows: RowChoices, **kwargs: Any) -> Control | None:
        """The control; ``None`` for a question in which nothing is typed."""
        field = field_for(question, rows)
        return cls(question, field, **kwargs) if field else None

    def read(self) -> Answer | None:
        """The answer for what stands in the control. Never fails."""
        if self.is_untouched and self.answer and "none" not in self.answer:
            return self.answer
        return answers_of.read(self.question, self.raw)

    @property
    def id(self) -> str:
        return f"id_{self.name}"

    @property
    def is_group(self) -> bool:
        """Several controls under one question: a fieldset with a legend."""
        return bool(self.field.widget.use_fieldset)

    @property
    def first_id(self) -> str:
        """Where a link to this question leads: its first control."""
        return f"{self.id}_0" if self.is_group else self.id

    @property
    def label(self) -> str:
        return self.question.label

    @property
    def hints(self) -> list[str]:
        """The question's help, an example where a kind has one, and whose words these are."""
        owner = self.question.owner_role
        role = f"the {LABELS[owner].lower().removeprefix('the ')}" if owner else ""
        whose = _("For %(role)s to say.") % {"role": role} if role else ""
        example = str(_EXAMPLES.get(self.question.kind, ""))
        return [text for text in (self.question.help, example, whose, *self.notes) if text]

    @property
    def prefix_sign(self) -> str:
        return "£" if self.question.kind == "money" else ""

    @property
    def was_removed(self) -> str:
        """The sentence in place of an answer that was taken out of the record; "" otherwise."""
        if self.answer and "removed" in self.answer:
            return answers_of.as_text(self.question, self.answer)
        return ""

    @property
    def described_by(self) -> str:
        """Ids of what a screen reader says after the label."""
        found = [f"{self.id}-hint"] if self.hints else []
        found += [f"{self.id}-error"] if self.errors else []
        found += [f"{self.id}-kinder"] if self.kinder else []
        return " ".join(found)

    def control(self) -> SafeString:
        """The control's own mark-up, described by its hints and errors."""
        attrs: dict[str, Any] = {"id": self.id}
        if not self.is_group:
            if self.described_by:
                attrs["aria-describedby"] = self.described_by
            if self.errors:
                attrs["aria-invalid"] = "true"
        if self.has_focus:
            attrs["autofocus"] = True
        return self.field.widget.render(self.name, self.raw, attrs, renderer=self._renderer)

    def fill(self, answer: Answer | None) -> None:
        """Put another answer into the control, with the focus on it."""
        self.raw = raw_of(self.question, answer)
        self.is_untouched = False
        self.has_focus = True
