"""Rows that count from a day to a day, both included, in the council's zone."""

import datetime
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pep_plugin.conf import today

Row = TypeVar("Row", bound=models.Model)


def on_day(day: datetime.date, prefix: str = "") -> Q:
    """Rows in force on a day. ``prefix`` reaches through a relation ("posts__")."""
    return Q(**{f"{prefix}starts__lte": day}) & (
        Q(**{f"{prefix}ends": None}) | Q(**{f"{prefix}ends__gte": day})
    )


class DatedQuerySet(models.QuerySet[Row]):
    def on(self, day: datetime.date) -> "DatedQuerySet[Row]":
        """In force on the day."""
        return self.filter(on_day(day))

    def current(self) -> "DatedQuerySet[Row]":
        """In force today."""
        return self.on(today())


class Dated(models.Model):
    """``starts`` to ``ends``, both days included; no end means still in force."""

    starts = models.DateField(_("from"), default=today)
    ends = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.ends and self.starts and self.ends < self.starts:
            raise ValidationError({"ends": _("The last day cannot be before the first.")})


#: Where a record came from.
class Source(models.TextChoices):
    TYPED = "typed", _("Typed")
    IMPORT = "import", _("Imported")
    SUBMISSION = "submission", _("From a PEP")
