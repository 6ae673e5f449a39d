"""The audit. Rows are inserted and never updated; erasing a child keeps them, they hold no name."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEvent(models.Model):
    """One thing that one actor did or looked at.

    ``verb`` is namespaced (``plan.send``). ``child_id`` and ``object_id`` are plain ids, so that
    the audit outlives what it speaks of. ``detail`` holds field names, counts and reasons' keys,
    never a value that somebody typed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    verb = models.CharField(_("what"), max_length=60)
    actor_kind = models.CharField(max_length=20)
    person_id = models.UUIDField(null=True, db_index=True)
    child_id = models.UUIDField(null=True, db_index=True)
    object_id = models.CharField(max_length=64, blank=True)
    detail = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at"]
        verbose_name = _("audit line")
        verbose_name_plural = _("audit lines")

    def __str__(self) -> str:
        return f"{self.verb} at {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises :class:`ValueError` on an attempt to change a line."""
        if not self._state.adding:
            raise ValueError("A line of the audit is never changed.")
        super().save(*args, **kwargs)
