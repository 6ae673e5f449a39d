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


class CopyGiven(models.Model):
    """Somebody got a copy: which, when, from whom, and whether the child was asked.

    ``submission`` is empty for a copy of a plan that was still being written.
    """

    class How(models.TextChoices):
        DOWNLOADED = "downloaded", _("Downloaded here")
        HANDED = "handed", _("Handed over on paper")
        POSTED = "posted", _("Sent by post")
        MAILED = "mailed", _("Sent by secure e-mail")
        LINK = "link", _("Read on a page of their own")

    class Asked(models.TextChoices):
        YES = "yes", _("The child was asked")
        NO = "no", _("The child was not asked")
        TOO_YOUNG = "too_young", _("The child is too young to be asked")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("pep_plugin.Plan", on_delete=models.CASCADE, related_name="copies")
    submission = models.ForeignKey(
        "pep_plugin.Submission", on_delete=models.CASCADE, null=True, related_name="copies"
    )
    audience = models.CharField(max_length=20)
    format = models.CharField(max_length=10)
    how = models.CharField(max_length=20, choices=How.choices)
    to = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    to_role = models.CharField(max_length=40, blank=True)
    child_asked = models.CharField(max_length=20, choices=Asked.choices, blank=True)
    by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at"]
        verbose_name = _("copy given")
        verbose_name_plural = _("copies given")

    def __str__(self) -> str:
        return f"{self.audience} copy of {self.plan_id}"


class Bundle(models.Model):
    """Many documents in one zip, made one by one in the background.

    The zip itself is put together when it is fetched, from the documents that are kept: so it
    holds what its owner may read that day, and nothing is stored twice. ``child``: for a pack of
    one child; empty for one of many children.
    """

    class Kind(models.TextChoices):
        HANDOVER = "handover", _("Hand-over pack")
        TERM = "term", _("Agreed plans of a term")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey("pep_plugin.Person", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    audience = models.CharField(max_length=20, default="full")
    format = models.CharField(max_length=10, default="pdf")
    child = models.ForeignKey(
        "pep_plugin.Child", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    term = models.ForeignKey(
        "pep_plugin.Term", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("bundle of documents")
        verbose_name_plural = _("bundles of documents")

    def __str__(self) -> str:
        return f"Bundle {self.pk}"


class BundlePart(models.Model):
    """One document of a bundle, and a job of its own: several workers make several at once.

    ``problem``: why there is none, once it is clear that trying again would not help.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="parts")
    submission = models.ForeignKey(
        "pep_plugin.Submission", on_delete=models.CASCADE, related_name="+"
    )
    order = models.PositiveIntegerField()
    tries = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["bundle", "submission"], name="pep_one_part_per_submission"
            )
        ]
        verbose_name = _("document of a bundle")
        verbose_name_plural = _("documents of bundles")

    def __str__(self) -> str:
        return f"Document {self.order} of {self.bundle_id}"


class FilledFile(models.Model):
    """A filled-in Word file that somebody brought: what was found in it, until it is settled.

    ``found``: what the reader gave (JSON). ``applied_at``: when the answers chosen were saved.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("pep_plugin.Plan", on_delete=models.CASCADE, related_name="filled")
    file = models.OneToOneField(
        "pep_plugin.PrivateFile", on_delete=models.CASCADE, related_name="filled"
    )
    found = models.JSONField(default=dict)
    brought_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    brought_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-brought_at"]
        verbose_name = _("filled-in file")
        verbose_name_plural = _("filled-in files")

    def __str__(self) -> str:
        return f"File for {self.plan_id}"
