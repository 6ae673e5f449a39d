"""A document that was made of a submission, kept so that it is made once."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class RenderedDocument(models.Model):
    """``parts``: the hash of all that the document gives (``OutlineDocument.parts_digest``).

    It is served only to somebody who would be given the same parts today.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(
        "pep_plugin.Submission", on_delete=models.CASCADE, related_name="documents"
    )
    audience = models.CharField(max_length=20)
    parts = models.CharField(max_length=64)
    format = models.CharField(max_length=10)
    file = models.OneToOneField(
        "pep_plugin.PrivateFile", on_delete=models.CASCADE, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "audience", "parts", "format"], name="pep_document_made_once"
            )
        ]
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return f"{self.format} of {self.submission_id}"
