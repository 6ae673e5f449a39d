"""Taking one wrong answer out of the record: asked by one person, done by another."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.plans.models.plan import Plan


class RemovalRequest(models.Model):
    """``path`` is the answer's address; the reason is shown in its place ever after."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="removals")
    path = models.CharField(max_length=120)
    reason = models.CharField(_("reason"), max_length=250)
    asked_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    done_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("removal")
        verbose_name_plural = _("removals")

    def __str__(self) -> str:
        return f"Removal in {self.plan_id}"
