"""This year's dates, from the terms themselves, and the council's own beside them."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from pep_plugin.conf import today
from pep_plugin.guidance.dates import next_year, year_at_a_glance
from pep_plugin.guidance.dates_panel import DatesPanel
from pep_plugin.guidance.mixins.guidance import GuidanceMixin


class OwnDateBlock(blocks.StructBlock):
    """A date of the council's own, such as a training day for designated teachers."""

    what = blocks.CharBlock(max_length=120, label=_("What"))
    day = blocks.DateBlock(label=_("Date"))
    note = blocks.CharBlock(max_length=160, required=False, label=_("Note"))

    class Meta:
        icon = "date"
        label = _("Date")


class DatesMixin(GuidanceMixin):
    """The last days to send, which nobody types twice, and dates that only this page knows."""

    own_dates = StreamField(
        [("date", OwnDateBlock())],
        blank=True,
        verbose_name=_("other dates"),
        help_text=_("Dates besides the terms. A date that is over leaves the page by itself."),
    )

    dates_panels = [DatesPanel(heading=_("Days to look at")), FieldPanel("own_dates")]
    pep_template = "pep_plugin/guidance/dates_page.html"
    pep_kind = "dates"

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """``terms`` of this academic year, ``next_terms``; ``own``: dates to come, in order."""
        context = super().get_context(request, *args, **kwargs)
        context["terms"] = year_at_a_glance()
        context["next_terms"] = next_year()
        days = [block.value for block in self.own_dates]
        now = today()
        context["own"] = sorted(
            (one for one in days if one["day"] and one["day"] >= now), key=lambda one: one["day"]
        )
        return context
