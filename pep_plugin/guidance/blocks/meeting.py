"""The meeting and the plan: who comes, what it includes, what happens in which order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PersonBlock(blocks.StructBlock):
    """One person at the table, and why they are there."""

    who = blocks.CharBlock(max_length=80, label=_("Who"))
    part = blocks.CharBlock(max_length=200, required=False, label=_("Their part"))


class AttendsBlock(blocks.StructBlock):
    """Who comes to the meeting."""

    heading = blocks.CharBlock(max_length=80, default="Who comes to the meeting")
    intro = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))
    people = blocks.ListBlock(PersonBlock(), label=_("People"))

    class Meta:
        icon = "group"
        label = _("Who attends")
        template = "pep_plugin/guidance/attends.html"


class IncludesBlock(blocks.StructBlock):
    """What the plan includes, as a list of short lines."""

    heading = blocks.CharBlock(max_length=80, default="What the plan includes")
    intro = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))
    items = blocks.ListBlock(blocks.CharBlock(max_length=160), label=_("Lines"))

    class Meta:
        icon = "list-ul"
        label = _("What the PEP includes")
        template = "pep_plugin/guidance/includes.html"


class StepsBlock(blocks.StructBlock):
    """What happens, in order."""

    heading = blocks.CharBlock(max_length=80, label=_("Heading"))
    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(max_length=80, label=_("Title"))),
                ("text", blocks.TextBlock(required=False, rows=2, label=_("Text"))),
            ]
        ),
        label=_("Steps"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "pep_plugin/guidance/steps.html"
