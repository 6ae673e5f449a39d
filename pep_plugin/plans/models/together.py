"""Writing one plan together: what somebody was asked, and who is at which section now."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.plans.models.plan import Plan


class AskQuerySet(models.QuerySet["Ask"]):
    def open(self) -> "AskQuerySet":
        """What nobody has answered yet."""
        return self.filter(settled_at=None)


class Ask(models.Model):
    """ "I do not know yet: ask Sam": stands on Sam's list until the question is answered.

    ``role`` is who was asked, or ``person`` when one of several in a role was named. A cell of a
    table is ``section.question#row.column``. It follows the answers and holds none of their words.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="asks")
    path = models.CharField(max_length=210)
    role = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.CASCADE, null=True, related_name="asked"
    )
    asked_by = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = AskQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "path"],
                condition=models.Q(settled_at=None),
                name="pep_one_open_ask_per_question",
            )
        ]
        verbose_name = _("question to somebody")
        verbose_name_plural = _("questions to people")

    def __str__(self) -> str:
        return f"{self.path} of {self.plan_id}"


class Presence(models.Model):
    """Who has a section open, as far as their page last said. Information, never a lock."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="presences")
    section = models.CharField(max_length=60)
    person = models.ForeignKey(
        "pep_plugin.Person", on_delete=models.CASCADE, related_name="presences"
    )
    seen_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "section", "person"], name="pep_one_presence_per_person"
            )
        ]
        verbose_name = _("presence")
        verbose_name_plural = _("presences")

    def __str__(self) -> str:
        return f"{self.section} of {self.plan_id}"
