"""A child's sessions at school, as the register counts them: half days, by term and by year."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.conf import today
from pep_plugin.people.dated import Source
from pep_plugin.people.models.child import Child

#: The figures of a period, in the order in which a register gives them.
FIGURES = ("possible", "attended", "authorised", "unauthorised")


class Attendance(models.Model):
    """One period of one child. ``term``: the key of a term; "" for the whole school year so far."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="attendance")
    academic_year = models.PositiveSmallIntegerField(_("academic year begins in"))
    term = models.CharField(_("term"), max_length=20, blank=True)
    possible = models.PositiveSmallIntegerField(_("possible sessions"))
    attended = models.PositiveSmallIntegerField(_("sessions attended"))
    authorised = models.PositiveSmallIntegerField(_("authorised absence"), default=0)
    unauthorised = models.PositiveSmallIntegerField(_("unauthorised absence"), default=0)
    as_of = models.DateField(_("as of"), default=today)
    source = models.CharField(max_length=20, choices=Source.choices, default=Source.TYPED)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-academic_year", "term"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "academic_year", "term"], name="pep_one_attendance_per_period"
            )
        ]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")

    def __str__(self) -> str:
        return f"Attendance of {self.child}"
