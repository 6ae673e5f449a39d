"""A child in care, with names and numbers that may be missing, temporary or replaced."""

import datetime
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.people.dated import Dated, DatedQuerySet, Source


class ChildQuerySet(models.QuerySet["Child"]):
    """Scoping is asked of ``access.children(actor)``; nothing here decides who may see whom."""

    def in_care(self) -> "ChildQuerySet":
        return self.filter(status=Child.Status.LOOKED_AFTER)

    def likely_duplicates(
        self, *, first_name: str, last_name: str, date_of_birth: datetime.date
    ) -> "ChildQuerySet":
        """Children born that day with the same surname or first name, as people mistype one."""
        return self.filter(date_of_birth=date_of_birth).filter(
            models.Q(last_name__iexact=last_name.strip())
            | models.Q(first_name__iexact=first_name.strip())
            | models.Q(preferred_name__iexact=first_name.strip())
        )


class Child(models.Model):
    """Current names and numbers are columns, so that lists sort and search; history lies beside.

    ``council_number`` is the council's own id in its case system and the key of imports.
    """

    class Status(models.TextChoices):
        LOOKED_AFTER = "looked_after", _("Looked after")
        LEFT_CARE = "left_care", _("No longer looked after")
        ADOPTED = "adopted", _("Adopted")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council_number = models.CharField(
        _("council's number"), max_length=40, unique=True, null=True, blank=True
    )
    first_name = models.CharField(_("first name"), max_length=100)
    last_name = models.CharField(_("last name"), max_length=100)
    preferred_name = models.CharField(_("preferred name"), max_length=100, blank=True)
    date_of_birth = models.DateField(_("date of birth"))
    looked_after_since = models.DateField(_("looked after since"))
    upn = models.CharField(_("unique pupil number"), max_length=13, blank=True)
    uln = models.CharField(_("unique learner number"), max_length=10, blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.LOOKED_AFTER
    )
    status_since = models.DateField(_("status since"), null=True, blank=True)
    is_school_confidential = models.BooleanField(_("the school is confidential"), default=False)
    source = models.CharField(max_length=20, choices=Source.choices, default=Source.TYPED)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ChildQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["last_name", "first_name"]
        indexes = [
            models.Index(fields=["date_of_birth", "last_name"], name="pep_child_birth_name"),
            models.Index(fields=["upn"], name="pep_child_upn"),
        ]
        verbose_name = _("child")
        verbose_name_plural = _("children")

    def __str__(self) -> str:
        # A reference, never a name: this text reaches logs, history and messages.
        return f"Child {self.pk.hex[:4].upper()}"

    @property
    def called(self) -> str:
        """The name people use: "Maya"."""
        return self.preferred_name or self.first_name

    @property
    def short_name(self) -> str:
        """Preferred name and the first letter of the surname, for lists and heads: "Maya K"."""
        return f"{self.called} {self.last_name[:1]}".strip()

    @property
    def legal_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def age_on(self, day: datetime.date) -> int:
        """Whole years on a day."""
        had_birthday = (day.month, day.day) >= (self.date_of_birth.month, self.date_of_birth.day)
        return day.year - self.date_of_birth.year - (not had_birthday)

    def year_group_on(self, day: datetime.date) -> str:
        """The national curriculum year expected from age: "N1", "N2", "R", "1" to "14", or "".

        Age on 31 August before the academic year decides (domain: 5 to 6 is Year 1).
        """
        start = day.year if day.month >= 9 else day.year - 1
        number = self.age_on(datetime.date(start, 8, 31)) - 4
        if number < -2:
            return ""
        return {-2: "N1", -1: "N2", 0: "R"}.get(number, str(min(number, 14)))


class ChildName(Dated):
    """A name the child bore from a day to a day. Written whenever the name changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="names")
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    preferred_name = models.CharField(max_length=100, blank=True)
    source = models.CharField(max_length=20, choices=Source.choices, default=Source.TYPED)

    objects = DatedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-starts"]

    def __str__(self) -> str:
        return f"Name of {self.child}"


class ChildNumber(Dated):
    """A UPN or ULN the child bore; temporary UPNs are replaced by permanent ones."""

    class Scheme(models.TextChoices):
        UPN = "upn", _("Unique pupil number")
        ULN = "uln", _("Unique learner number")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="numbers")
    scheme = models.CharField(max_length=10, choices=Scheme.choices)
    number = models.CharField(max_length=13)
    source = models.CharField(max_length=20, choices=Source.choices, default=Source.TYPED)

    objects = DatedQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["scheme", "-starts"]

    def __str__(self) -> str:
        return f"{self.scheme.upper()} of {self.child}"

    @property
    def is_temporary(self) -> bool:
        return self.scheme == self.Scheme.UPN and self.number[-1:].isalpha()
