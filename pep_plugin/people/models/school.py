"""Schools and teams, and which child is at which school."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.people.dated import Dated, DatedQuerySet, Source
from pep_plugin.people.models.child import Child


class SchoolQuerySet(models.QuerySet["School"]):
    def open(self) -> "SchoolQuerySet":
        return self.filter(is_open=True)

    def matching(self, words: str) -> "SchoolQuerySet":
        """Schools whose name, town, postcode or URN holds every word; open ones first."""
        found = self
        for word in words.split()[:6]:
            found = found.filter(
                models.Q(name__icontains=word)
                | models.Q(town__icontains=word)
                | models.Q(postcode__icontains=word)
                | models.Q(urn__startswith=word)
            )
        return found.order_by("-is_open", "name")


class School(models.Model):
    """A school or setting. ``urn`` is empty for settings outside the national register.

    ``overrides`` holds the council's own values by field name: a register import keeps them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    urn = models.CharField(_("URN"), max_length=10, unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=250, db_index=True)
    street = models.CharField(_("street"), max_length=250, blank=True)
    town = models.CharField(_("town"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    la_code = models.CharField(_("local authority code"), max_length=3, blank=True)
    la_name = models.CharField(_("local authority"), max_length=120, blank=True)
    establishment_number = models.CharField(max_length=4, blank=True)
    ukprn = models.CharField(max_length=8, blank=True)
    type_name = models.CharField(_("type"), max_length=120, blank=True)
    type_group_code = models.CharField(max_length=4, blank=True)
    phase_code = models.CharField(max_length=4, blank=True)
    phase_name = models.CharField(_("phase"), max_length=60, blank=True)
    status_code = models.CharField(max_length=4, blank=True)
    is_open = models.BooleanField(_("open"), default=True, db_index=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    low_age = models.PositiveSmallIntegerField(null=True, blank=True)
    high_age = models.PositiveSmallIntegerField(null=True, blank=True)
    website = models.CharField(max_length=250, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    head_name = models.CharField(max_length=200, blank=True)
    overrides = models.JSONField(default=dict, blank=True)
    source = models.CharField(max_length=20, choices=Source.choices, default=Source.TYPED)

    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("school")
        verbose_name_plural = _("schools")

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A social work team; its manager and duty workers stand in for its social workers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("team")
        verbose_name_plural = _("teams")

    def __str__(self) -> str:
        return self.name


class Enrolment(Dated):
    """A child at a school from a day to a day. The current main one decides who is the DT."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="enrolments")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="enrolments")
    year_group = models.CharField(_("year group"), max_length=3, blank=True)
    is_main = models.BooleanField(_("main school"), default=True)
    source = models.CharField(max_length=20, choices=Source.choices, default=Source.TYPED)

    objects = DatedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-starts"]
        indexes = [models.Index(fields=["school", "starts"], name="pep_enrolment_school")]
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")

    def __str__(self) -> str:
        return f"Enrolment of {self.child}"
