"""A term, and a child's plan in it."""

import datetime
import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin import access
from pep_plugin.conf import today
from pep_plugin.formversions.effective import effective
from pep_plugin.formversions.models import FormVersion
from pep_plugin.people.models import Child
from pep_plugin.plans.references import new_reference
from pep_plugin.plans.states import BEING_WRITTEN, UNFINISHED, Kind, State
from pep_plugin.sections.schema import Form

if TYPE_CHECKING:
    from pep_plugin.access import Actor


#: The address of a plan's feedback, where answers have ``section.question``.
FEEDBACK = "feedback"
#: The same for why it was withdrawn.
WITHDRAWN_REASON = "withdrawn_reason"


class TermQuerySet(models.QuerySet["Term"]):
    def at(self, day: datetime.date) -> "Term | None":
        """The term a day lies in, else the next one, else the last there is."""
        return (
            self.filter(starts__lte=day, ends__gte=day).first()
            or self.filter(starts__gt=day).order_by("starts").first()
            or self.order_by("-starts").first()
        )


class Term(models.Model):
    """One term of an academic year, with the last day to send a PEP."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    academic_year = models.PositiveSmallIntegerField(_("academic year begins in"))
    key = models.CharField(_("key"), max_length=20)
    label = models.CharField(_("label"), max_length=60)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    last_day_to_send = models.DateField(_("last day to send"))
    #: False while the dates are those that came with the package: a start, and nobody's promise.
    is_checked = models.BooleanField(_("checked by the council"), default=False, editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.UniqueConstraint(fields=["academic_year", "key"], name="pep_one_term_per_key")
        ]
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def __str__(self) -> str:
        return self.label


class PlanQuerySet(models.QuerySet["Plan"]):
    def visible_to(self, actor: "Actor") -> "PlanQuerySet":
        """Plans of the children that exist for the actor."""
        return self.filter(child__in=access.children(actor))

    def unfinished(self) -> "PlanQuerySet":
        return self.filter(state__in=UNFINISHED)

    def being_written(self) -> "PlanQuerySet":
        return self.filter(state__in=BEING_WRITTEN)

    def with_people(self) -> "PlanQuerySet":
        """With what every list of plans prints."""
        return self.select_related("child", "term", "form_version")


class Plan(models.Model):
    """One PEP of one child. Pinned to the form version it was begun with."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(
        _("reference"), max_length=13, unique=True, default=new_reference, editable=False
    )
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="plans")
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="plans")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.TERMLY)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.DRAFT)
    previous = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    started_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    returned_reason = models.TextField(_("why it was sent back"), blank=True)
    withdrawn_reason = models.TextField(_("why it was withdrawn"), blank=True)
    #: What the Virtual School said when it agreed: it stands at the top of the next plan.
    feedback = models.TextField(_("what the Virtual School said"), blank=True)
    state_changed_at = models.DateTimeField(auto_now_add=True)

    objects = PlanQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=models.Q(state__in=UNFINISHED),
                name="pep_one_unfinished_plan_per_child",
            )
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="pep_plan_state_due")]
        verbose_name = _("PEP")
        verbose_name_plural = _("PEPs")

    def __str__(self) -> str:
        return self.reference

    @property
    def is_being_written(self) -> bool:
        return self.state in BEING_WRITTEN

    @property
    def is_overdue(self) -> bool:
        return self.is_being_written and self.due_on is not None and self.due_on < today()

    def form(self) -> Form:
        """The form as it is asked today: pinned, under the live version's mercies."""
        live = FormVersion.objects.live(self.form_version.form_key)
        return effective(self.form_version, live)
