"""The meeting and the plan: who comes, what it includes, what happens in which order."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

#: More than this is no longer read at a glance.
MOST = 30


class PersonBlock(blocks.StructBlock):
    """One person at the table, and why they are there."""

    who = blocks.CharBlock(
        max_length=80, label=_("Who"), help_text=_("A role, never a name: the social worker.")
    )
    part = blocks.CharBlock(
        max_length=200,
        required=False,
        label=_("Their part"),
        help_text=_("Why they are there, in a few words."),
    )


class AttendsBlock(blocks.StructBlock):
    """Who comes to the meeting."""

    heading = blocks.CharBlock(max_length=80, default="Who comes to the meeting")
    intro = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))
    people = blocks.ListBlock(PersonBlock(), max_num=MOST, label=_("People"))

    def is_empty(self, value: Any) -> bool:
        """A heading with nobody under it is left out."""
        return not (value["people"] or value["intro"])

    class Meta:
        icon = "group"
        label = _("Who attends")
        description = _("The people at the meeting, and the part of each.")
        template = "pep_plugin/guidance/attends.html"


class IncludesBlock(blocks.StructBlock):
    """What the plan includes, as a list of short lines."""

    heading = blocks.CharBlock(max_length=80, default="What the plan includes")
    intro = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))
    items = blocks.ListBlock(
        blocks.CharBlock(max_length=160, label=_("Line")), max_num=MOST, label=_("Lines")
    )

    def is_empty(self, value: Any) -> bool:
        """A heading without a line under it is left out."""
        return not (value["items"] or value["intro"])

    class Meta:
        icon = "list-ul"
        label = _("What the PEP includes")
        description = _("A list of short lines with a tick before each.")
        template = "pep_plugin/guidance/includes.html"


class StepsBlock(blocks.StructBlock):
    """What happens, in order."""

    heading = blocks.CharBlock(max_length=80, label=_("Heading"))
    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                (
                    "title",
                    blocks.CharBlock(
                        max_length=80,
                        label=_("Title"),
                        help_text=_("What happens, in a few words. The number comes by itself."),
                    ),
                ),
                ("text", blocks.TextBlock(required=False, rows=2, label=_("Text"))),
            ]
        ),
        max_num=MOST,
        label=_("Steps"),
    )

    def is_empty(self, value: Any) -> bool:
        """A heading without a step under it is left out."""
        return not value["steps"]

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("What happens, in order, with numbers.")
        template = "pep_plugin/guidance/steps.html"
