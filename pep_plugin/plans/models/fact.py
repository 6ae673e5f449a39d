"""Rows of tables that reports and next term read: projections of the newest submission."""

import uuid

from django.db import models

from pep_plugin.plans.models.plan import Plan
from pep_plugin.plans.models.submission import Submission


def fact_id(plan_id: uuid.UUID, path: str, row_id: str) -> uuid.UUID:
    """The key of a fact: the same row of the same plan is the same fact, however often rebuilt.

    ``path`` is the question's, not the fact table's: two questions may feed one table, and a row
    id that somebody sent twice must not stop a plan from being sent.
    """
    return uuid.uuid5(plan_id, f"{path}:{row_id}")


class FactQuerySet(models.QuerySet["Fact"]):
    def standing(self) -> "FactQuerySet":
        """Facts that the newest submission still holds."""
        return self.filter(is_dropped=False)


class Fact(models.Model):
    """One row: target, last target's review, premium line ... ``data``: column key -> value."""

    id = models.UUIDField(primary_key=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="facts")
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="facts")
    table = models.CharField(max_length=40, db_index=True)
    path = models.CharField(max_length=120)
    row_id = models.CharField(max_length=20)
    order = models.PositiveIntegerField(default=0)
    data = models.JSONField(default=dict)
    is_dropped = models.BooleanField(default=False)

    objects = FactQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["plan", "table", "order"]

    def __str__(self) -> str:
        return f"{self.table} {self.row_id}"
