"""One promise: what is to be done, about which object, and whether it is done."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutboxQuerySet(models.QuerySet["OutboxItem"]):
    def waiting(self) -> "OutboxQuerySet":
        return self.filter(done_at=None)


class OutboxItem(models.Model):
    """``kind`` names a handler; ``object_id`` what it is about; ``key`` makes it happen once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=60)
    object_id = models.UUIDField()
    key = models.CharField(max_length=200, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    tries = models.PositiveIntegerField(default=0)
    #: The class of the last error only: an exception's text may hold what somebody typed.
    last_error = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = OutboxQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["made_at"]
        verbose_name = _("promised job")
        verbose_name_plural = _("promised jobs")

    def __str__(self) -> str:
        return self.kind
