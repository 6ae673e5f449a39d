"""Text: short, long, and the two names that are looked up or typed: a person, a school."""

import re
from typing import Any

from pep_plugin.sections.kinds.base import Kind, Raw, Unreadable, Value
from pep_plugin.sections.schema import Question
from pep_plugin.sections.text import normalise_text

SHORT_LIMIT = 250
LONG_LIMIT = 50_000


class ShortText(Kind):
    key = "text"
    label = "Short text"
    limit = SHORT_LIMIT

    def errors(self, value: Value, question: Question) -> list[str]:
        most = int(question.limits.get("max_length", self.limit))
        if isinstance(value, str) and len(value) > most:
            return [f"Use {most:,} characters or fewer. You have used {len(value):,}."]
        return []

    def sample(self, question: Question) -> Value:
        return "Łucja’s “best” idea"


class LongText(ShortText):
    key = "long_text"
    label = "Long text"
    limit = LONG_LIMIT

    def sample(self, question: Question) -> Value:
        return "Enjoys explaining how things work.\nLed the bridge-building group & wrote <notes>."


class PersonName(ShortText):
    """Somebody by name, with an account or without."""

    key = "person"
    label = "Person"

    def sample(self, question: Question) -> Value:
        return "Ngozi Okafor"


_URN_AT_END = re.compile(r"^(?P<name>.*?)\s*\((?:URN\s*)?(?P<urn>\d{6})\)$", re.S)


class SchoolName(Kind):
    """A school: ``{"name": ..., "urn": "123456" or ""}``; typed as "Name (123456)"."""

    key = "school"
    label = "School"

    def parse(self, raw: Raw, question: Question) -> Value:
        text = super().parse(raw, question)
        if text is None:
            return None
        found = _URN_AT_END.match(text)
        if found is None:
            return {"name": text, "urn": ""}
        if not found["name"]:
            raise Unreadable("Enter the name of the school before its number in brackets.")
        return {"name": found["name"], "urn": found["urn"]}

    def raw(self, value: Value, question: Question) -> Raw:
        return self.as_text(value, question)

    def as_text(self, value: Any, question: Question) -> str:
        if self.is_blank(value):
            return ""
        name = normalise_text(value["name"])
        return f"{name} ({value['urn']})" if value.get("urn") else name

    def errors(self, value: Value, question: Question) -> list[str]:
        if value and len(value["name"]) > SHORT_LIMIT:
            return [f"Use {SHORT_LIMIT} characters or fewer for the name of the school."]
        return []

    def export_columns(self, question: Question) -> list[tuple[str, str]]:
        return [("", question.label), ("urn", f"{question.label}: URN")]

    def export(self, value: Any, question: Question) -> dict[str, str]:
        value = value or {}
        return {"": value.get("name", ""), "urn": value.get("urn", "")}

    def sample(self, question: Question) -> Value:
        return {"name": "Harrow Lane Primary School", "urn": "900001"}
