"""Riverside's own question and section, in one file."""

import re

from django.apps import AppConfig

from pep_plugin.sections import kinds, roles
from pep_plugin.sections.definitions.added import add_section
from pep_plugin.sections.kinds.texts import ShortText
from pep_plugin.sections.schema import Choice, Page, Question, Section


class BusPass(ShortText):
    """The number on a bus pass: two letters and six figures."""

    key = "riverside_bus_pass"
    label = "Bus pass number"

    def parse(self, raw, question):
        """Stored in capitals and without spaces, however it was typed."""
        text = super().parse(raw, question)
        return text and re.sub(r"\s", "", text).upper()

    def errors(self, value, question):
        if re.fullmatch(r"[A-Z]{2}[0-9]{6}", value):
            return []
        return ["A bus pass has two letters and six figures, like RB 123 456."]

    def as_text(self, value, question):
        return "" if not value else f"{value[:2]} {value[2:5]} {value[5:]}"

    def sample(self, question):
        return "RB123456"


kinds.register(BusPass())
add_section(
    Section(
        key="riverside_travel",
        title="Getting to school",
        owner_role=roles.DESIGNATED_TEACHER,
        pages=(
            Page(
                questions=(
                    Question(
                        key="how",
                        label="How does the child get to school?",
                        kind="choice",
                        choices=(Choice("foot", "On foot"), Choice("bus", "By bus")),
                    ),
                    Question(key="bus_pass", label="Bus pass", kind="riverside_bus_pass"),
                )
            ),
        ),
    ),
    forms=("early-years", "primary", "secondary", "post-16"),
    after="attendance",
)


class RiversideConfig(AppConfig):
    name = "tests.testsite.riverside"
    label = "riverside"
