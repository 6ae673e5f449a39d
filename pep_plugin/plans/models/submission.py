"""What was sent: head, form and answers, frozen and hashed."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.formversions import cache
from pep_plugin.plans.models.plan import Plan
from pep_plugin.sections.schema import Form


class Submission(models.Model):
    """One sending of a plan. Written once; only removal and erasure may touch it again.

    ``head``: names, school, people and dates as they were shown. ``form``: the effective form's
    JSON. ``answers``: section -> question -> answer. ``digests``: path -> {"salt", "digest"};
    ``sha256`` is the hash over the sorted (path, digest) pairs, so that one answer can be removed
    and every other still verifies.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="submissions")
    number = models.PositiveIntegerField(_("number"))
    token = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    sent_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    head = models.JSONField()
    context = models.JSONField(default=dict)
    form_data = models.JSONField()
    form_sha256 = models.CharField(max_length=64)
    answers = models.JSONField()
    digests = models.JSONField()
    sha256 = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["plan", "-number"]
        get_latest_by = "number"
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="pep_one_submission_per_number")
        ]
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")

    def __str__(self) -> str:
        return f"Submission {self.number} of {self.plan_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises :class:`ValueError` on an attempt to change what was sent."""
        if not self._state.adding:
            raise ValueError("What was sent is never changed.")
        super().save(*args, **kwargs)

    @property
    def form(self) -> Form:
        """The form as it was asked when this was sent."""
        return cache.form(self.form_sha256, self.form_data)
