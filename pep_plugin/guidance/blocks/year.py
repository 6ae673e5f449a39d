"""The year: its terms with their last days to send, as a table and along a line."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.guidance.dates import moments, year_at_a_glance


class DatesBlock(blocks.StructBlock):
    """The terms of this academic year with their last days to send, read from the terms."""

    heading = blocks.CharBlock(max_length=80, default="The year at a glance")
    note = blocks.CharBlock(
        max_length=160,
        required=False,
        default="Each PEP reaches the Virtual School by these dates",
    )

    class Meta:
        icon = "date"
        label = _("Dates of the year")
        description = _("The terms and their last days to send. Nothing to type.")
        template = "pep_plugin/guidance/dates.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``terms`` is empty where none is entered: the page then says whom to ask."""
        context = super().get_context(value, parent_context=parent_context)
        context["terms"] = year_at_a_glance()
        return context


class TimelineBlock(blocks.StructBlock):
    """What happens when in this academic year, from the terms themselves."""

    heading = blocks.CharBlock(max_length=80, default="The year, step by step")
    note = blocks.CharBlock(max_length=160, required=False, label=_("Note"))

    def is_empty(self, value: Any) -> bool:
        """Where no term is entered there is no line to draw."""
        return not year_at_a_glance()

    class Meta:
        icon = "history"
        label = _("Timeline of the year")
        description = _("What happens when in this academic year. Nothing to type.")
        template = "pep_plugin/guidance/timeline.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``moments`` is empty where no term is entered: the block is then left out."""
        context = super().get_context(value, parent_context=parent_context)
        context["moments"] = moments(year_at_a_glance())
        return context
