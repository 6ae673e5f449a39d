"""When somebody last read a page through, and who: pages go stale where nobody looks."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from pep_plugin.conf import conf, today

_DAYS_OF_A_MONTH = 30.44


class ReviewedMixin(models.Model):
    """A page with a day of its last review and the name of the reviewer."""

    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_("When somebody last read the whole page and found it right."),
    )
    reviewed_by = models.CharField(
        _("reviewed by"),
        max_length=120,
        blank=True,
        help_text=_("A name or a team. It stands on the page."),
    )

    review_panels = [
        MultiFieldPanel([FieldPanel("reviewed_on"), FieldPanel("reviewed_by")], heading=_("Review"))
    ]

    class Meta:
        abstract = True


def stale_before() -> datetime.date:
    """Pages last reviewed before this day are due (``PEP_PLUGIN["REVIEW_AFTER_MONTHS"]``)."""
    return today() - datetime.timedelta(days=round(conf.REVIEW_AFTER_MONTHS * _DAYS_OF_A_MONTH))
