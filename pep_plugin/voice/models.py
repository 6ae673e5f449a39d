"""What is being written on a page of one's own, to whom it was told, and who was worried."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class VoiceDraft(models.Model):
    """What stands on a child's, carer's or parent's page so far: path -> answer.

    No history: what they change or take away before they send it is gone. Deleted when sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    grant = models.OneToOneField(
        "pep_plugin.LinkGrant", on_delete=models.CASCADE, related_name="draft"
    )
    answers = models.JSONField(default=dict)
    #: Where they are, whom they chose to tell, who may read which answer.
    choices = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page being written")
        verbose_name_plural = _("pages being written")

    def __str__(self) -> str:
        return f"Draft of {self.grant_id}"


class Telling(models.Model):
    """A child's words, sent to one adult whom the child chose. Unread, they move on by themselves.

    ``paths``: which answers; the words themselves are the plan's answers. ``moved_on_at``: when
    they went to the Virtual School's duty list and the school's safeguarding lead.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("pep_plugin.Plan", on_delete=models.CASCADE, related_name="tellings")
    grant = models.ForeignKey(
        "pep_plugin.LinkGrant", on_delete=models.SET_NULL, null=True, related_name="tellings"
    )
    person = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.PROTECT, related_name="tellings"
    )
    paths = models.JSONField(default=list)
    sent_at = models.DateTimeField(auto_now_add=True)
    open_by = models.DateField(_("to be opened by"))
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    moved_on_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-sent_at"]
        indexes = [models.Index(fields=["opened_at", "open_by"], name="pep_telling_unopened")]
        verbose_name = _("words sent to somebody")
        verbose_name_plural = _("words sent to people")

    def __str__(self) -> str:
        return f"Words of {self.plan_id}"


class Worry(models.Model):
    """Somebody pressed "I am worried about this". Holds no words: they stay where they are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey("pep_plugin.Plan", on_delete=models.CASCADE, related_name="worries")
    path = models.CharField(max_length=125, blank=True)
    by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at"]
        verbose_name = _("worry")
        verbose_name_plural = _("worries")

    def __str__(self) -> str:
        return f"Worry about {self.plan_id}"
