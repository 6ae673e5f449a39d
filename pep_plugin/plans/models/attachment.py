"""A file that somebody added to a plan; the answer that it belongs to names it by its id."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.plans.models.plan import Plan


class Attachment(models.Model):
    """``path`` is the address of the question. The row stays when the file is taken off the answer:
    what was there before is part of the plan's history.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="attachments")
    path = models.CharField(max_length=125)
    file = models.OneToOneField(
        "pep_plugin.PrivateFile", on_delete=models.CASCADE, related_name="attachment"
    )
    added_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["added_at"]
        verbose_name = _("file of a plan")
        verbose_name_plural = _("files of plans")

    def __str__(self) -> str:
        return f"File of {self.plan_id}"
