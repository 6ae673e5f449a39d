"""What is being typed: the answers as they stand, and every change that led there."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.plans.models.plan import Plan


class SectionAnswers(models.Model):
    """Answers of one section of one plan as they stand: question key -> answer object."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="answers")
    section = models.CharField(max_length=60)
    data = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(auto_now=True)
    saved_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "section"], name="pep_one_row_per_section")
        ]

    def __str__(self) -> str:
        return f"{self.section} of {self.plan_id}"


class SectionHistory(models.Model):
    """One save: the answers it changed (``None`` for an answer taken away). Append-only."""

    class Source(models.TextChoices):
        WIZARD = "wizard", _("The wizard")
        AUTOSAVE = "autosave", _("Saved while typing")
        WORD = "word", _("A Word file")
        CARRIED = "carried", _("Last term's PEP")
        VOICE = "voice", _("The child's page")
        IMPORT = "import", _("An import")
        REMOVAL = "removal", _("A removal from the record")
        RESTORED = "restored", _("Put back from an earlier save")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="history")
    section = models.CharField(max_length=60)
    revision = models.PositiveIntegerField()
    changes = models.JSONField()
    source = models.CharField(max_length=20, choices=Source.choices)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["plan", "section", "revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "section", "revision"], name="pep_one_history_row_per_revision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.section} revision {self.revision}"
