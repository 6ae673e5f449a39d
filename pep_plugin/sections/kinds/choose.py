"""Choosing: yes or no, one, many, and scales in words, faces or numbers."""

from typing import Any

from pep_plugin.sections import codelists
from pep_plugin.sections.kinds.base import Kind, Raw, Unreadable, Value
from pep_plugin.sections.schema import Choice, Question
from pep_plugin.sections.text import normalise_text


class OneChoice(Kind):
    """The code of one option. Word and imports may also name it by its label."""

    key = "choice"
    label = "One choice"

    def choices(self, question: Question) -> tuple[Choice, ...]:
        """The options, from the question itself or the code list that it names.

        None for a list that is no longer installed: its answers are still shown, by their codes.
        """
        if isinstance(question.choices, str):
            return codelists.get(question.choices) if codelists.has(question.choices) else ()
        return question.choices

    def read_one(self, text: str, question: Question) -> str:
        choices = self.choices(question)
        # Codes before labels: in one list, “4” may be a code of one option and a label of another.
        for choice in choices:
            if text == choice.code:
                return choice.code
        for choice in choices:
            if text.casefold() == choice.label.casefold():
                return choice.code
        raise Unreadable(f"“{text}” is not one of the choices. Choose one from the list.")

    def label_of(self, code: str, question: Question) -> str:
        """The label; a code that the list no longer holds stands for itself."""
        return next((c.label for c in self.choices(question) if c.code == code), str(code))

    def parse(self, raw: Raw, question: Question) -> Value:
        text = normalise_text(raw if isinstance(raw, str) else " ".join(raw)).strip()
        return self.read_one(text, question) if text else None

    def as_text(self, value: Value, question: Question) -> str:
        return "" if self.is_blank(value) else self.label_of(value, question)

    def export_columns(self, question: Question) -> list[tuple[str, str]]:
        return [("", question.label), ("code", f"{question.label}: code")]

    def export(self, value: Value, question: Question) -> dict[str, str]:
        return {"": self.as_text(value, question), "code": value or ""}

    def sample(self, question: Question) -> Value:
        return self.choices(question)[0].code


class YesNo(OneChoice):
    key = "yes_no"
    label = "Yes or no"
    options = (Choice("yes", "Yes"), Choice("no", "No"))

    def choices(self, question: Question) -> tuple[Choice, ...]:
        return self.options

    def export_columns(self, question: Question) -> list[tuple[str, str]]:
        return [("", question.label)]

    def export(self, value: Value, question: Question) -> dict[str, str]:
        return {"": self.as_text(value, question)}


class Scale(OneChoice):
    """Steps from low to high: ``limits={"points": 10}`` for 0 to 10, or choices in words."""

    key = "scale"
    label = "Scale"

    def choices(self, question: Question) -> tuple[Choice, ...]:
        if question.choices:
            return super().choices(question)
        most = int(question.limits.get("points", 10))
        return tuple(Choice(str(number), str(number)) for number in range(most + 1))


class ManyChoices(OneChoice):
    """A list of codes in the order of the options; ``limits={"max_choices": 3}``."""

    key = "choices"
    label = "Many choices"
    takes_many = True

    def parse(self, raw: Raw, question: Question) -> Value:
        # Kept apart by semicolons when they come as one text, since labels may hold commas.
        texts = raw.split(";") if isinstance(raw, str) else raw
        codes = {self.read_one(text.strip(), question) for text in texts if text.strip()}
        ordered = [choice.code for choice in self.choices(question) if choice.code in codes]
        return ordered or None

    def raw(self, value: Value, question: Question) -> Raw:
        return list(value or [])

    def errors(self, value: Any, question: Question) -> list[str]:
        most = question.limits.get("max_choices")
        if most is not None and len(value or []) > most:
            return [f"Choose {most} at most. You have chosen {len(value)}."]
        return []

    def as_text(self, value: Any, question: Question) -> str:
        return "; ".join(self.label_of(code, question) for code in value or [])

    def export(self, value: Any, question: Question) -> dict[str, str]:
        return {"": self.as_text(value, question), "code": "; ".join(value or [])}

    def sample(self, question: Question) -> Value:
        return [choice.code for choice in self.choices(question)[:2]]
